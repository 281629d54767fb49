using System.Numerics;
using Tensorflow.Devices;

namespace Tensorflow.Operations;

/// <summary>Functions of two whole numbers, broadcast, that are computed on the host, whatever the device is. They have no
/// gradient.</summary>
internal static class WholeNumbers
{
    /// <summary>Whether a tensor is of int32, int64 or uint8.</summary>
    internal static bool Are(Tensor x) => x.dtype is TF_DataType.TF_INT32 or TF_DataType.TF_INT64 or TF_DataType.TF_UINT8;

    /// <exception cref="ArgumentException">The types differ, or the shapes do not broadcast.</exception>
    internal static Tensor Apply(
        string name, Tensor x, Tensor y, Func<int, int, int> ofInt32, Func<long, long, long> ofInt64, Func<byte, byte, byte> ofUInt8)
    {
        BinaryOperation.Check(name, x, y);
        var shape = Broadcast.ResultShape(name, x.shape, y.shape);
        (x, y) = (BroadcastTo.Apply(x, shape), BroadcastTo.Apply(y, shape));
        return x.dtype switch
        {
            TF_DataType.TF_INT32 => Each(x, y, ofInt32),
            TF_DataType.TF_INT64 => Each(x, y, ofInt64),
            _ => Each(x, y, ofUInt8),
        };
    }

    private static Tensor Each<T>(Tensor x, Tensor y, Func<T, T, T> f) where T : unmanaged, IBinaryInteger<T>
    {
        T[] a = x.ToArray<T>(), b = y.ToArray<T>();
        for (var i = 0; i < a.Length; i++)
            a[i] = f(a[i], b[i]);
        return Tensor.From<T>(a, x.shape);
    }
}
