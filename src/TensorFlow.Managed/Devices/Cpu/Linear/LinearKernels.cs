using System.Runtime.Intrinsics.Arm;
using System.Runtime.Intrinsics.X86;

namespace Tensorflow.Devices.Cpu.Linear;

/// <summary>
/// Matrix products and convolutions for one set of instructions. Every element is one chain of fused multiply-adds in an order that its
/// sizes fix, so all implementations give the same bits, on any number of threads and in any batch.
/// </summary>
internal abstract unsafe class LinearKernels
{
    /// <summary>Every implementation, best first, the plain loops last.</summary>
    internal static LinearKernels[] All { get; } =
    [
        new TiledLinear("AVX-512", Avx512F.IsSupported, TileKernel.Of<Lanes512>(rows: 12)),
        new TiledLinear("AVX2", Avx2.IsSupported && Fma.IsSupported, TileKernel.Of<Lanes256>(rows: 6)),
        new TiledLinear("Vector128", Fma.IsSupported || AdvSimd.IsSupported, TileKernel.Of<Lanes128>(rows: 6)),
        new ReferenceLinear(),
    ];

    /// <summary>The first that this processor runs.</summary>
    internal static LinearKernels Best { get; } = Array.Find(All, kernels => kernels.IsSupported)!;

    internal abstract string Name { get; }

    internal abstract bool IsSupported { get; }

    /// <summary>y = a b; each sum runs over k from 0.</summary>
    internal abstract void MatMul(float* a, float* b, float* y, MatMulShape shape);

    /// <summary>How many elements of memory <see cref="Forward"/> works in.</summary>
    internal abstract long ForwardScratch(ConvolutionShape shape);

    /// <summary>y = x * kernel; each sum runs over the taps inside the picture row by row, and over the channels of each.</summary>
    internal abstract void Forward(float* x, float* kernel, float* y, ConvolutionShape shape, float* scratch);

    /// <summary>How many elements of memory <see cref="InputGradient"/> works in.</summary>
    internal abstract long InputGradientScratch(ConvolutionShape shape);

    /// <summary>
    /// dx from dy; each sum runs over the taps that meet a place of dy, from the kernel's end, and over the channels of each; where
    /// <see cref="ConvolutionShape.HasFewInputChannels"/>, every tap is a sum of its own and these are added in that order.
    /// </summary>
    internal abstract void InputGradient(float* kernel, float* dy, float* dx, ConvolutionShape shape, float* scratch);

    /// <summary>How many elements of memory <see cref="FilterGradient"/> works in.</summary>
    internal abstract long FilterGradientScratch(ConvolutionShape shape);

    /// <summary>
    /// dkernel from x and dy; each sum runs over the pictures and the places of a group (<see cref="ConvolutionShape.PicturesInGroup"/>),
    /// and the groups' sums are added in their order; places outside the picture are left out, unless
    /// <see cref="ConvolutionShape.HasFewInputChannels"/>.
    /// </summary>
    internal abstract void FilterGradient(float* x, float* dy, float* dkernel, ConvolutionShape shape, float* scratch);
}
