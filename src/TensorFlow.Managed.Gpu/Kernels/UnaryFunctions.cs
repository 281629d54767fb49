using System.Numerics;

namespace Tensorflow.Devices.Gpu.Kernels;

/// <summary>A function of one number as a type, so that it is compiled into its kernel.</summary>
internal interface IUnary<T>
{
    static abstract T Apply(T x);
}

/// <summary>A function of one floating number, computed in double precision.</summary>
internal interface IFloatingFunction
{
    static abstract double Of(double x);
}

internal readonly struct Negate<T> : IUnary<T> where T : unmanaged, INumber<T>
{
    public static T Apply(T x) => T.Zero - x;
}

internal readonly struct Abs<T> : IUnary<T> where T : unmanaged, INumber<T>
{
    public static T Apply(T x) => x < T.Zero ? T.Zero - x : x;
}

/// <summary>-1, 0 or 1; NaN stays.</summary>
internal readonly struct Sign<T> : IUnary<T> where T : unmanaged, INumber<T>
{
    public static T Apply(T x) => x > T.Zero ? T.One : x < T.Zero ? T.Zero - T.One : x;
}

internal readonly struct Square<T> : IUnary<T> where T : unmanaged, INumber<T>
{
    public static T Apply(T x) => x * x;
}

/// <summary>max(x, 0); NaN stays.</summary>
internal readonly struct Relu<T> : IUnary<T> where T : unmanaged, INumber<T>
{
    public static T Apply(T x) => x < T.Zero ? T.Zero : x;
}

internal readonly struct Identity<T> : IUnary<T>
{
    public static T Apply(T x) => x;
}

internal readonly struct LogicalNot : IUnary<byte>
{
    public static byte Apply(byte x) => x == 0 ? (byte)1 : (byte)0;
}

/// <summary>A floating function for both floating types.</summary>
internal readonly struct Floating<TFunction> : IUnary<float>, IUnary<double> where TFunction : struct, IFloatingFunction
{
    static float IUnary<float>.Apply(float x) => (float)TFunction.Of(x);

    static double IUnary<double>.Apply(double x) => TFunction.Of(x);
}

internal readonly struct Sqrt : IFloatingFunction
{
    public static double Of(double x) => Math.Sqrt(x);
}

internal readonly struct Rsqrt : IFloatingFunction
{
    public static double Of(double x) => 1 / Math.Sqrt(x);
}

internal readonly struct Reciprocal : IFloatingFunction
{
    public static double Of(double x) => 1 / x;
}

internal readonly struct Exp : IFloatingFunction
{
    public static double Of(double x) => Numerics.Exp(x);
}

internal readonly struct Log : IFloatingFunction
{
    public static double Of(double x) => Numerics.Log(x);
}

internal readonly struct Log1p : IFloatingFunction
{
    public static double Of(double x) => Numerics.Log1p(x);
}

internal readonly struct Sin : IFloatingFunction
{
    public static double Of(double x) => Numerics.Sin(x);
}

internal readonly struct Cos : IFloatingFunction
{
    public static double Of(double x) => Numerics.Cos(x);
}

internal readonly struct Tanh : IFloatingFunction
{
    public static double Of(double x) => Numerics.Tanh(x);
}

internal readonly struct Sigmoid : IFloatingFunction
{
    public static double Of(double x) => Numerics.Sigmoid(x);
}

internal readonly struct Softplus : IFloatingFunction
{
    public static double Of(double x) => Numerics.Softplus(x);
}

internal readonly struct Elu : IFloatingFunction
{
    public static double Of(double x) => x < 0 ? Numerics.Exp(x) - 1 : x;
}

internal readonly struct Erf : IFloatingFunction
{
    public static double Of(double x) => Numerics.Erf(x);
}

internal readonly struct Floor : IFloatingFunction
{
    public static double Of(double x) => Numerics.Floor(x);
}

internal readonly struct Round : IFloatingFunction
{
    public static double Of(double x) => Numerics.Round(x);
}
