namespace Tensorflow;

/// <summary>What the runtime knows of each element type: its size, its name, its C# type.</summary>
internal static class DataTypes
{
    internal static int Size(this TF_DataType dtype) => dtype switch
    {
        TF_DataType.TF_FLOAT or TF_DataType.TF_INT32 => 4,
        TF_DataType.TF_DOUBLE or TF_DataType.TF_INT64 => 8,
        TF_DataType.TF_UINT8 or TF_DataType.TF_BOOL => 1,
        _ => throw new ArgumentException($"There are no tensors of type {dtype}."),
    };

    internal static string Name(this TF_DataType dtype) => dtype switch
    {
        TF_DataType.TF_FLOAT => "float32",
        TF_DataType.TF_DOUBLE => "float64",
        TF_DataType.TF_INT32 => "int32",
        TF_DataType.TF_INT64 => "int64",
        TF_DataType.TF_UINT8 => "uint8",
        TF_DataType.TF_BOOL => "bool",
        _ => dtype.ToString(),
    };

    internal static bool IsFloating(this TF_DataType dtype) => dtype is TF_DataType.TF_FLOAT or TF_DataType.TF_DOUBLE;

    /// <summary>The type that holds the numbers of both best: double, float, long, int,
    /// byte, bool, the first of them that occurs.</summary>
    internal static TF_DataType Widest(TF_DataType a, TF_DataType b)
    {
        ReadOnlySpan<TF_DataType> order =
        [
            TF_DataType.TF_DOUBLE, TF_DataType.TF_FLOAT, TF_DataType.TF_INT64, TF_DataType.TF_INT32, TF_DataType.TF_UINT8,
                TF_DataType.TF_BOOL,
        ];
        return order[Math.Min(order.IndexOf(a), order.IndexOf(b))];
    }

    /// <summary>Whether there are tensors of a C# type.</summary>
    internal static bool IsKnown(Type type) =>
        type == typeof(float) || type == typeof(double) || type == typeof(int) || type == typeof(long) || type == typeof(byte)
        || type == typeof(bool);

    internal static TF_DataType Of(Type type) =>
        type == typeof(float) ? TF_DataType.TF_FLOAT
        : type == typeof(double) ? TF_DataType.TF_DOUBLE
        : type == typeof(int) ? TF_DataType.TF_INT32
        : type == typeof(long) ? TF_DataType.TF_INT64
        : type == typeof(byte) ? TF_DataType.TF_UINT8
        : type == typeof(bool) ? TF_DataType.TF_BOOL
        : throw new ArgumentException($"There are no tensors of type {type.Name}; use float, double, int, long, byte or bool.");

    internal static TF_DataType Of<T>() where T : unmanaged => Of(typeof(T));
}
