using System.Runtime.InteropServices;
using System.Runtime.Intrinsics.X86;
using Tensorflow.Devices;
using Tensorflow.Devices.Cpu;
using Tensorflow.Devices.Cpu.Linear;

namespace Tensorflow.Tests.Devices;

/// <summary>Every implementation of products and convolutions gives the bits of the plain loops,
/// on any number of threads and in any batch.</summary>
[TestClass]
[DoNotParallelize]
public unsafe class LinearKernelsTests
{
    private static readonly LinearKernels s_reference = LinearKernels.All[^1];

    private static IEnumerable<LinearKernels> Variants => LinearKernels.All[..^1].Where(kernels => kernels.IsSupported);

    [TestMethod]
    public void TheReferenceIsLastAndRunsEverywhere()
    {
        Assert.IsInstanceOfType<ReferenceLinear>(s_reference);
        Assert.IsTrue(s_reference.IsSupported);
        Assert.AreEqual(LinearKernels.All.First(kernels => kernels.IsSupported), LinearKernels.Best);
    }

    /// <summary>.NET's switches for instruction sets do what .ci/run uses them for: each makes the next best kernels run.</summary>
    [TestMethod]
    public void TheBestThatIsNotSwitchedOffIsChosen()
    {
        var isX86 = RuntimeInformation.ProcessArchitecture is Architecture.X64 or Architecture.X86;
        // Without AVX2, .NET offers no fused multiply-add on x86 either.
        var expected = IsOff("EnableHWIntrinsic") || (isX86 && IsOff("EnableAVX2")) ? "reference"
            : !isX86 ? "Vector128"
            : IsOff("EnableAVX512") || !Avx512F.IsSupported ? "AVX2"
            : "AVX-512";
        Assert.AreEqual(expected, LinearKernels.Best.Name);

        static bool IsOff(string name) => Environment.GetEnvironmentVariable($"DOTNET_{name}") == "0";
    }

    [TestMethod]
    public void ProductsHaveTheReferencesBits()
    {
        foreach (var (batch, m, n, k) in new[]
        {
            (1, 1, 1, 1), (1, 12, 32, 7), (1, 13, 33, 5), (1, 25, 65, 513), (2, 7, 31, 1), (3, 1, 100, 20), (1, 130, 1, 600),
                (1, 11, 17, 1030), (1, 6, 8, 0),
            (1, 400, 40, 3),
        })
            foreach (var transposeA in new[] { false, true })
                foreach (var transposeB in new[] { false, true })
                {
                    var shape = new MatMulShape(batch, m, n, k, transposeA, transposeB);
                    float[] a = Random(batch * m * k, 1), b = Random(batch * k * n, 2);
                    SameBits($"{shape}", batch * m * n, (kernels, y) =>
                    {
                        fixed (float* pa = a, pb = b, py = y)
                            kernels.MatMul(pa, pb, py, shape);
                    });
                }
    }

    public static IEnumerable<object[]> Convolutions()
    {
        yield return [1, (1, 1), (1, 1), (1, 1), (1, 1), "valid", (1, 1)];
        yield return [13, (7, 7), (5, 5), (17, 35), (1, 1), "same", (1, 1)];
        yield return [2, (7, 7), (5, 5), (16, 32), (2, 2), "same", (1, 1)];
        yield return [3, (8, 6), (5, 4), (3, 33), (2, 2), "same", (1, 1)];
        yield return [25, (6, 5), (3, 3), (1, 4), (2, 1), "valid", (1, 1)];
        yield return [1, (9, 9), (2, 2), (5, 1), (3, 3), "valid", (1, 1)];
        yield return [2, (10, 11), (3, 3), (2, 3), (1, 1), "same", (2, 3)];
        yield return [5, (9, 8), (3, 2), (2, 3), (2, 3), "same", (3, 2)];
        yield return [14, (5, 4), (1, 1), (80, 34), (1, 1), "same", (1, 1)];
        yield return [2, (5, 3), (1, 1), (4, 4), (2, 2), "valid", (1, 1)];
        yield return [1, (20, 20), (17, 17), (1, 2), (1, 1), "same", (1, 1)];
        yield return [1, (1, 3), (5, 5), (2, 2), (1, 1), "same", (1, 1)];
        yield return [40, (28, 28), (5, 5), (1, 6), (2, 2), "same", (1, 1)];
        yield return [40, (28, 28), (5, 5), (1, 70), (2, 2), "same", (1, 1)];
        yield return [3, (9, 11), (3, 9), (2, 33), (1, 2), "same", (1, 1)];
        yield return [7, (12, 9), (2, 4), (4, 31), (3, 1), "valid", (1, 2)];
        yield return [1, (40, 600), (3, 3), (2, 2), (1, 2), "same", (1, 2)];
        // Layers of pictures up to 128 x 128 in colour, and the smallest maps.
        yield return [2, (128, 128), (5, 5), (3, 64), (2, 2), "same", (1, 1)];
        yield return [17, (64, 64), (5, 5), (3, 33), (2, 2), "same", (1, 1)];
        yield return [1, (64, 64), (5, 5), (20, 34), (2, 2), "same", (1, 1)];
        yield return [1, (32, 32), (5, 5), (64, 128), (2, 2), "same", (1, 1)];
        yield return [5, (16, 16), (5, 5), (40, 70), (2, 2), "same", (1, 1)];
        yield return [14, (8, 8), (5, 5), (33, 66), (2, 2), "same", (1, 1)];
        yield return [30, (4, 4), (5, 5), (64, 64), (1, 1), "same", (1, 1)];
    }

    [TestMethod]
    [DynamicData(nameof(Convolutions))]
    public void ConvolutionsHaveTheReferencesBits(
        int n, (int H, int W) size, (int H, int W) kernelSize, (int In, int Out) channels, (int, int) strides, string padding,
        (int, int) dilations)
    {
        var s = Shape(n, size, kernelSize, channels, strides, padding, dilations);
        float[] x = Random(s.Input.size, 1), kernel = Random(s.Kernel.size, 2), dy = Random(s.Output.size, 3);
        SameBits($"{s} forward", s.Output.size, (kernels, y) => Forward(kernels, x, kernel, y, s));
        SameBits($"{s} gradient to the input", s.Input.size, (kernels, dx) => InputGradient(kernels, kernel, dy, dx, s));
        SameBits($"{s} gradient to the kernel", s.Kernel.size, (kernels, dkernel) => FilterGradient(kernels, x, dy, dkernel, s));
    }

    [TestMethod]
    public void BitsDoNotDependOnThreads()
    {
        var s = Shape(40, (14, 14), (5, 5), (40, 70), (2, 2), "same", (1, 1));
        var product = new MatMulShape(1, 300, 150, 700, false, false);
        float[] x = Random(s.Input.size, 1), kernel = Random(s.Kernel.size, 2), dy = Random(s.Output.size, 3);
        float[] a = Random(300 * 700, 4), b = Random(700 * 150, 5);
        var threads = Work.Threads;
        try
        {
            var results = new[] { 1, 2, 3, 8 }.Select(count =>
            {
                Work.Threads = count;
                float[] y = new float[s.Output.size], dx = new float[s.Input.size], dkernel = new float[s.Kernel.size],
                    ab = new float[300 * 150];
                Forward(LinearKernels.Best, x, kernel, y, s);
                InputGradient(LinearKernels.Best, kernel, dy, dx, s);
                FilterGradient(LinearKernels.Best, x, dy, dkernel, s);
                fixed (float* pa = a, pb = b, pab = ab)
                    LinearKernels.Best.MatMul(pa, pb, pab, product);
                return (float[])[.. y, .. dx, .. dkernel, .. ab];
            }).ToArray();
            foreach (var result in results)
                AssertSameBits("threads", results[0], result);
        }
        finally
        {
            Work.Threads = threads;
        }
    }

    [TestMethod]
    public void APictureHasTheSameBitsAloneAndInABatch()
    {
        foreach (var kernels in Variants)
            foreach (var (size, channels, stride) in new[] { ((7, 7), (20, 40), 1), ((14, 14), (8, 33), 2), ((28, 28), (1, 8), 2),
                ((64, 64), (3, 8), 2), ((4, 4), (20, 40), 1) })
            {
                ConvolutionShape all = Shape(128, size, (5, 5), channels, (stride, stride), "same", (1, 1)), one = all with { N = 1 };
                float[] x = Random(all.Input.size, 1), kernel = Random(all.Kernel.size, 2), dy = Random(all.Output.size, 3);
                float[] y = new float[all.Output.size], dx = new float[all.Input.size], y1 = new float[one.Output.size],
                    dx1 = new float[one.Input.size];
                Forward(kernels, x, kernel, y, all);
                InputGradient(kernels, kernel, dy, dx, all);
                foreach (var n in new[] { 0, 5, 77, 127 })
                {
                    Forward(kernels, Part(x, n, one.InputLength), kernel, y1, one);
                    AssertSameBits($"{kernels.Name} y {n}", Part(y, n, one.OutputLength), y1);
                    InputGradient(kernels, kernel, Part(dy, n, one.OutputLength), dx1, one);
                    AssertSameBits($"{kernels.Name} dx {n}", Part(dx, n, one.InputLength), dx1);
                }
            }

        static float[] Part(float[] all, int n, nint length) => all.AsSpan(n * (int)length, (int)length).ToArray();
    }

    [TestMethod]
    public void ARowHasTheSameBitsAloneAndInABatch()
    {
        float[] a = Random(128 * 100, 1), b = Random(100 * 200, 2), y = new float[128 * 200], row = new float[200];
        foreach (var kernels in Variants)
            fixed (float* pa = a, pb = b, py = y, pRow = row)
            {
                kernels.MatMul(pa, pb, py, new MatMulShape(1, 128, 200, 100, false, false));
                foreach (var m in new[] { 0, 13, 127 })
                {
                    kernels.MatMul(pa + m * 100, pb, pRow, new MatMulShape(1, 1, 200, 100, false, false));
                    AssertSameBits($"{kernels.Name} row {m}", y.AsSpan(m * 200, 200).ToArray(), row);
                }
            }
    }

    private static ConvolutionShape Shape(
        int n, (int H, int W) size, (int H, int W) kernel, (int In, int Out) channels, (int, int) strides, string padding,
        (int, int) dilations) =>
        ConvolutionShape.Of("test", (n, size.H, size.W, channels.In), (kernel.H, kernel.W, channels.In, channels.Out), strides, padding,
            dilations);

    private static float[] Random(long length, int seed) => FiniteDifferences.Random(length, seed).ToArray<float>();

    private static void Forward(LinearKernels kernels, float[] x, float[] kernel, float[] y, ConvolutionShape s)
    {
        fixed (float* px = x, pk = kernel, py = y, scratch = new float[kernels.ForwardScratch(s) + 1])
            kernels.Forward(px, pk, py, s, scratch);
    }

    private static void InputGradient(LinearKernels kernels, float[] kernel, float[] dy, float[] dx, ConvolutionShape s)
    {
        fixed (float* pk = kernel, pdy = dy, pdx = dx, scratch = new float[kernels.InputGradientScratch(s) + 1])
            kernels.InputGradient(pk, pdy, pdx, s, scratch);
    }

    private static void FilterGradient(LinearKernels kernels, float[] x, float[] dy, float[] dkernel, ConvolutionShape s)
    {
        fixed (float* px = x, pdy = dy, pdk = dkernel, scratch = new float[kernels.FilterGradientScratch(s) + 1])
            kernels.FilterGradient(px, pdy, pdk, s, scratch);
    }

    private static void SameBits(string what, long length, Action<LinearKernels, float[]> compute)
    {
        var expected = new float[length];
        compute(s_reference, expected);
        foreach (var kernels in Variants)
        {
            var actual = new float[length];
            Array.Fill(actual, float.NaN);
            compute(kernels, actual);
            AssertSameBits($"{kernels.Name} {what}", expected, actual);
        }
    }

    private static void AssertSameBits(string what, float[] expected, float[] actual)
    {
        for (var i = 0; i < expected.Length; i++)
            if (BitConverter.SingleToInt32Bits(expected[i]) != BitConverter.SingleToInt32Bits(actual[i]))
                Assert.Fail($"{what}: element {i} is {actual[i]:R}, expected {expected[i]:R}");
    }
}
