using System.Numerics;

namespace Tensorflow.Devices.Gpu.Kernels;

/// <summary>A function of two numbers as a type, so that it is compiled into its kernel.</summary>
internal interface IBinary<T, TResult>
{
    static abstract TResult Apply(T a, T b);
}

internal readonly struct Add<T> : IBinary<T, T> where T : unmanaged, INumber<T>
{
    public static T Apply(T a, T b) => a + b;
}

internal readonly struct Subtract<T> : IBinary<T, T> where T : unmanaged, INumber<T>
{
    public static T Apply(T a, T b) => a - b;
}

internal readonly struct Multiply<T> : IBinary<T, T> where T : unmanaged, INumber<T>
{
    public static T Apply(T a, T b) => a * b;
}

internal readonly struct Divide<T> : IBinary<T, T> where T : unmanaged, INumber<T>
{
    public static T Apply(T a, T b) => a / b;
}

/// <summary>The larger one; NaN where either is.</summary>
internal readonly struct Maximum<T> : IBinary<T, T> where T : unmanaged, INumber<T>
{
    public static T Apply(T a, T b) => a > b || a != a ? a : b;
}

/// <summary>The smaller one; NaN where either is.</summary>
internal readonly struct Minimum<T> : IBinary<T, T> where T : unmanaged, INumber<T>
{
    public static T Apply(T a, T b) => a < b || a != a ? a : b;
}

internal readonly struct SquaredDifference<T> : IBinary<T, T> where T : unmanaged, INumber<T>
{
    public static T Apply(T a, T b) => (a - b) * (a - b);
}

/// <summary>The remainder with the divisor's sign.</summary>
internal readonly struct IntegerFloorMod<T> : IBinary<T, T> where T : unmanaged, INumber<T>
{
    public static T Apply(T a, T b)
    {
        var remainder = a - a / b * b;
        return remainder != T.Zero && remainder < T.Zero != b < T.Zero ? remainder + b : remainder;
    }
}

/// <summary>a - floor(a / b) * b, each step rounded to the type.</summary>
internal readonly struct FloorMod : IBinary<float, float>, IBinary<double, double>
{
    public static float Apply(float a, float b) => a - (float)Numerics.Floor(a / b) * b;

    public static double Apply(double a, double b) => a - Numerics.Floor(a / b) * b;
}

internal readonly struct Pow : IBinary<float, float>, IBinary<double, double>
{
    public static float Apply(float a, float b) => (float)Numerics.Pow(a, b);

    public static double Apply(double a, double b) => Numerics.Pow(a, b);
}

internal readonly struct LogicalAnd : IBinary<byte, byte>
{
    public static byte Apply(byte a, byte b) => (byte)(a & b);
}

internal readonly struct LogicalOr : IBinary<byte, byte>
{
    public static byte Apply(byte a, byte b) => (byte)(a | b);
}

// Comparisons give bytes 0 and 1; anything compared with NaN is false, but for NotEqual.

internal readonly struct Equal<T> : IBinary<T, byte> where T : unmanaged, INumber<T>
{
    public static byte Apply(T a, T b) => a == b ? (byte)1 : (byte)0;
}

internal readonly struct NotEqual<T> : IBinary<T, byte> where T : unmanaged, INumber<T>
{
    public static byte Apply(T a, T b) => a == b ? (byte)0 : (byte)1;
}

internal readonly struct Less<T> : IBinary<T, byte> where T : unmanaged, INumber<T>
{
    public static byte Apply(T a, T b) => a < b ? (byte)1 : (byte)0;
}

internal readonly struct LessEqual<T> : IBinary<T, byte> where T : unmanaged, INumber<T>
{
    public static byte Apply(T a, T b) => a <= b ? (byte)1 : (byte)0;
}

internal readonly struct Greater<T> : IBinary<T, byte> where T : unmanaged, INumber<T>
{
    public static byte Apply(T a, T b) => a > b ? (byte)1 : (byte)0;
}

internal readonly struct GreaterEqual<T> : IBinary<T, byte> where T : unmanaged, INumber<T>
{
    public static byte Apply(T a, T b) => a >= b ? (byte)1 : (byte)0;
}
