namespace Tensorflow.Operations;

/// <summary>A convolution in groups: each group of x's channels is convolved with its own kernel, and gives its own group of y's
/// channels.</summary>
internal static class GroupedConv2D
{
    /// <param name="x">float32 (N, H, W, channels).</param>
    /// <param name="kernel">float32 (height, width, channels / groups, channels of y).</param>
    /// <param name="groups">How many; both numbers of channels are multiples of it.</param>
    /// <param name="strides">Steps between the places where the kernel is laid.</param>
    /// <param name="padding">"same" or "valid".</param>
    /// <param name="dilations">Steps between the kernel's taps.</param>
    /// <exception cref="ArgumentException">Ranks, types or sizes do not fit.</exception>
    internal static Tensor Apply(Tensor x, Tensor kernel, int groups, (int H, int W) strides, string padding, (int H, int W) dilations)
    {
        if (groups == 1)
            return Conv2D.Apply(x, kernel, strides, padding, dilations);
        return Concat.Apply(
            [.. Split.Apply(x, groups, -1).Zip(Split.Apply(kernel, groups, -1),
                (part, own) => Conv2D.Apply(part, own, strides, padding, dilations))], -1);
    }
}
