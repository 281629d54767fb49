using Tensorflow.Devices;
using Tensorflow.Devices.Cpu;
using Tensorflow.Devices.Cpu.Linear.Spectral;
using Tensorflow.Devices.Cpu.Linear.Winograd;
using Tensorflow.Devices.Cpu.Stages;
using static Tensorflow.Binding;
using static Tensorflow.Tests.Devices.ConvolutionSums;

namespace Tensorflow.Tests.Devices;

/// <summary>Convolutions by Winograd's filtering: what direct sums in double precision give, the same bits whichever way they are
/// computed.</summary>
[TestClass]
[DoNotParallelize]
public class WinogradConvolutionTests
{
    /// <summary>Of the largest magnitude; long direct sums in single precision are off by half as much.</summary>
    private const double Tolerance = 4e-6;

    private static IEnumerable<WinogradKernels> Variants => WinogradKernels.All.Where(kernels => kernels.IsSupported);

    public static IEnumerable<object[]> Convolutions()
    {
        yield return [3, (14, 14), (3, 3), (32, 64), (1, 1), "same"];
        yield return [1, (28, 28), (3, 3), (48, 16), (1, 1), "same"];
        yield return [2, (9, 11), (3, 3), (16, 80), (1, 1), "valid"];
        yield return [40, (4, 3), (3, 3), (16, 32), (1, 1), "same"];
        yield return [2, (1, 1), (3, 3), (16, 16), (1, 1), "same"];
        yield return [2, (6, 5), (1, 3), (32, 16), (1, 1), "same"];
        yield return [3, (5, 7), (2, 2), (16, 48), (1, 1), "same"];
        yield return [1, (8, 8), (3, 3), (288, 160), (1, 1), "same"];
        // Many channels: step after step, in two blocks.
        yield return [1, (84, 78), (3, 3), (272, 16), (1, 1), "same"];
        // Phases.
        yield return [2, (32, 32), (5, 5), (16, 32), (2, 2), "same"];
        yield return [5, (8, 8), (5, 5), (64, 48), (2, 2), "same"];
        yield return [2, (13, 9), (5, 5), (16, 32), (2, 2), "same"];
        yield return [2, (16, 14), (4, 4), (48, 32), (2, 2), "same"];
        yield return [2, (15, 12), (3, 3), (32, 16), (2, 2), "same"];
        yield return [1, (17, 20), (6, 5), (16, 16), (2, 2), "valid"];
        yield return [2, (10, 11), (3, 4), (16, 32), (1, 2), "same"];
        yield return [1, (20, 15), (7, 2), (32, 16), (3, 1), "valid"];
        yield return [3, (8, 7), (5, 5), (80, 272), (2, 2), "same"];
        // Many tiles: groups of them have sums of their own for the gradient to the kernel.
        yield return [9, (27, 25), (3, 3), (32, 48), (1, 1), "same"];
        yield return [7, (63, 62), (5, 5), (16, 16), (2, 2), "same"];
    }

    [TestMethod]
    [DynamicData(nameof(Convolutions))]
    public void AllPassesGiveTheDirectSumsWithTheSameBitsFromEveryVariant(
        int n, (int H, int W) size, (int H, int W) kernelSize, (int In, int Out) channels, (int, int) strides, string padding)
    {
        var s = Shape(n, size, kernelSize, channels, strides, padding);
        float[] x = Random(s.Input.size, 1), kernel = Random(s.Kernel.size, 2), dy = Random(s.Output.size, 3);
        var (y, dx, dkernel) = DirectSums(s, x, kernel, dy);
        // The last runs everywhere, by plain arithmetic.
        var plain = Passes(Variants.Last(), s, x, kernel, dy);
        AssertNear($"{s} y", y, plain.Y, Tolerance);
        AssertNear($"{s} dx", dx, plain.Dx, Tolerance);
        AssertNear($"{s} dkernel", dkernel, plain.Dkernel, Tolerance);
        foreach (var variant in Variants)
            AssertSameBits(Joined(plain), Joined(Passes(variant, s, x, kernel, dy)));
    }

    [TestMethod]
    [DataRow(3, 1, 30)]
    [DataRow(5, 2, 31)]
    public void BitsDoNotDependOnThreads(int kernelSize, int stride, int size)
    {
        var s = Shape(6, (size, size), (kernelSize, kernelSize), (32, 80), (stride, stride), "same");
        float[] x = Random(s.Input.size, 1), kernel = Random(s.Kernel.size, 2), dy = Random(s.Output.size, 3);
        var threads = Work.Threads;
        try
        {
            var results = new[] { 1, 2, 3, 4 }.Select(count =>
            {
                Work.Threads = count;
                return Joined(Passes(WinogradKernels.Best, s, x, kernel, dy));
            }).ToArray();
            foreach (var result in results)
                AssertSameBits(results[0], result);
        }
        finally
        {
            Work.Threads = threads;
        }
    }

    [TestMethod]
    [DataRow(3, 1)]
    [DataRow(5, 2)]
    public void APictureHasTheSameBitsAloneAndInABatch(int kernelSize, int stride)
    {
        ConvolutionShape all = Shape(37, (18, 14), (kernelSize, kernelSize), (16, 48), (stride, stride), "same"), one = all with { N = 1 };
        float[] x = Random(all.Input.size, 1), kernel = Random(all.Kernel.size, 2), dy = Random(all.Output.size, 3);
        var batch = Passes(WinogradKernels.Best, all, x, kernel, dy);
        AssertNear("dkernel", DirectSums(all, x, kernel, dy).Dkernel, batch.Dkernel, Tolerance);
        foreach (var n in new[] { 0, 5, 36 })
        {
            var alone =
                Passes(WinogradKernels.Best, one, Part(x, n, one.InputLength), kernel, Part(dy, n, one.OutputLength));
            AssertSameBits(Part(batch.Y, n, one.OutputLength), alone.Y);
            AssertSameBits(Part(batch.Dx, n, one.InputLength), alone.Dx);
        }
    }

    [TestMethod]
    public void NoPicturesHaveAGradientOfZeros()
    {
        var s = Shape(0, (14, 14), (3, 3), (32, 32), (1, 1), "same");
        Assert.IsTrue(Passes(WinogradKernels.Best, s, [], Random(s.Kernel.size, 2), []).Dkernel.All(value => value == 0));
    }

    [TestMethod]
    public void ItIsChosenWhereItNeedsFarFewerProducts()
    {
        foreach (var size in new[] { 14, 28, 32, 64, 128 })
            Assert.IsNotNull(WinogradShape.Of(Shape(1, (size, size), (3, 3), (64, 64), (1, 1), "same")), $"{size}");
        Assert.IsNotNull(WinogradShape.Of(Shape(1, (32, 32), (5, 5), (64, 128), (2, 2), "same")));
        Assert.IsNull(WinogradShape.Of(Shape(64, (32, 32), (3, 3), (64, 128), (2, 2), "same")), "Few taps a phase.");
        Assert.IsNull(WinogradShape.Of(Shape(64, (32, 32), (1, 1), (64, 64), (1, 1), "same")), "One tap is one product.");
        Assert.IsNull(WinogradShape.Of(Shape(64, (32, 32), (3, 3), (64, 3), (1, 1), "same")), "Three channels fill no register.");
        Assert.IsNull(WinogradShape.InTiles(Shape(64, (32, 32), (5, 5), (64, 64), (1, 1), "same")), "More than three taps.");
        Assert.IsNull(WinogradShape.InTiles(ConvolutionShape.Of("test", (1, 32, 32, 32), (3, 3, 32, 32), (1, 1), "same", (2, 2))),
            "Dilation.");
    }

    [TestMethod]
    public void SmallMapsGoThroughFourierTransforms()
    {
        Assert.IsNotNull(SpectralShape.Of(Shape(1, (7, 7), (3, 3), (64, 64), (1, 1), "same")));
        Assert.IsNull(SpectralShape.Of(Shape(1, (14, 14), (3, 3), (64, 64), (1, 1), "same")));
    }

    [TestMethod]
    public void WhatIsKeptOfWeightsGoesWhenTheyChange()
    {
        var x = tf.reshape(tf.constant(Random(14 * 14 * 32, 1)), (1, 14, 14, 32));
        var kernel = tf.Variable(tf.reshape(tf.constant(Random(9 * 32 * 32, 2)), (3, 3, 32, 32)));
        var (y, dx) = Passes();
        kernel.assign(kernel * 2f);
        var (y2, dx2) = Passes();
        AssertSameBits([.. y.Select(value => 2 * value)], y2);
        AssertSameBits([.. dx.Select(value => 2 * value)], dx2);
        kernel.assign(kernel * 0f);
        Assert.IsTrue(Passes().Y.All(value => value == 0));

        (float[] Y, float[] Dx) Passes()
        {
            using var tape = tf.GradientTape();
            tape.watch(x);
            var result = tf.nn.conv2d(x, kernel, new Shape(1, 1), "SAME");
            return (result.numpy().ToArray<float>(), tape.gradient(result, x).numpy().ToArray<float>());
        }
    }

    /// <summary>Pictures whose elements are made as the convolution reads them: some in a piece of work, too large for
    /// that, and too few.</summary>
    [TestMethod]
    [DataRow(9, 14, 64)]
    [DataRow(9, 28, 32)]
    [DataRow(8, 44, 32)]
    [DataRow(1, 28, 32)]
    public void DeferredPicturesGiveTheSameBits(int count, int size, int channels)
    {
        var x = tf.reshape(tf.constant(Random(count * size * size * channels, 1)), (count, size, size, channels));
        var kernel = tf.reshape(tf.constant(Random(9 * channels * channels, 2)), (3, 3, channels, channels));
        var (threshold, threads) = (Stage.Threshold, Work.Threads);
        try
        {
            Stage.Threshold = long.MaxValue;
            var expected = Passes();
            Stage.Threshold = 1;
            foreach (var team in new[] { 1, 2, 3, 4 })
            {
                Work.Threads = team;
                var found = Passes();
                AssertSameBits(expected.Hidden, found.Hidden);
                AssertSameBits(expected.Y, found.Y);
            }
        }
        finally
        {
            (Stage.Threshold, Work.Threads) = (threshold, threads);
        }

        (float[] Hidden, float[] Y) Passes()
        {
            var hidden = tf.nn.leaky_relu(x, 0.2f) * x;
            var y = tf.nn.conv2d(hidden, kernel, new Shape(1, 1), "SAME").numpy().ToArray<float>();
            Assert.AreNotEqual(0, hidden.Storage.Settled, "What it read is there for others.");
            return (hidden.numpy().ToArray<float>(), y);
        }
    }

    [TestMethod]
    public void NoMemoryIsTakenAfterTheFirstTime()
    {
        var s = Shape(8, (28, 28), (3, 3), (32, 64), (1, 1), "same");
        float[] x = Random(s.Input.size, 1), kernel = Random(s.Kernel.size, 2), dy = Random(s.Output.size, 3);
        var first = Passes(WinogradKernels.Best, s, x, kernel, dy);
        var taken = Device.Current.BytesTaken;
        AssertSameBits(Joined(first), Joined(Passes(WinogradKernels.Best, s, x, kernel, dy)));
        Assert.AreEqual(taken, Device.Current.BytesTaken);
    }

    private static (float[] Y, float[] Dx, float[] Dkernel) Passes(WinogradKernels variant, ConvolutionShape s, float[] x, float[] kernel,
        float[] dy)
    {
        var convolution = new WinogradConvolution(Device.Current, variant, WinogradShape.InTiles(s)!);
        Storage px = Block(x), pkernel = Block(kernel), pdy = Block(dy);
        float[] y = new float[dy.Length], dx = new float[x.Length], dkernel = new float[kernel.Length];
        Into(y, result => convolution.Forward(px, pkernel, result));
        Into(dx, result => convolution.InputGradient(pkernel, pdy, result));
        Into(dkernel, result => convolution.KernelGradient(px, pdy, result));
        foreach (var storage in new[] { px, pkernel, pdy })
            storage.Release();
        return (y, dx, dkernel);
    }
}
