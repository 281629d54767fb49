using System.Diagnostics.CodeAnalysis;

namespace Tensorflow.Keras;

/// <summary>A function of each element that a layer ends with. A name stands for it as well: <c>"relu"</c>.</summary>
public sealed class Activation
{
    private readonly Func<Tensor, Tensor>? _function;

    /// <summary>A function under a name; null for the identity.</summary>
    internal Activation(string name, Func<Tensor, Tensor>? function) => (Name, _function) = (name, function);

    /// <summary>Its name, as Keras writes it.</summary>
    public string Name { get; }

    /// <summary>The function's values.</summary>
    public Tensor Apply(Tensor input) => _function is null ? input : _function(input);

    /// <inheritdoc/>
    public override string ToString() => Name;

    /// <summary>The activation of a name; null for null.</summary>
    /// <exception cref="ArgumentException">There is none of this name.</exception>
    [return: NotNullIfNotNull(nameof(name))]
    public static implicit operator Activation?(string? name) => name is null ? null : Keras.Activations.Get(name);
}
