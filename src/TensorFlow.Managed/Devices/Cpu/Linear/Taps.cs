namespace Tensorflow.Devices.Cpu.Linear;

/// <summary>Which place of the source each tap of a place of the target meets,
/// along one side of the pictures, taps in the order of the sum.</summary>
internal interface ITaps
{
    /// <summary>How many taps the kernel has along this side.</summary>
    int Count { get; }

    /// <summary>The place of the source, or -1 where the tap meets nothing.</summary>
    int Find(int place, int tap);
}

/// <summary>The taps of a convolution: a place of y meets places of x.</summary>
internal readonly struct ForwardTaps(int count, int stride, int dilation, int padding, int size) : ITaps
{
    public int Count => count;

    public int Find(int place, int tap)
    {
        var source = place * stride + tap * dilation - padding;
        return (uint)source < size ? source : -1;
    }
}

/// <summary>The taps of a convolution seen from x, the kernel's last one first: a place of x meets places of dy.</summary>
internal readonly struct InputGradientTaps(int count, int stride, int dilation, int padding, int size) : ITaps
{
    public int Count => count;

    public int Find(int place, int tap)
    {
        var (source, remainder) = Math.DivRem(place + padding - (count - 1 - tap) * dilation, stride);
        return remainder == 0 && (uint)source < size ? source : -1;
    }
}
