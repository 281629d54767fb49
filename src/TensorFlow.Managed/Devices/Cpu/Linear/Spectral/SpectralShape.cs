namespace Tensorflow.Devices.Cpu.Linear.Spectral;

/// <summary>
/// A convolution seen as a circular one, small enough for a Fourier transform of its maps to pay. On the circle each pair of channels costs
/// one product for each number of the transform, where the direct sum has one for each tap and place.
/// </summary>
/// <remarks>
/// With X, W and Y the transforms of pictures, kernel and result, for each number of the transform:
/// <c>Y = X conj(W)</c> summed over the channels and phases of X, <c>dX = dY W</c> over the channels of dY, <c>dW = X conj(dY)</c> over the
/// pictures (the convolution theorem; a convolution as networks have it is a correlation, hence the conjugates).
/// </remarks>
internal sealed record SpectralShape(MapSampling Input, MapSampling Kernel, MapSampling Output)
{
    /// <summary>How much less arithmetic the products must have than the direct sums, for the transforms to be worth it.</summary>
    private const double WorthIt = 1.6;

    /// <summary>Channels come in whole registers of the widest kind, and few of them would not make up for the transforms.</summary>
    private const int ChannelsAtOnce = 16, FewestChannels = 32;

    /// <summary>The convolution on a circle, or null where that is impossible or would not pay.
    /// How many pictures there are plays no part.</summary>
    internal static SpectralShape? Of(ConvolutionShape s) =>
        s.InputChannels >= FewestChannels && s.OutputChannels >= FewestChannels && OnCircle(s) is { } shape
        && s.ProductsOfChannelPair >= WorthIt * shape.Products
            ? shape
            : null;

    /// <summary>The convolution on a circle, or null where that is impossible.</summary>
    internal static SpectralShape? OnCircle(ConvolutionShape s)
    {
        if (s.DilationH != 1 || s.DilationW != 1 || s.InputChannels % ChannelsAtOnce != 0 || s.OutputChannels % ChannelsAtOnce != 0)
            return null;
        AxisSampling h = new(s.H, s.StrideH), w = new(s.W, s.StrideW);
        AxisSampling kernelH = new(s.KernelH, s.StrideH, s.PaddingTop), kernelW = new(s.KernelW, s.StrideW, s.PaddingLeft);
        var circle = Math.Max(AxisSampling.SmallestCircle(h, kernelH, s.OutputH), AxisSampling.SmallestCircle(w, kernelW, s.OutputW));
        if (circle > Fourier9.Size)
            return null;
        var size = circle > Fourier8.Size ? Fourier9.Size : circle > Fourier6.Size ? Fourier8.Size : Fourier6.Size;
        return new SpectralShape(
            new MapSampling(size, h, w, s.N, s.InputChannels),
            new MapSampling(size, kernelH, kernelW, s.InputChannels, s.OutputChannels),
            new MapSampling(size, new(s.OutputH, 1), new(s.OutputW, 1), s.N, s.OutputChannels));
    }

    /// <summary>Products that one channel of x and one of y need: one for each real number of the transform,
    /// three for each complex one.</summary>
    internal int Products => Input.Phases * (3 * Input.Size * Input.Size - RealNumbers) / 2;

    /// <summary>A square's numbers that are real: one, or four of an even size; of the others half are the conjugates.</summary>
    private int RealNumbers => Input.Size % 2 == 0 ? 4 : 1;
}
