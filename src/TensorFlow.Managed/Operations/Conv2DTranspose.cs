using Tensorflow.Devices;

namespace Tensorflow.Operations;

/// <summary>The transposed convolution: the gradient to the input of a convolution that would
/// make x from pictures of the size of the result.</summary>
internal static class Conv2DTranspose
{
    /// <param name="x">float32 (N, H, W, channels).</param>
    /// <param name="kernel">float32 (height, width, channels of the result, channels of x).</param>
    /// <param name="outputSize">Height and width of the result.</param>
    /// <param name="strides">How many places of the result a step in x is.</param>
    /// <param name="padding">"same" or "valid", of the convolution from the result to x.</param>
    /// <returns>(N, height, width, channels).</returns>
    /// <exception cref="ArgumentException">Ranks, types or sizes do not fit.</exception>
    internal static Tensor Apply(Tensor x, Tensor kernel, (int H, int W) outputSize, (int H, int W) strides, string padding)
    {
        if (x.ndim != 4)
            throw new ArgumentException($"Conv2DTranspose: pictures have the shape (N, H, W, channels), but the shape is {x.shape}.");
        if (kernel.ndim != 4)
            throw new ArgumentException(
                $"Conv2DTranspose: the kernel needs four axes, height, width and two of channels, but its shape is {kernel.shape}.");
        if (x.shape[3] != kernel.shape[3])
            throw new ArgumentException(
                $"Conv2DTranspose: the pictures {x.shape} have {x.shape[3]} channels, but the kernel {kernel.shape} is for " +
                $"{kernel.shape[3]}.");
        var result = new Shape(x.shape[0], outputSize.H, outputSize.W, kernel.shape[2]);
        var shape = ConvolutionShape.Of("Conv2DTranspose", result, kernel.shape, strides, padding, (1, 1));
        if (shape.Output != x.shape)
            throw new ArgumentException(
                $"Conv2DTranspose: with strides {strides} and padding \"{padding}\" a result of shape {result} comes from pictures of shape"
                + $" {shape.Output}, not {x.shape}.");
        return Conv2DBackpropInput.Apply(kernel, x, shape);
    }
}
