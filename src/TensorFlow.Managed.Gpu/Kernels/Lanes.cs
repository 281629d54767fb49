using System.Runtime.InteropServices;

namespace Tensorflow.Devices.Gpu.Kernels;

/// <summary>What a thread moves at once: an element, or several that lie side by side.</summary>
internal interface ILanes<TSelf> where TSelf : unmanaged, ILanes<TSelf>
{
    /// <summary>The sums of both, each lane for itself.</summary>
    static abstract TSelf Add(TSelf a, TSelf b);
}

/// <summary>One float32.</summary>
[StructLayout(LayoutKind.Sequential, Size = sizeof(float))]
internal readonly struct Float1(float x) : ILanes<Float1>
{
    private readonly float _x = x;

    public static Float1 Add(Float1 a, Float1 b) => new(a._x + b._x);
}

/// <summary>Four float32 side by side, which a card reads and writes as one.</summary>
[StructLayout(LayoutKind.Sequential, Size = 4 * sizeof(float))]
internal readonly struct Float4(float x, float y, float z, float w) : ILanes<Float4>
{
    private readonly float _x = x, _y = y, _z = z, _w = w;

    public static Float4 Add(Float4 a, Float4 b) => new(a._x + b._x, a._y + b._y, a._z + b._z, a._w + b._w);
}
