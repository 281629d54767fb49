namespace Tensorflow.Devices.Cpu.Linear.Winograd;

/// <summary>A convolution that Winograd's minimal filtering computes with far fewer products: few taps, on maps of any size.</summary>
/// <param name="Convolution">The convolution.</param>
/// <param name="Forward">Its sides.</param>
/// <param name="Backward">Those of its gradient to the input.</param>
internal sealed record WinogradShape(ConvolutionShape Convolution, WinogradSides Forward, WinogradSides Backward)
{
    /// <summary>How much less arithmetic the products must have than the direct sums, for the transforms to be worth it.</summary>
    private const double WorthIt = 1.6;

    /// <summary>Channels come in whole registers of the widest kind, and few of them would not make up for the transforms.</summary>
    private const int ChannelsAtOnce = 16, FewestChannels = 32;

    /// <summary>Products that one channel of x and one of y need, in the pass that has more of them.</summary>
    internal long Products => Math.Max(Forward.Products, Backward.Products);

    /// <summary>The convolution in tiles, or null where that is impossible or would not pay.
    /// How many pictures there are plays no part.</summary>
    internal static WinogradShape? Of(ConvolutionShape s) =>
        s.InputChannels >= FewestChannels && s.OutputChannels >= FewestChannels && InTiles(s) is { } shape
        && s.ProductsOfChannelPair >= WorthIt * shape.Products
            ? shape
            : null;

    /// <summary>The convolution in tiles, or null where that is impossible.</summary>
    internal static WinogradShape? InTiles(ConvolutionShape s)
    {
        if (s.DilationH != 1 || s.DilationW != 1 || s.InputChannels % ChannelsAtOnce != 0 || s.OutputChannels % ChannelsAtOnce != 0
            || WinogradAxis.Of(s.H, s.OutputH, s.KernelH, s.StrideH, s.PaddingTop) is not { } vertical
            || WinogradAxis.Of(s.W, s.OutputW, s.KernelW, s.StrideW, s.PaddingLeft) is not { } horizontal)
            return null;
        var forward = new WinogradSides(vertical, horizontal, s.InputChannels, s.OutputChannels);
        return new WinogradShape(s, forward, forward.Transposed());
    }
}
