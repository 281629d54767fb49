using System.Numerics.Tensors;

namespace Tensorflow.Devices.Cpu;

/// <summary>An axis made longer by a whole factor, linearly between the centers of its elements.</summary>
internal static unsafe class ResizeKernels
{
    internal static void Forward(float* x, float* y, long outer, int size, int inner, int factor) => Work.Run(checked((int)outer), o =>
    {
        float* from = x + (long)o * size * inner, to = y + (long)o * size * factor * inner;
        for (var i = 0; i < size * factor; i++, to += inner)
        {
            var (lower, upper, share) = Between(i, size, factor);
            TensorPrimitives.Lerp(
                new ReadOnlySpan<float>(from + (long)lower * inner, inner), new ReadOnlySpan<float>(from + (long)upper * inner, inner),
                share, new Span<float>(to, inner));
        }
    });

    internal static void Gradient(float* dy, float* dx, long outer, int size, int inner, int factor) => Work.Run(checked((int)outer), o =>
    {
        float* from = dy + (long)o * size * factor * inner, to = dx + (long)o * size * inner;
        new Span<float>(to, checked(size * inner)).Clear();
        for (var i = 0; i < size * factor; i++, from += inner)
        {
            var (lower, upper, share) = Between(i, size, factor);
            var dyRow = new ReadOnlySpan<float>(from, inner);
            Span<float> lowerRow = new(to + (long)lower * inner, inner), upperRow = new(to + (long)upper * inner, inner);
            TensorPrimitives.MultiplyAdd(dyRow, 1 - share, lowerRow, lowerRow);
            TensorPrimitives.MultiplyAdd(dyRow, share, upperRow, upperRow);
        }
    });

    /// <summary>The two elements that a result lies between, and the upper one's share.</summary>
    private static (int Lower, int Upper, float Share) Between(int i, int size, int factor)
    {
        var at = (i + 0.5f) / factor - 0.5f;
        var lower = (int)MathF.Floor(at);
        return (Math.Max(lower, 0), Math.Min(lower + 1, size - 1), at - lower);
    }
}
