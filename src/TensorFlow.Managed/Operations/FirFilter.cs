using Tensorflow.Devices;
using Tensorflow.Gradients;

namespace Tensorflow.Operations;

/// <summary>Pictures filtered while they become larger or smaller, see <see cref="FirPlan"/>. Its gradient is the transposed filter, whose
/// gradient is the filter itself. float32.</summary>
internal static class FirFilter
{
    /// <param name="x">(N, H, W, C).</param>
    /// <param name="taps">The filter along one direction.</param>
    /// <param name="up">How many pixels one becomes, in each direction.</param>
    /// <param name="down">Of how many results one is kept, in each direction.</param>
    /// <param name="padding">Zeros before and after, in pixels of the enlarged picture.</param>
    /// <returns>(N, rows, columns, C) with (H * up + before + after - taps) / down + 1 rows.</returns>
    /// <exception cref="ArgumentException">The type, the shape or the filter is wrong.</exception>
    internal static Tensor Apply(Tensor x, float[] taps, int up, int down, (int Before, int After) padding) =>
        Run(x, new FirPlan("FirFilter", x.shape, x.dtype, taps, up, down, padding));

    private static Tensor Run(Tensor x, FirPlan plan)
    {
        var y = Tensor.Empty(plan.ResultShape, x.dtype);
        Tensor.Device.Filter(x.Storage, y.Storage, plan);
        return Tape.Record("FirFilter", y, x, dy => Run(dy, plan.Transposed()), plan);
    }
}
