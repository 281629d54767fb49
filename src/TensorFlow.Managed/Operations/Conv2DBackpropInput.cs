using Tensorflow.Devices;
using Tensorflow.Gradients;

namespace Tensorflow.Operations;

/// <summary>
/// The gradient of a convolution to its pictures. It is linear in the kernel and in dy, so that a convolution and its other gradient
/// are its own gradients.
/// </summary>
internal static class Conv2DBackpropInput
{
    /// <param name="kernel">The convolution's kernel.</param>
    /// <param name="dy">The gradient of the convolution's result.</param>
    /// <param name="shape">The convolution's sizes.</param>
    /// <returns>The gradient, of the pictures' shape.</returns>
    internal static Tensor Apply(Tensor kernel, Tensor dy, ConvolutionShape shape)
    {
        LinearOperation.CheckFloat("Conv2DBackpropInput", "the kernel", kernel);
        LinearOperation.CheckFloat("Conv2DBackpropInput", "dy", dy);
        LinearOperation.CheckShape("Conv2DBackpropInput", "dy", dy, shape.Output);
        var dx = Tensor.Empty(shape.Input, TF_DataType.TF_FLOAT);
        Tensor.Device.Conv2DBackpropInput(kernel.Storage, dy.Storage, dx.Storage, shape);
        return Tape.Record(
            "Conv2DBackpropInput", dx,
            kernel, ddx => Conv2DBackpropFilter.Apply(ddx, dy, shape),
            dy, ddx => Conv2D.Apply(ddx, kernel, shape),
            shape);
    }
}
