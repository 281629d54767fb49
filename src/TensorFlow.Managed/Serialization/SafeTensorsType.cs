using System.Diagnostics.CodeAnalysis;

namespace Tensorflow.Serialization;

/// <summary>A type of elements in the safetensors format.</summary>
/// <param name="Name">What the format calls it.</param>
/// <param name="Bits">Of an element.</param>
/// <param name="DataType">The runtime's type that elements are read as; <see cref="TF_DataType.DtInvalid"/> for a type that none of its
/// types can hold.</param>
internal sealed record SafeTensorsType(string Name, int Bits, TF_DataType DataType = TF_DataType.DtInvalid)
{
    /// <summary>float16, read as float32, which holds each of its values.</summary>
    internal static readonly SafeTensorsType Half = new("F16", 16, TF_DataType.TF_FLOAT);

    /// <summary>bfloat16, the upper half of a float32, read as one.</summary>
    internal static readonly SafeTensorsType BFloat16 = new("BF16", 16, TF_DataType.TF_FLOAT);

    private static readonly SafeTensorsType[] s_all =
    [
        .. new[]
        {
            ("F32", TF_DataType.TF_FLOAT), ("F64", TF_DataType.TF_DOUBLE), ("I32", TF_DataType.TF_INT32), ("I64", TF_DataType.TF_INT64),
            ("U8", TF_DataType.TF_UINT8), ("BOOL", TF_DataType.TF_BOOL),
        }.Select(type => new SafeTensorsType(type.Item1, 8 * type.Item2.Size(), type.Item2)),
        Half,
        BFloat16,
        // Others may lie beside what is wanted; their sizes say where.
        new("F4", 4), new("F6_E2M3", 6), new("F6_E3M2", 6), new("F8_E4M3", 8), new("F8_E5M2", 8), new("F8_E8M0", 8), new("I8", 8),
        new("I16", 16), new("U16", 16), new("U32", 32), new("U64", 64), new("C64", 64),
    ];

    /// <summary>Whether the runtime can read elements of this type.</summary>
    internal bool IsReadable => DataType != TF_DataType.DtInvalid;

    /// <summary>The names of the types that can be read.</summary>
    internal static string Readable => string.Join(", ", s_all.Where(type => type.IsReadable).Select(type => type.Name));

    /// <summary>The type of this name, if there is one.</summary>
    internal static bool TryFind(string name, [NotNullWhen(true)] out SafeTensorsType? type) =>
        (type = Array.Find(s_all, known => known.Name == name)) is not null;

    /// <summary>The type that the runtime's has in the files that it writes.</summary>
    internal static SafeTensorsType Of(TF_DataType type) => s_all.First(known => known.DataType == type);
}
