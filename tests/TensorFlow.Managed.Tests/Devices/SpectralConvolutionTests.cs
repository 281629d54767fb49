using Tensorflow.Devices;
using Tensorflow.Devices.Cpu;
using Tensorflow.Devices.Cpu.Linear.Spectral;
using static Tensorflow.Binding;
using static Tensorflow.Tests.Devices.ConvolutionSums;

namespace Tensorflow.Tests.Devices;

/// <summary>Convolutions by Fourier transforms: what direct sums in double precision give,
/// the same bits whichever way they are computed.</summary>
[TestClass]
[DoNotParallelize]
public unsafe class SpectralConvolutionTests
{
    /// <summary>Of the largest magnitude; a direct sum in single precision is off by as much.</summary>
    private const double Tolerance = 2e-6;

    private static IEnumerable<SpectralKernels> Variants => SpectralKernels.All.Where(kernels => kernels.IsSupported);

    public static IEnumerable<object[]> Convolutions()
    {
        yield return [13, (7, 7), (5, 5), (16, 32), (1, 1), "same"];
        yield return [2, (7, 7), (5, 5), (48, 16), (1, 1), "same"];
        yield return [5, (14, 14), (5, 5), (16, 48), (2, 2), "same"];
        yield return [3, (5, 5), (3, 3), (32, 48), (1, 1), "same"];
        yield return [2, (9, 10), (4, 3), (16, 32), (2, 2), "same"];
        yield return [1, (1, 1), (1, 1), (16, 16), (1, 1), "valid"];
        yield return [3, (9, 7), (3, 1), (16, 16), (1, 1), "valid"];
        yield return [3, (8, 9), (2, 5), (32, 16), (1, 1), "valid"];
        yield return [4, (13, 8), (4, 3), (16, 16), (2, 1), "same"];
        yield return [2, (20, 16), (3, 4), (16, 16), (3, 2), "valid"];
        yield return [3, (5, 11), (2, 2), (16, 80), (1, 3), "valid"];
        yield return [300, (3, 4), (3, 3), (16, 16), (1, 1), "same"];
        yield return [1, (7, 7), (5, 5), (288, 160), (1, 1), "same"];
        // The layers of 32, 64 and 128 pixels that go through transforms.
        yield return [9, (4, 4), (5, 5), (64, 96), (1, 1), "same"];
        yield return [3, (16, 16), (5, 5), (32, 64), (2, 2), "same"];
    }

    [TestMethod]
    [DynamicData(nameof(Convolutions))]
    public void AllPassesGiveTheDirectSums(
        int n, (int H, int W) size, (int H, int W) kernelSize, (int In, int Out) channels, (int, int) strides, string padding)
    {
        var s = Shape(n, size, kernelSize, channels, strides, padding);
        Assert.IsNotNull(SpectralShape.OnCircle(s));
        float[] x = Random(s.Input.size, 1), kernel = Random(s.Kernel.size, 2), dy = Random(s.Output.size, 3);
        var (y, dx, dkernel) = DirectSums(s, x, kernel, dy);
        foreach (var variant in Variants)
        {
            var passes = Passes(variant, s, x, kernel, dy);
            AssertNear($"{variant.Name} {s} y", y, passes.Y, Tolerance);
            AssertNear($"{variant.Name} {s} dx", dx, passes.Dx, Tolerance);
            AssertNear($"{variant.Name} {s} dkernel", dkernel, passes.Dkernel, Tolerance);
        }
    }

    [TestMethod]
    [DynamicData(nameof(Convolutions))]
    public void EveryVariantHasTheSameBits(
        int n, (int H, int W) size, (int H, int W) kernelSize, (int In, int Out) channels, (int, int) strides, string padding)
    {
        var s = Shape(n, size, kernelSize, channels, strides, padding);
        float[] x = Random(s.Input.size, 1), kernel = Random(s.Kernel.size, 2), dy = Random(s.Output.size, 3);
        var results = Variants.Select(variant => Joined(Passes(variant, s, x, kernel, dy))).ToArray();
        foreach (var result in results)
            AssertSameBits(results[0], result);
    }

    [TestMethod]
    public void BitsDoNotDependOnThreads()
    {
        var s = Shape(20, (14, 14), (5, 5), (32, 144), (2, 2), "same");
        float[] x = Random(s.Input.size, 1), kernel = Random(s.Kernel.size, 2), dy = Random(s.Output.size, 3);
        var threads = Work.Threads;
        try
        {
            var results = new[] { 1, 2, 3, 8 }.Select(count =>
            {
                Work.Threads = count;
                return Variants.Take(1).SelectMany(variant => Joined(Passes(variant, s, x, kernel, dy))).ToArray();
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
    public void APictureHasTheSameBitsAloneAndInABatchLargerThanWhatIsWorkedOnAtOnce()
    {
        ConvolutionShape all = Shape(SpectralConvolution.PicturesAtOnce + 3, (5, 5), (3, 3), (16, 32), (1, 1), "same"),
            one = all with { N = 1 };
        float[] x = Random(all.Input.size, 1), kernel = Random(all.Kernel.size, 2), dy = Random(all.Output.size, 3);
        foreach (var variant in Variants)
        {
            var batch = Passes(variant, all, x, kernel, dy);
            AssertNear("dkernel", DirectSums(all, x, kernel, dy).Dkernel, batch.Dkernel, Tolerance);
            foreach (var n in new[] { 0, 131, 133, all.N - 1 })
            {
                var alone = Passes(variant, one, Part(x, n, one.InputLength), kernel, Part(dy, n, one.OutputLength));
                AssertSameBits(Part(batch.Y, n, one.OutputLength), alone.Y);
                AssertSameBits(Part(batch.Dx, n, one.InputLength), alone.Dx);
            }
        }
    }

    [TestMethod]
    public void ItIsChosenWhereItNeedsFarFewerProducts()
    {
        Assert.IsNotNull(SpectralShape.Of(Shape(128, (7, 7), (5, 5), (256, 128), (1, 1), "same")));
        Assert.IsNotNull(SpectralShape.Of(Shape(128, (14, 14), (5, 5), (64, 128), (2, 2), "same")));
        Assert.IsNotNull(SpectralShape.Of(Shape(1, (7, 7), (5, 5), (256, 128), (1, 1), "same")),
            "A batch's size must not change a picture's bits.");
        Assert.AreEqual(6, SpectralShape.Of(Shape(64, (4, 4), (5, 5), (512, 512), (1, 1), "same"))?.Input.Size);
        Assert.IsNull(SpectralShape.Of(Shape(128, (7, 7), (1, 1), (256, 128), (1, 1), "same")), "One tap is one product.");
        Assert.IsNull(SpectralShape.Of(Shape(128, (7, 7), (5, 5), (256, 1), (1, 1), "same")), "One channel fills no register.");
        Assert.IsNull(SpectralShape.Of(Shape(128, (28, 28), (5, 5), (64, 64), (1, 1), "same")), "The maps are too large for the circle.");
        Assert.IsNull(SpectralShape.OnCircle(ConvolutionShape.Of("test", (1, 7, 7, 32), (3, 3, 32, 32), (1, 1), "same", (2, 2))),
            "Dilation.");
    }

    [TestMethod]
    public void WhatIsKeptOfAVariableGoesWhenItChanges()
    {
        var x = tf.reshape(tf.constant(Random(49 * 64, 1)), (1, 7, 7, 64));
        var kernel = tf.Variable(tf.reshape(tf.constant(Random(25 * 64 * 32, 2)), (5, 5, 64, 32)));
        var first = Convolve().numpy().ToArray<float>();
        kernel.assign(kernel * 2f);
        var second = Convolve().numpy().ToArray<float>();
        AssertSameBits([.. first.Select(value => 2 * value)], second);
        var kept = kernel.read_value();
        kernel.assign(kernel * 0f);
        Assert.IsTrue(Convolve().numpy().ToArray<float>().All(value => value == 0));
        AssertSameBits(second, tf.nn.conv2d(x, kept, new Shape(1, 1), "SAME").numpy().ToArray<float>());

        // With no value held the variable is written in place.
        var inPlace = tf.Variable(tf.zeros(kernel.shape));
        Assert.IsTrue(Values(inPlace).All(value => value == 0));
        inPlace.assign(kept);
        AssertSameBits(second, Values(inPlace));

        float[] Values(ResourceVariable weights)
        {
            using var scope = TensorScope.Begin();
            return tf.nn.conv2d(x, weights, new Shape(1, 1), "SAME").numpy().ToArray<float>();
        }

        Tensor Convolve() => tf.nn.conv2d(x, kernel, new Shape(1, 1), "SAME");
    }

    private static (float[] Y, float[] Dx, float[] Dkernel) Passes(SpectralKernels variant, ConvolutionShape s, float[] x, float[] kernel,
        float[] dy)
    {
        var convolution = new SpectralConvolution(Device.Current, variant, SpectralShape.OnCircle(s)!);
        Storage px = Block(x), pkernel = Block(kernel), pdy = Block(dy);
        float[] y = new float[dy.Length], dx = new float[x.Length], dkernel = new float[kernel.Length];
        Into(y, result => convolution.Forward(px, pkernel, result));
        Into(dx, result => convolution.InputGradient(pkernel, pdy, result));
        Into(dkernel, result => convolution.FilterGradient(px, pdy, result));
        foreach (var storage in new[] { px, pkernel, pdy })
            storage.Release();
        return (y, dx, dkernel);
    }
}
