using System.Numerics;

namespace Tensorflow.Devices.Cpu;

/// <summary>Sums and products along a row that may be short, one for each pixel, say. A call costs little: of 32 elements those of
/// <see cref="System.Numerics.Tensors.TensorPrimitives"/> take longer to begin than to compute.</summary>
internal static unsafe class RowKernels
{
    /// <summary>y = x + numbers.</summary>
    internal static void Add(float* x, float* numbers, float* y, int width)
    {
        var c = 0;
        for (; c <= width - Vector<float>.Count; c += Vector<float>.Count)
            (Vector.Load(x + c) + Vector.Load(numbers + c)).Store(y + c);
        for (; c < width; c++)
            y[c] = x[c] + numbers[c];
    }

    /// <summary>y = x + number.</summary>
    internal static void Add(float* x, float number, float* y, int width)
    {
        var c = 0;
        var numbers = new Vector<float>(number);
        for (; c <= width - Vector<float>.Count; c += Vector<float>.Count)
            (Vector.Load(x + c) + numbers).Store(y + c);
        for (; c < width; c++)
            y[c] = x[c] + number;
    }

    /// <summary>y = x * numbers.</summary>
    internal static void Multiply(float* x, float* numbers, float* y, int width)
    {
        var c = 0;
        for (; c <= width - Vector<float>.Count; c += Vector<float>.Count)
            (Vector.Load(x + c) * Vector.Load(numbers + c)).Store(y + c);
        for (; c < width; c++)
            y[c] = x[c] * numbers[c];
    }

    /// <summary>y = x * number.</summary>
    internal static void Multiply(float* x, float number, float* y, int width)
    {
        var c = 0;
        var numbers = new Vector<float>(number);
        for (; c <= width - Vector<float>.Count; c += Vector<float>.Count)
            (Vector.Load(x + c) * numbers).Store(y + c);
        for (; c < width; c++)
            y[c] = x[c] * number;
    }
}
