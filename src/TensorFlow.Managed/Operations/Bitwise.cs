using System.Numerics;
using Tensorflow.Devices;

namespace Tensorflow.Operations;

/// <summary>Functions of the bits of two whole numbers, broadcast. They have no gradient, and are computed on the host, whatever the
/// device is.</summary>
internal static class Bitwise
{
    internal static Tensor And(Tensor x, Tensor y) =>
        Apply(nameof(And), x, y, static (a, b) => a & b, static (a, b) => a & b, static (a, b) => (byte)(a & b));

    internal static Tensor Or(Tensor x, Tensor y) =>
        Apply(nameof(Or), x, y, static (a, b) => a | b, static (a, b) => a | b, static (a, b) => (byte)(a | b));

    internal static Tensor Xor(Tensor x, Tensor y) =>
        Apply(nameof(Xor), x, y, static (a, b) => a ^ b, static (a, b) => a ^ b, static (a, b) => (byte)(a ^ b));

    /// <summary>By at least 0 places and at most the number's bits less one, as TensorFlow's kernel does.</summary>
    internal static Tensor LeftShift(Tensor x, Tensor y) => Apply(
        nameof(LeftShift), x, y, static (a, b) => a << Math.Clamp(b, 0, 31), static (a, b) => a << (int)Math.Clamp(b, 0, 63),
        static (a, b) => (byte)(a << Math.Min(b, (byte)7)));

    /// <inheritdoc cref="LeftShift"/>
    internal static Tensor RightShift(Tensor x, Tensor y) => Apply(
        nameof(RightShift), x, y, static (a, b) => a >> Math.Clamp(b, 0, 31), static (a, b) => a >> (int)Math.Clamp(b, 0, 63),
        static (a, b) => (byte)(a >> Math.Min(b, (byte)7)));

    internal static Tensor Invert(Tensor x) => Xor(x, Constant.Scalar(x.dtype == TF_DataType.TF_UINT8 ? 255 : -1, x.dtype));

    /// <exception cref="ArgumentException">The types differ or are not int32, int64 or uint8, or the shapes do not broadcast.</exception>
    private static Tensor Apply(
        string name, Tensor x, Tensor y, Func<int, int, int> ofInt32, Func<long, long, long> ofInt64, Func<byte, byte, byte> ofUInt8)
    {
        BinaryOperation.Check(name, x, y);
        var shape = Broadcast.ResultShape(name, x.shape, y.shape);
        (x, y) = (BroadcastTo.Apply(x, shape), BroadcastTo.Apply(y, shape));
        return x.dtype switch
        {
            TF_DataType.TF_INT32 => Each(x, y, ofInt32),
            TF_DataType.TF_INT64 => Each(x, y, ofInt64),
            TF_DataType.TF_UINT8 => Each(x, y, ofUInt8),
            var other => throw new ArgumentException($"{name}: bits are of int32, int64 or uint8, not of {other.Name()}."),
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
