using System.Numerics;
using System.Numerics.Tensors;

namespace Tensorflow.Devices.Cpu;

/// <summary>Conversions from one element type to another. Fractions are cut off;
/// what does not fit is cut to its low bits, as in TensorFlow.</summary>
internal static unsafe class CastKernels
{
    internal static void From<T>(T* x, TF_DataType to, nint y, long count) where T : unmanaged, INumber<T>
    {
        switch (to)
        {
            case TF_DataType.TF_FLOAT: Convert(x, (float*)y, count); break;
            case TF_DataType.TF_DOUBLE: Convert(x, (double*)y, count); break;
            case TF_DataType.TF_INT32: Convert(x, (int*)y, count); break;
            case TF_DataType.TF_INT64: Convert(x, (long*)y, count); break;
            case TF_DataType.TF_UINT8: Convert(x, (byte*)y, count); break;
            default:
                Work.RunElements(count, (start, length) =>
                {
                    for (var i = start; i < start + length; i++)
                        ((byte*)y)[i] = x[i] == T.Zero ? (byte)0 : (byte)1;
                });
                break;
        }
    }

    private static void Convert<TFrom, TTo>(TFrom* x, TTo* y, long count)
        where TFrom : unmanaged, INumber<TFrom>
        where TTo : unmanaged, INumber<TTo> =>
        Work.RunElements(count, (start, length) =>
            TensorPrimitives.ConvertTruncating(new ReadOnlySpan<TFrom>(x + start, length), new Span<TTo>(y + start, length)));
}
