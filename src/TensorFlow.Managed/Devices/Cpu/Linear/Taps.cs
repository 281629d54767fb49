namespace Tensorflow.Devices.Cpu.Linear;

/// <summary>Which place of the source each tap of a place of the target meets, taps in the order of the sum.</summary>
internal interface ITaps
{
    /// <summary>False when the tap of the place (h, w) meets nothing; else the place as h W + w of the source.</summary>
    bool TryFind(int h, int w, int tap, out nint place);
}

/// <summary>The taps of a convolution: a place of y meets places of x.</summary>
internal readonly struct ForwardTaps(ConvolutionShape s) : ITaps
{
    public bool TryFind(int h, int w, int tap, out nint place)
    {
        var (kh, kw) = Math.DivRem(tap, s.KernelW);
        var (sourceH, sourceW) = (h * s.StrideH + kh * s.DilationH - s.PaddingTop, w * s.StrideW + kw * s.DilationW - s.PaddingLeft);
        place = (nint)sourceH * s.W + sourceW;
        return (uint)sourceH < s.H && (uint)sourceW < s.W;
    }
}

/// <summary>The taps of a convolution seen from x, the kernel's last one first: a place of x meets places of dy.</summary>
internal readonly struct InputGradientTaps(ConvolutionShape s) : ITaps
{
    public bool TryFind(int h, int w, int tap, out nint place)
    {
        var (kh, kw) = Math.DivRem(s.KernelH * s.KernelW - 1 - tap, s.KernelW);
        var (sourceH, remainderH) = Math.DivRem(h + s.PaddingTop - kh * s.DilationH, s.StrideH);
        var (sourceW, remainderW) = Math.DivRem(w + s.PaddingLeft - kw * s.DilationW, s.StrideW);
        place = (nint)sourceH * s.OutputW + sourceW;
        return remainderH == 0 && remainderW == 0 && (uint)sourceH < s.OutputH && (uint)sourceW < s.OutputW;
    }
}
