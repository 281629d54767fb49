namespace Tensorflow.Devices;

/// <content>
/// Matrix products and convolutions, float32. The bits of an element depend on the order of its own sum only: a picture or a row gives
/// the same ones alone and in any batch.
/// </content>
internal abstract partial class Device
{
    /// <summary>y = a b, for each product of the batch.</summary>
    internal abstract void MatMul(Storage a, Storage b, Storage y, MatMulShape shape);

    /// <summary>y = x * kernel.</summary>
    internal abstract void Conv2D(Storage x, Storage kernel, Storage y, ConvolutionShape shape);

    /// <summary>dx from dy; also the transposed convolution of dy,
    /// where the kernel's axes of channels are (of the result, of dy).</summary>
    internal abstract void Conv2DBackpropInput(Storage kernel, Storage dy, Storage dx, ConvolutionShape shape);

    /// <summary>dkernel from x and dy.</summary>
    internal abstract void Conv2DBackpropFilter(Storage x, Storage dy, Storage dkernel, ConvolutionShape shape);
}
