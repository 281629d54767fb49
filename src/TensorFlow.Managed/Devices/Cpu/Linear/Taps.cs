namespace Tensorflow.Devices.Cpu.Linear;

/// <summary>Which place of the source each tap of a place of the target meets, along one side of the pictures, taps in the order of the
/// sum. Places a <see cref="Step"/> apart have the same taps, each <see cref="Advance"/> places of the source further on.</summary>
internal interface ITaps
{
    /// <summary>How many taps the kernel has along this side.</summary>
    int Count { get; }

    /// <summary>Places of the target from one to the next that has the same taps.</summary>
    int Step { get; }

    /// <summary>Places of the source between the same tap of these two.</summary>
    int Advance { get; }

    /// <summary>Whether a tap of a place of the target belongs to its sum.</summary>
    /// <param name="place">The place.</param>
    /// <param name="tap">The tap.</param>
    /// <param name="source">The place of the source, which may lie outside.</param>
    bool Meets(int place, int tap, out int source);
}

/// <summary>The taps of a convolution: a place of y meets places of x.</summary>
internal readonly struct ForwardTaps(int count, int stride, int dilation, int padding) : ITaps
{
    public int Count => count;

    public int Step => 1;

    public int Advance => stride;

    public bool Meets(int place, int tap, out int source)
    {
        source = place * stride + tap * dilation - padding;
        return true;
    }
}

/// <summary>The taps of a convolution seen from x, the kernel's last one first: a place of x meets places of dy.</summary>
internal readonly struct InputGradientTaps(int count, int stride, int dilation, int padding) : ITaps
{
    public int Count => count;

    public int Step => stride;

    public int Advance => 1;

    public bool Meets(int place, int tap, out int source)
    {
        (source, var remainder) = Math.DivRem(place + padding - (count - 1 - tap) * dilation, stride);
        return remainder == 0;
    }
}
