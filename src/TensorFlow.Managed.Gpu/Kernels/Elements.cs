namespace Tensorflow.Devices.Gpu.Kernels;

/// <summary>How an element type is computed with: T in memory, TWide in a register.</summary>
internal interface IElement<T, TWide>
{
    static abstract TWide Widen(T x);

    static abstract T Narrow(TWide x);
}

/// <summary>float32 in double precision.</summary>
internal readonly struct FloatElement : IElement<float, double>
{
    public static double Widen(float x) => x;

    public static float Narrow(double x) => (float)x;
}

/// <summary>float64.</summary>
internal readonly struct DoubleElement : IElement<double, double>
{
    public static double Widen(double x) => x;

    public static double Narrow(double x) => x;
}

/// <summary>int32; what does not fit is cut to its low bits.</summary>
internal readonly struct IntElement : IElement<int, long>
{
    public static long Widen(int x) => x;

    public static int Narrow(long x) => (int)x;
}

/// <summary>int64.</summary>
internal readonly struct LongElement : IElement<long, long>
{
    public static long Widen(long x) => x;

    public static long Narrow(long x) => x;
}

/// <summary>uint8 and bool; what does not fit is cut to its low bits.</summary>
internal readonly struct ByteElement : IElement<byte, long>
{
    public static long Widen(byte x) => x;

    public static byte Narrow(long x) => (byte)x;
}

/// <summary>From one wide type to another.</summary>
internal interface IConversion<TFrom, TTo>
{
    static abstract TTo Convert(TFrom x);
}

/// <summary>The same type.</summary>
internal readonly struct Same<T> : IConversion<T, T>
{
    public static T Convert(T x) => x;
}

/// <summary>A fraction is cut off.</summary>
internal readonly struct ToWhole : IConversion<double, long>
{
    public static long Convert(double x) => (long)x;
}

/// <summary>To the nearest double.</summary>
internal readonly struct ToFloating : IConversion<long, double>
{
    public static double Convert(long x) => x;
}
