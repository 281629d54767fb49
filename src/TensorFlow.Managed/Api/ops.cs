using Tensorflow.Operations;

namespace Tensorflow;

/// <summary>TensorFlow.NET's helpers around operations.</summary>
public static class ops
{
    /// <summary>The value as a tensor; a tensor is returned as it is.</summary>
    /// <inheritdoc cref="tensorflow.constant"/>
    public static Tensor convert_to_tensor(object value, TF_DataType dtype = TF_DataType.DtInvalid, string? name = null) =>
        Constant.From(value, dtype);

    /// <summary>Each value as a tensor.</summary>
    public static Tensor[] convert_n_to_tensor(object[] values, TF_DataType dtype = TF_DataType.DtInvalid, string? name = null) =>
        Array.ConvertAll(values, value => Constant.From(value, dtype));

    /// <summary>A region whose operations' names begin with a name; for programs that give one. Tensors have no names here.</summary>
    public sealed class NameScope : IDisposable
    {
        private readonly string _name;

        /// <param name="name">The region's name.</param>
        /// <param name="default_name">Not used.</param>
        /// <param name="values">Not used.</param>
        public NameScope(string name, string default_name = "", object? values = null) => _name = name;

        /// <summary>Ends the region.</summary>
        public void Dispose()
        {
        }

        /// <inheritdoc/>
        public override string ToString() => _name;

        /// <summary>The name with a stroke at its end, as TensorFlow gives it.</summary>
        public static implicit operator string(NameScope scope) => scope._name + "/";
    }
}
