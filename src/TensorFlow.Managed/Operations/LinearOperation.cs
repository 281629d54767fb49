namespace Tensorflow.Operations;

/// <summary>What matrix products and convolutions share.</summary>
internal static class LinearOperation
{
    /// <exception cref="ArgumentException">The tensor is not float32; the message names operation and tensor.</exception>
    internal static void CheckFloat(string operation, string name, Tensor x)
    {
        if (x.dtype != TF_DataType.TF_FLOAT)
            throw new ArgumentException($"{operation}: {name} must be float32, but is {x.dtype.Name()}; cast it with tf.cast.");
    }

    /// <exception cref="ArgumentException">The shapes differ; the message names operation and tensor.</exception>
    internal static void CheckShape(string operation, string name, Tensor x, Shape needed)
    {
        if (x.shape != needed)
            throw new ArgumentException($"{operation}: {name} must have the shape {needed}, but has {x.shape}.");
    }
}
