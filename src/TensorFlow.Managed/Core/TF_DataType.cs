namespace Tensorflow;

/// <summary>The type of a tensor's elements. Names and numbers are TensorFlow's.</summary>
public enum TF_DataType
{
    /// <summary>Not given: the operation decides.</summary>
    DtInvalid = 0,

    /// <summary>32-bit floating point, the type that networks train in.</summary>
    TF_FLOAT = 1,

    /// <summary>64-bit floating point.</summary>
    TF_DOUBLE = 2,

    /// <summary>32-bit signed integer.</summary>
    TF_INT32 = 3,

    /// <summary>8-bit unsigned integer, the type of a picture's pixels.</summary>
    TF_UINT8 = 4,

    /// <summary>64-bit signed integer.</summary>
    TF_INT64 = 9,

    /// <summary>A truth value, one byte.</summary>
    TF_BOOL = 10,
}
