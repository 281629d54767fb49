namespace Tensorflow.Devices.Cpu.Linear;

/// <summary>Whether a tile has two registers of columns or one, as a type, so that the compiler makes a kernel for each.</summary>
internal interface IWidth
{
    static abstract bool IsWide { get; }
}

internal readonly struct Wide : IWidth
{
    public static bool IsWide => true;
}

internal readonly struct Narrow : IWidth
{
    public static bool IsWide => false;
}
