using Tensorflow.Devices;

namespace Tensorflow.Tests.Devices;

/// <summary>What tests of convolutions share: numbers, direct sums in double precision, comparisons.</summary>
internal static unsafe class ConvolutionSums
{
    internal static ConvolutionShape Shape(
        int n, (int H, int W) size, (int H, int W) kernel, (int In, int Out) channels, (int H, int W) strides, string padding) =>
        ConvolutionShape.Of("test", (n, size.H, size.W, channels.In), (kernel.H, kernel.W, channels.In, channels.Out), strides, padding,
            (1, 1));

    internal static Storage Block(float[] values)
    {
        var storage = Device.Current.Rent(values.Length * sizeof(float));
        values.CopyTo(new Span<float>(storage.As<float>(), values.Length));
        return storage;
    }

    internal static void Into(float[] values, Action<Storage> compute)
    {
        var storage = Device.Current.Rent(values.Length * sizeof(float));
        // A place that is not written shows.
        new Span<float>(storage.As<float>(), values.Length).Fill(float.NaN);
        compute(storage);
        new ReadOnlySpan<float>(storage.As<float>(), values.Length).CopyTo(values);
        storage.Release();
    }

    internal static (double[] Y, double[] Dx, double[] Dkernel) DirectSums(ConvolutionShape s, float[] x, float[] kernel, float[] dy)
    {
        double[] y = new double[dy.Length], dx = new double[x.Length], dkernel = new double[kernel.Length];
        for (var n = 0; n < s.N; n++)
            for (var oh = 0; oh < s.OutputH; oh++)
                for (var ow = 0; ow < s.OutputW; ow++)
                    for (var kh = 0; kh < s.KernelH; kh++)
                        for (var kw = 0; kw < s.KernelW; kw++)
                        {
                            var (h, w) = (oh * s.StrideH + kh - s.PaddingTop, ow * s.StrideW + kw - s.PaddingLeft);
                            if ((uint)h >= s.H || (uint)w >= s.W)
                                continue;
                            var input = n * s.InputLength + (h * s.W + w) * s.InputChannels;
                            var output = n * s.OutputLength + (oh * s.OutputW + ow) * s.OutputChannels;
                            var tap = (nint)(kh * s.KernelW + kw) * s.InputChannels * s.OutputChannels;
                            for (var ci = 0; ci < s.InputChannels; ci++)
                                for (var co = 0; co < s.OutputChannels; co++)
                                {
                                    var weight = tap + (nint)ci * s.OutputChannels + co;
                                    y[output + co] += (double)x[input + ci] * kernel[weight];
                                    dx[input + ci] += (double)dy[output + co] * kernel[weight];
                                    dkernel[weight] += (double)x[input + ci] * dy[output + co];
                                }
                        }

        return (y, dx, dkernel);
    }

    internal static float[] Joined((float[] Y, float[] Dx, float[] Dkernel) passes) => [.. passes.Y, .. passes.Dx, .. passes.Dkernel];

    internal static float[] Part(float[] values, int n, nint length) => values[(int)(n * length)..(int)((n + 1) * length)];

    internal static float[] Random(long count, int seed)
    {
        var random = new Random(seed);
        return [.. Enumerable.Range(0, (int)count).Select(_ => random.NextSingle() * 2 - 1)];
    }

    /// <param name="what">What a failure names.</param>
    /// <param name="expected">Sums in double precision.</param>
    /// <param name="actual">What was computed.</param>
    /// <param name="tolerance">Of the largest magnitude.</param>
    internal static void AssertNear(string what, double[] expected, float[] actual, double tolerance)
    {
        var largest = expected.Max(Math.Abs);
        for (var i = 0; i < expected.Length; i++)
            Assert.AreEqual(expected[i], actual[i], tolerance * largest, $"{what}, element {i}");
    }

    internal static void AssertSameBits(float[] expected, float[] actual)
    {
        Assert.HasCount(expected.Length, actual);
        for (var i = 0; i < expected.Length; i++)
            Assert.AreEqual(BitConverter.SingleToInt32Bits(expected[i]), BitConverter.SingleToInt32Bits(actual[i]),
                $"element {i}: {expected[i]:R} and {actual[i]:R}");
    }
}
