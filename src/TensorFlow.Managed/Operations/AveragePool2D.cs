using Tensorflow.Devices;
using Tensorflow.Gradients;

namespace Tensorflow.Operations;

/// <summary>The mean of each window of a picture, channel by channel; what reaches over the edge does not count. float32.</summary>
internal static class AveragePool2D
{
    /// <param name="x">(N, H, W, C).</param>
    /// <param name="pool">The window's height and width.</param>
    /// <param name="strides">Rows and columns from one window to the next.</param>
    /// <param name="padding"><c>same</c> or <c>valid</c>.</param>
    /// <exception cref="ArgumentException">A shape, a size or the padding is wrong.</exception>
    internal static Tensor Apply(Tensor x, (int H, int W) pool, (int H, int W) strides, string padding) =>
        Forward(x, new PoolingPlan("AveragePool2D", x.shape, x.dtype, pool, strides, padding));

    private static Tensor Forward(Tensor x, PoolingPlan plan)
    {
        var y = Tensor.Empty(plan.ResultShape, x.dtype);
        Tensor.Device.AveragePool(x.Storage, y.Storage, plan);
        return Tape.Record("AveragePool2D", y, x, dy => Gradient(dy, plan), plan);
    }

    private static Tensor Gradient(Tensor dy, PoolingPlan plan)
    {
        var dx = Tensor.Empty((plan.Images, plan.Height, plan.Width, plan.Channels), dy.dtype);
        Tensor.Device.AveragePoolGradient(dy.Storage, dx.Storage, plan);
        return Tape.Record("AveragePool2DGradient", dx, dy, ddx => Forward(ddx, plan));
    }
}
