namespace Tensorflow;

/// <content>The element types under Python's names.</content>
public sealed partial class tensorflow
{
    /// <summary>Truth values.</summary>
    public TF_DataType @bool => TF_DataType.TF_BOOL;

    /// <summary>8-bit unsigned integers.</summary>
    public TF_DataType uint8 => TF_DataType.TF_UINT8;

    /// <summary>32-bit signed integers.</summary>
    public TF_DataType int32 => TF_DataType.TF_INT32;

    /// <summary>64-bit signed integers.</summary>
    public TF_DataType int64 => TF_DataType.TF_INT64;

    /// <summary>32-bit floating point.</summary>
    public TF_DataType float32 => TF_DataType.TF_FLOAT;

    /// <summary>64-bit floating point.</summary>
    public TF_DataType float64 => TF_DataType.TF_DOUBLE;
}
