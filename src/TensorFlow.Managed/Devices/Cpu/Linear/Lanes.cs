using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace Tensorflow.Devices.Cpu.Linear;

/// <summary>A register of float32 lanes, so that one source of a kernel serves every width.</summary>
internal unsafe interface ILanes<TSelf> where TSelf : struct, ILanes<TSelf>
{
    static abstract int Count { get; }

    static abstract TSelf Load(float* source);

    static abstract TSelf Broadcast(float value);

    static abstract TSelf Add(TSelf a, TSelf b);

    static abstract TSelf Subtract(TSelf a, TSelf b);

    static abstract TSelf Multiply(TSelf a, TSelf b);

    /// <summary>a b + c, rounded once.</summary>
    static abstract TSelf MultiplyAdd(TSelf a, TSelf b, TSelf c);

    void Store(float* target);

    /// <summary>target[lane * stride + r] = the lane of row r: four rows become columns.</summary>
    static abstract void StoreColumns(TSelf row0, TSelf row1, TSelf row2, TSelf row3, float* target, nint stride);
}

/// <summary>16 lanes: AVX-512.</summary>
internal readonly unsafe struct Lanes512(Vector512<float> value) : ILanes<Lanes512>
{
    private readonly Vector512<float> _value = value;

    public static int Count
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get => Vector512<float>.Count;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes512 Load(float* source) => new(Vector512.Load(source));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes512 Broadcast(float value) => new(Vector512.Create(value));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes512 Add(Lanes512 a, Lanes512 b) => new(a._value + b._value);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes512 Subtract(Lanes512 a, Lanes512 b) => new(a._value - b._value);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes512 Multiply(Lanes512 a, Lanes512 b) => new(a._value * b._value);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes512 MultiplyAdd(Lanes512 a, Lanes512 b, Lanes512 c) => new(Vector512.FusedMultiplyAdd(a._value, b._value, c._value));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Store(float* target) => _value.Store(target);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void StoreColumns(Lanes512 row0, Lanes512 row1, Lanes512 row2, Lanes512 row3, float* target, nint stride)
    {
        // Each quarter of a register on its own.
        var low01 = Avx512F.UnpackLow(row0._value, row1._value).AsDouble();
        var low23 = Avx512F.UnpackLow(row2._value, row3._value).AsDouble();
        var high01 = Avx512F.UnpackHigh(row0._value, row1._value).AsDouble();
        var high23 = Avx512F.UnpackHigh(row2._value, row3._value).AsDouble();
        Store(Avx512F.UnpackLow(low01, low23), target);
        Store(Avx512F.UnpackHigh(low01, low23), target + stride);
        Store(Avx512F.UnpackLow(high01, high23), target + 2 * stride);
        Store(Avx512F.UnpackHigh(high01, high23), target + 3 * stride);

        void Store(Vector512<double> columns, float* first)
        {
            Avx512F.ExtractVector128(columns, 0).AsSingle().Store(first);
            Avx512F.ExtractVector128(columns, 1).AsSingle().Store(first + 4 * stride);
            Avx512F.ExtractVector128(columns, 2).AsSingle().Store(first + 8 * stride);
            Avx512F.ExtractVector128(columns, 3).AsSingle().Store(first + 12 * stride);
        }
    }
}

/// <summary>8 lanes: AVX2.</summary>
internal readonly unsafe struct Lanes256(Vector256<float> value) : ILanes<Lanes256>
{
    private readonly Vector256<float> _value = value;

    public static int Count
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get => Vector256<float>.Count;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes256 Load(float* source) => new(Vector256.Load(source));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes256 Broadcast(float value) => new(Vector256.Create(value));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes256 Add(Lanes256 a, Lanes256 b) => new(a._value + b._value);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes256 Subtract(Lanes256 a, Lanes256 b) => new(a._value - b._value);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes256 Multiply(Lanes256 a, Lanes256 b) => new(a._value * b._value);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes256 MultiplyAdd(Lanes256 a, Lanes256 b, Lanes256 c) => new(Vector256.FusedMultiplyAdd(a._value, b._value, c._value));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Store(float* target) => _value.Store(target);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void StoreColumns(Lanes256 row0, Lanes256 row1, Lanes256 row2, Lanes256 row3, float* target, nint stride)
    {
        // Each quarter of a register on its own.
        var low01 = Avx.UnpackLow(row0._value, row1._value).AsDouble();
        var low23 = Avx.UnpackLow(row2._value, row3._value).AsDouble();
        var high01 = Avx.UnpackHigh(row0._value, row1._value).AsDouble();
        var high23 = Avx.UnpackHigh(row2._value, row3._value).AsDouble();
        Store(Avx.UnpackLow(low01, low23), target);
        Store(Avx.UnpackHigh(low01, low23), target + stride);
        Store(Avx.UnpackLow(high01, high23), target + 2 * stride);
        Store(Avx.UnpackHigh(high01, high23), target + 3 * stride);

        void Store(Vector256<double> columns, float* first)
        {
            Avx.ExtractVector128(columns, 0).AsSingle().Store(first);
            Avx.ExtractVector128(columns, 1).AsSingle().Store(first + 4 * stride);
        }
    }
}

/// <summary>4 lanes: Arm, and any x64 with fused multiply-add.</summary>
internal readonly unsafe struct Lanes128(Vector128<float> value) : ILanes<Lanes128>
{
    private readonly Vector128<float> _value = value;

    public static int Count
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get => Vector128<float>.Count;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes128 Load(float* source) => new(Vector128.Load(source));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes128 Broadcast(float value) => new(Vector128.Create(value));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes128 Add(Lanes128 a, Lanes128 b) => new(a._value + b._value);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes128 Subtract(Lanes128 a, Lanes128 b) => new(a._value - b._value);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes128 Multiply(Lanes128 a, Lanes128 b) => new(a._value * b._value);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes128 MultiplyAdd(Lanes128 a, Lanes128 b, Lanes128 c) => new(Vector128.FusedMultiplyAdd(a._value, b._value, c._value));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Store(float* target) => _value.Store(target);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void StoreColumns(Lanes128 row0, Lanes128 row1, Lanes128 row2, Lanes128 row3, float* target, nint stride) =>
        Memory.StoreColumns(row0._value, row1._value, row2._value, row3._value, target, stride);
}

/// <summary>A single lane: plain arithmetic, for processors without any of the others.</summary>
internal readonly unsafe struct Lanes1(float value) : ILanes<Lanes1>
{
    private readonly float _value = value;

    public static int Count
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get => 1;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes1 Load(float* source) => new(*source);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes1 Broadcast(float value) => new(value);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes1 Add(Lanes1 a, Lanes1 b) => new(a._value + b._value);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes1 Subtract(Lanes1 a, Lanes1 b) => new(a._value - b._value);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes1 Multiply(Lanes1 a, Lanes1 b) => new(a._value * b._value);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes1 MultiplyAdd(Lanes1 a, Lanes1 b, Lanes1 c) => new(MathF.FusedMultiplyAdd(a._value, b._value, c._value));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Store(float* target) => *target = _value;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void StoreColumns(Lanes1 row0, Lanes1 row1, Lanes1 row2, Lanes1 row3, float* target, nint stride)
    {
        (target[0], target[1]) = (row0._value, row1._value);
        (target[2], target[3]) = (row2._value, row3._value);
    }
}
