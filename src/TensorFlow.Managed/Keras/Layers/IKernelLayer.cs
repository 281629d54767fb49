namespace Tensorflow.Keras.Layers;

/// <summary>A layer that multiplies its input by a kernel, and can do so with another one in its place.</summary>
internal interface IKernelLayer
{
    /// <summary>(..., out); null before the layer is built.</summary>
    ResourceVariable? Kernel { get; }

    /// <summary>The layer's result with a kernel of the same shape.</summary>
    Tensor CallWith(Tensor kernel, Tensor x);
}
