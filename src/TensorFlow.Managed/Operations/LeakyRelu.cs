using Tensorflow.Gradients;

namespace Tensorflow.Operations;

/// <summary>x where it is positive, else alpha * x. Floating types.</summary>
internal static class LeakyRelu
{
    internal static Tensor Apply(Tensor x, float alpha)
    {
        if (!x.dtype.IsFloating())
            throw new ArgumentException($"LeakyRelu is not defined for {x.dtype.Name()} tensors.");
        var y = Tensor.Empty(x.shape, x.dtype);
        Tensor.Device.LeakyRelu(x.dtype, x.Storage, y.Storage, x.size, alpha);
        return Tape.Record("LeakyRelu", y, x, dy => Gradient(dy, x, alpha), alpha);
    }

    /// <summary>dy where x is positive, else alpha * dy. Linear in dy; x only chooses, so it has no gradient of its own.</summary>
    internal static Tensor Gradient(Tensor dy, Tensor x, float alpha)
    {
        var dx = Tensor.Empty(x.shape, x.dtype);
        Tensor.Device.LeakyReluGradient(x.dtype, dy.Storage, x.Storage, dx.Storage, x.size, alpha);
        GC.KeepAlive(x);
        return Tape.Record("LeakyReluGradient", dx, dy, ddx => Gradient(ddx, x, alpha));
    }
}
