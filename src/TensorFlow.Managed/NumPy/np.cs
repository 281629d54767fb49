namespace Tensorflow.NumPy;

/// <summary>NumPy's functions: arrays made, shaped and computed. Results live until nobody holds them, whatever scopes close.</summary>
public static partial class np
{
    /// <summary>Truth values.</summary>
    public static TF_DataType @bool => TF_DataType.TF_BOOL;

    /// <summary>8-bit unsigned integers.</summary>
    public static TF_DataType uint8 => TF_DataType.TF_UINT8;

    /// <summary>32-bit signed integers.</summary>
    public static TF_DataType int32 => TF_DataType.TF_INT32;

    /// <summary>64-bit signed integers.</summary>
    public static TF_DataType int64 => TF_DataType.TF_INT64;

    /// <summary>32-bit floating point.</summary>
    public static TF_DataType float32 => TF_DataType.TF_FLOAT;

    /// <summary>64-bit floating point.</summary>
    public static TF_DataType float64 => TF_DataType.TF_DOUBLE;

    /// <summary>Random arrays: <c>np.random.normal(0, 1, (2, 3))</c>.</summary>
    public static RandomizedImpl random { get; } = new();

    /// <summary>A new axis of size 1, in an index.</summary>
    public static Slice newaxis => Slice.NewAxis;

    /// <summary>The circle's number.</summary>
    public static double pi => Math.PI;

    /// <summary>The base of natural logarithms.</summary>
    public static double e => Math.E;

    /// <summary>Larger than any number.</summary>
    public static double inf => double.PositiveInfinity;

    /// <summary>Not a number.</summary>
    public static double nan => double.NaN;
}
