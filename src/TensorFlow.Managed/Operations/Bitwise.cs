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
        return WholeNumbers.Are(x) ? WholeNumbers.Apply(name, x, y, ofInt32, ofInt64, ofUInt8)
            : throw new ArgumentException($"{name}: bits are of int32, int64 or uint8, not of {x.dtype.Name()}.");
    }
}
