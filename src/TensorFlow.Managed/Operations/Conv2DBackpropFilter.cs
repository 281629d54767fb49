using Tensorflow.Devices;
using Tensorflow.Gradients;

namespace Tensorflow.Operations;

/// <summary>
/// The gradient of a convolution to its kernel. It is linear in the pictures and in dy, so that a convolution and its other gradient
/// are its own gradients.
/// </summary>
internal static class Conv2DBackpropFilter
{
    /// <param name="x">The convolution's pictures.</param>
    /// <param name="dy">The gradient of the convolution's result.</param>
    /// <param name="shape">The convolution's sizes.</param>
    /// <returns>The gradient, of the kernel's shape.</returns>
    internal static Tensor Apply(Tensor x, Tensor dy, ConvolutionShape shape)
    {
        LinearOperation.CheckFloat("Conv2DBackpropFilter", "x", x);
        LinearOperation.CheckFloat("Conv2DBackpropFilter", "dy", dy);
        LinearOperation.CheckShape("Conv2DBackpropFilter", "dy", dy, shape.Output);
        var dkernel = Tensor.Empty(shape.Kernel, TF_DataType.TF_FLOAT);
        Tensor.Device.Conv2DBackpropFilter(x.Storage, dy.Storage, dkernel.Storage, shape);
        return Tape.Record(
            "Conv2DBackpropFilter", dkernel,
            x, ddkernel => Conv2DBackpropInput.Apply(ddkernel, dy, shape),
            dy, ddkernel => Conv2D.Apply(x, ddkernel, shape));
    }
}
