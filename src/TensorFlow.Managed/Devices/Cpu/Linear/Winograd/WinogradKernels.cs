using System.Runtime.Intrinsics.Arm;
using System.Runtime.Intrinsics.X86;
using Tensorflow.Devices.Cpu.Stages;

namespace Tensorflow.Devices.Cpu.Linear.Winograd;

/// <summary>
/// What a convolution by Winograd's filtering is made of, for one set of instructions. All implementations give the same bits, on any
/// number of threads; a picture's do not depend on the other pictures.
/// </summary>
internal abstract unsafe class WinogradKernels
{
    /// <summary>Every implementation, best first, plain arithmetic last.</summary>
    internal static WinogradKernels[] All { get; } =
    [
        new WinogradKernels<Lanes512>("AVX-512", Avx512F.IsSupported, TileKernel.Of<Lanes512>(rows: 12)),
        new WinogradKernels<Lanes256>("AVX2", Avx2.IsSupported && Fma.IsSupported, TileKernel.Of<Lanes256>(rows: 6)),
        new WinogradKernels<Lanes128>("Vector128", Fma.IsSupported || AdvSimd.IsSupported, TileKernel.Of<Lanes128>(rows: 6)),
        new WinogradKernels<Lanes1>("scalar", true, TileKernel.Of<Lanes1>(rows: 6)),
    ];

    /// <summary>The first that this processor runs.</summary>
    internal static WinogradKernels Best { get; } = Array.Find(All, kernels => kernels.IsSupported)!;

    internal abstract string Name { get; }

    internal abstract bool IsSupported { get; }

    /// <summary>Transforms weights.</summary>
    /// <param name="kernel">(taps, source's channels, target's channels).</param>
    /// <param name="sides">What for.</param>
    /// <param name="weights">Where they go, <see cref="WinogradSides.WeightsLength"/> elements.</param>
    internal abstract void TransformWeights(float* kernel, WinogradSides sides, float* weights);

    /// <summary>How many elements of memory <see cref="Convolve"/> works in.</summary>
    internal abstract long ConvolveScratch(WinogradSides sides, int pictures);

    /// <summary>Whether <see cref="Convolve"/> can make the source's elements as it goes, a few pictures at a time.</summary>
    internal abstract bool TakesPictures(WinogradSides sides, int pictures);

    /// <summary>The target from the source: a convolution, or its gradient to the input.</summary>
    /// <param name="source">Pictures.</param>
    /// <param name="stage">Makes the source's elements; null where they are there.</param>
    /// <param name="weights">Transformed weights.</param>
    /// <param name="target">As many pictures.</param>
    /// <param name="sides">The sizes of both.</param>
    /// <param name="pictures">How many there are.</param>
    /// <param name="scratch">Memory to work in.</param>
    internal abstract void Convolve(
        float* source, Stage? stage, float* weights, float* target, WinogradSides sides, int pictures, float* scratch);

    /// <summary>How many elements of memory <see cref="KernelGradient"/> works in.</summary>
    internal abstract long KernelGradientScratch(WinogradSides sides, int pictures);

    /// <summary>dkernel from x and dy; each sum runs over the tiles of all pictures in their order.</summary>
    internal abstract void KernelGradient(float* x, float* dy, float* dkernel, WinogradSides sides, int pictures, float* scratch);
}
