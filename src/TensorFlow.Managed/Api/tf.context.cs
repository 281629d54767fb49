using Tensorflow.Contexts;

namespace Tensorflow;

/// <content>How operations are computed: at once, always.</content>
public sealed partial class tensorflow
{
    /// <summary>How operations are computed.</summary>
    public Context Context { get; } = new();

    /// <summary>Whether operations are computed at once: true.</summary>
    public bool executing_eagerly() => Context.executing_eagerly();

    /// <summary>A region whose operations' names begin with a name; for programs that give one. Tensors have no names here.</summary>
    /// <param name="name">The region's name.</param>
    /// <param name="default_name">Not used.</param>
    /// <param name="values">Not used.</param>
    public ops.NameScope name_scope(string name, string default_name = "", object? values = null) => new(name);

    /// <summary>Writes a tensor as <see cref="Tensor.ToString"/> shows it.</summary>
    public void print(Tensor input) => Binding.print(input);
}
