using Tensorflow.Devices;
using Tensorflow.Gradients;

namespace Tensorflow.Operations;

/// <summary>The convolution of pictures (N, H, W, channels) with a kernel (height, width, channels of x, channels of y).</summary>
internal static class Conv2D
{
    /// <param name="x">float32 (N, H, W, channels).</param>
    /// <param name="kernel">float32 (height, width, channels of x, channels of y).</param>
    /// <param name="strides">Steps between the places where the kernel is laid.</param>
    /// <param name="padding">"same" or "valid"; <see cref="ConvolutionShape.Of"/> has the rules.</param>
    /// <param name="dilations">Steps between the kernel's taps.</param>
    /// <exception cref="ArgumentException">Ranks, types or sizes do not fit.</exception>
    internal static Tensor Apply(Tensor x, Tensor kernel, (int H, int W) strides, string padding, (int H, int W) dilations) =>
        Apply(x, kernel, ConvolutionShape.Of("Conv2D", x.shape, kernel.shape, strides, padding, dilations));

    internal static Tensor Apply(Tensor x, Tensor kernel, ConvolutionShape shape)
    {
        LinearOperation.CheckFloat("Conv2D", "x", x);
        LinearOperation.CheckFloat("Conv2D", "the kernel", kernel);
        var y = Tensor.Empty(shape.Output, TF_DataType.TF_FLOAT);
        Tensor.Device.Conv2D(x.Storage, kernel.Storage, y.Storage, shape);
        return Tape.Record(
            "Conv2D", y,
            x, dy => Conv2DBackpropInput.Apply(kernel, dy, shape),
            kernel, dy => Conv2DBackpropFilter.Apply(x, dy, shape),
            shape);
    }
}
