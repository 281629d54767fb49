namespace Tensorflow;

/// <summary>The element types under Python's names, as <c>tf.float32</c> and the others.</summary>
public static class dtypes
{
    /// <summary>Truth values.</summary>
    public const TF_DataType @bool = TF_DataType.TF_BOOL;

    /// <summary>8-bit unsigned integers.</summary>
    public const TF_DataType uint8 = TF_DataType.TF_UINT8;

    /// <summary>32-bit signed integers.</summary>
    public const TF_DataType int32 = TF_DataType.TF_INT32;

    /// <summary>64-bit signed integers.</summary>
    public const TF_DataType int64 = TF_DataType.TF_INT64;

    /// <summary>32-bit floating point.</summary>
    public const TF_DataType float32 = TF_DataType.TF_FLOAT;

    /// <summary>64-bit floating point.</summary>
    public const TF_DataType float64 = TF_DataType.TF_DOUBLE;
}
