using Tensorflow.Gradients;

namespace Tensorflow.Operations;

/// <summary>x where it is positive, else alpha * x. float32.</summary>
internal static class LeakyRelu
{
    internal static Tensor Apply(Tensor x, float alpha)
    {
        var y = Tensor.Empty(x.shape, x.dtype);
        Tensor.Device.LeakyRelu(x.Storage, y.Storage, x.size, alpha);
        return Tape.Record("LeakyRelu", y, x, dy => Gradient(dy, x, alpha));
    }

    /// <summary>dy where x is positive, else alpha * dy. Linear in dy; x only chooses, so it has no gradient of its own.</summary>
    private static Tensor Gradient(Tensor dy, Tensor x, float alpha)
    {
        var dx = Tensor.Empty(x.shape, x.dtype);
        Tensor.Device.LeakyReluGradient(dy.Storage, x.Storage, dx.Storage, x.size, alpha);
        GC.KeepAlive(x);
        return Tape.Record("LeakyReluGradient", dx, dy, ddx => Gradient(ddx, x, alpha));
    }
}
