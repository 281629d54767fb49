using Tensorflow.Devices;
using Tensorflow.Gradients;

namespace Tensorflow.Operations;

/// <summary>The largest element of each window of a picture, channel by channel. float32.</summary>
internal static class MaxPool2D
{
    /// <param name="x">(N, H, W, C).</param>
    /// <param name="pool">The window's height and width.</param>
    /// <param name="strides">Rows and columns from one window to the next.</param>
    /// <param name="padding"><c>same</c> or <c>valid</c>.</param>
    /// <exception cref="ArgumentException">A shape, a size or the padding is wrong.</exception>
    internal static Tensor Apply(Tensor x, (int H, int W) pool, (int H, int W) strides, string padding)
    {
        var plan = new PoolingPlan("MaxPool2D", x.shape, x.dtype, pool, strides, padding);
        var y = Tensor.Empty(plan.ResultShape, x.dtype);
        var position = Tensor.Empty(plan.ResultShape, TF_DataType.TF_INT32);
        Tensor.Device.MaxPool(x.Storage, y.Storage, position.Storage, plan);
        return Tape.Record("MaxPool2D", y, x, dy => Scatter(dy, position, plan), plan);
    }

    /// <summary>The gradient: linear in dy, so its own gradient is its transpose, <see cref="Gather"/>.</summary>
    private static Tensor Scatter(Tensor dy, Tensor position, PoolingPlan plan)
    {
        var dx = Tensor.Empty((plan.Images, plan.Height, plan.Width, plan.Channels), dy.dtype);
        Tensor.Device.MaxPoolScatter(dy.Storage, position.Storage, dx.Storage, plan);
        GC.KeepAlive(position);
        return Tape.Record("MaxPool2DGradient", dx, dy, ddx => Gather(ddx, position, plan));
    }

    private static Tensor Gather(Tensor x, Tensor position, PoolingPlan plan)
    {
        var y = Tensor.Empty(plan.ResultShape, x.dtype);
        Tensor.Device.MaxPoolGather(x.Storage, position.Storage, y.Storage, plan);
        GC.KeepAlive(position);
        return Tape.Record("MaxPool2DGather", y, x, dy => Scatter(dy, position, plan));
    }
}
