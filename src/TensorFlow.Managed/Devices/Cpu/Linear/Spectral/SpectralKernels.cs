using System.Runtime.Intrinsics.Arm;
using System.Runtime.Intrinsics.X86;
using Tensorflow.Devices.Cpu.Stages;

namespace Tensorflow.Devices.Cpu.Linear.Spectral;

/// <summary>
/// What a convolution by Fourier transforms is made of, for one set of instructions: maps to spectra, products of spectra, and back. All
/// implementations give the same bits, on any number of threads; a map's do not depend on the other maps.
/// </summary>
internal abstract unsafe class SpectralKernels
{
    /// <summary>Every implementation, best first; where none is supported, convolutions are summed directly.</summary>
    internal static SpectralKernels[] All { get; } =
    [
        new SpectralKernels<Lanes512>("AVX-512", Avx512F.IsSupported, TileKernel.Of<Lanes512>(rows: 12)),
        new SpectralKernels<Lanes256>("AVX2", Avx2.IsSupported && Fma.IsSupported, TileKernel.Of<Lanes256>(rows: 6)),
        new SpectralKernels<Lanes128>("Vector128", Fma.IsSupported || AdvSimd.IsSupported, TileKernel.Of<Lanes128>(rows: 6)),
    ];

    /// <summary>The first that this processor runs, or null.</summary>
    internal static SpectralKernels? Best { get; } = Array.Find(All, kernels => kernels.IsSupported);

    internal abstract string Name { get; }

    internal abstract bool IsSupported { get; }

    /// <summary>The spectrum of maps, the first of which is given; deferred elements of pictures are made map by map.
    /// A kernel's must be there.</summary>
    internal abstract void Transform(Elements maps, int first, MapSampling sampling, Spectrum spectrum);

    /// <summary>The maps of a spectrum; places that it says nothing about are left as they are.</summary>
    internal abstract void Restore(Spectrum spectrum, float* maps, MapSampling sampling);

    /// <summary>
    /// For each number of the transform, y (+)= a b or a conj(b), matrix products whose sums run in order. A complex product is made of
    /// three real ones (Gauss): <c>(p + i q)(c + i d)</c> has the real part <c>(p + q) c - q (c + d)</c> and the imaginary part <c>(p + q)
    /// c + p (d - c)</c>.
    /// </summary>
    /// <param name="a">Its matrices are (M, K), or (K, M) to be transposed.</param>
    /// <param name="transposeA">Whether a is to be transposed.</param>
    /// <param name="b">Its matrices are (K, N), or (N, K) to be transposed.</param>
    /// <param name="transposeB">Whether b is to be transposed.</param>
    /// <param name="conjugateB">Whether b's numbers are to be conjugated.</param>
    /// <param name="y">Its matrices are (M, N).</param>
    /// <param name="accumulate">Whether the sums go on from what y holds, instead of from 0.</param>
    internal abstract void Multiply(Spectrum a, bool transposeA, Spectrum b, bool transposeB, bool conjugateB, Spectrum y,
        bool accumulate = false);
}
