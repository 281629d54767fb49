using Tensorflow;
using Tensorflow.Devices;

namespace FashionGanTf.Benchmarks.Measuring;

/// <summary>How far a convolution is from sums in double precision, at some elements, relative to the largest of these.</summary>
internal sealed unsafe class ConvolutionError(ConvolutionShape s, Storage x, Storage kernel, Storage dy)
{
    private const int Samples = 400;

    internal double OfForward(Storage y) => Of(s.Output.size, y, element =>
    {
        var (place, co) = Math.DivRem(element, s.OutputChannels);
        var (row, ow) = Math.DivRem(place, s.OutputW);
        var (n, oh) = Math.DivRem(row, s.OutputH);
        var sum = 0.0;
        foreach (var (tap, h, w) in Taps(kh => oh * s.StrideH + kh - s.PaddingTop, kw => ow * s.StrideW + kw - s.PaddingLeft, s.H, s.W))
            for (var ci = 0; ci < s.InputChannels; ci++)
                sum += (double)X(n, h, w, ci) * Kernel(tap, ci, co);
        return sum;
    });

    internal double OfInputGradient(Storage dx) => Of(s.Input.size, dx, element =>
    {
        var (place, ci) = Math.DivRem(element, s.InputChannels);
        var (row, w) = Math.DivRem(place, s.W);
        var (n, h) = Math.DivRem(row, s.H);
        var sum = 0.0;
        foreach (var (tap, oh, ow) in Taps(
            kh => Place(h + s.PaddingTop - kh, s.StrideH), kw => Place(w + s.PaddingLeft - kw, s.StrideW), s.OutputH, s.OutputW))
            for (var co = 0; co < s.OutputChannels; co++)
                sum += (double)Dy(n, oh, ow, co) * Kernel(tap, ci, co);
        return sum;
    });

    internal double OfKernelGradient(Storage dkernel) => Of(s.Kernel.size, dkernel, element =>
    {
        var (row, co) = Math.DivRem(element, s.OutputChannels);
        var (tap, ci) = Math.DivRem(row, s.InputChannels);
        var (kh, kw) = Math.DivRem(tap, s.KernelW);
        var sum = 0.0;
        for (long n = 0; n < s.N; n++)
            for (long oh = 0; oh < s.OutputH; oh++)
                for (long ow = 0; ow < s.OutputW; ow++)
                {
                    var (h, w) = (oh * s.StrideH + kh - s.PaddingTop, ow * s.StrideW + kw - s.PaddingLeft);
                    if (h >= 0 && h < s.H && w >= 0 && w < s.W)
                        sum += (double)X(n, h, w, ci) * Dy(n, oh, ow, co);
                }

        return sum;
    });

    private static long Place(long offset, int stride) => offset >= 0 && offset % stride == 0 ? offset / stride : -1;

    private static double Of(long count, Storage actual, Func<long, double> expected)
    {
        double largest = 0, error = 0;
        // A step without a common factor with sizes: samples fall on all phases and channels.
        for (long i = 0, element = 0; i < Samples; i++, element = (element + 1_000_003) % count)
        {
            var sum = expected(element);
            largest = Math.Max(largest, Math.Abs(sum));
            error = Math.Max(error, Math.Abs(sum - actual.As<float>()[element]));
        }

        return error / largest;
    }

    private IEnumerable<(long Tap, long H, long W)> Taps(Func<int, long> rowOf, Func<int, long> columnOf, int rows, int columns)
    {
        for (var kh = 0; kh < s.KernelH; kh++)
            for (var kw = 0; kw < s.KernelW; kw++)
                if (rowOf(kh) is var h && h >= 0 && h < rows && columnOf(kw) is var w && w >= 0 && w < columns)
                    yield return (kh * s.KernelW + kw, h, w);
    }

    private float X(long n, long h, long w, long ci) => x.As<float>()[((n * s.H + h) * s.W + w) * s.InputChannels + ci];

    private float Dy(long n, long h, long w, long co) => dy.As<float>()[((n * s.OutputH + h) * s.OutputW + w) * s.OutputChannels + co];

    private float Kernel(long tap, long ci, long co) => kernel.As<float>()[(tap * s.InputChannels + ci) * s.OutputChannels + co];
}
