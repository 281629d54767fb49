using System.Numerics;
using System.Numerics.Tensors;
using System.Runtime.InteropServices;

namespace Tensorflow.NumPy;

/// <summary>A type of elements in NumPy's files, and the runtime's type that holds each of its values.</summary>
/// <param name="Name">What the format calls it, without the order of its bytes: <c>f4</c>.</param>
/// <param name="Size">Bytes of an element.</param>
/// <param name="DataType">The type that it is read as.</param>
/// <param name="Widen">Elements, little-endian, to elements of that type; null where they are the same.</param>
internal sealed record NpyType(string Name, int Size, TF_DataType DataType, Func<byte[], byte[]>? Widen = null)
{
    private static readonly NpyType[] s_all =
    [
        new("f4", 4, TF_DataType.TF_FLOAT), new("f8", 8, TF_DataType.TF_DOUBLE), new("i4", 4, TF_DataType.TF_INT32),
        new("i8", 8, TF_DataType.TF_INT64), new("u1", 1, TF_DataType.TF_UINT8), new("b1", 1, TF_DataType.TF_BOOL, RequireTruthValues),
        new("f2", 2, TF_DataType.TF_FLOAT, Widened<Half, float>), new("i1", 1, TF_DataType.TF_INT32, Widened<sbyte, int>),
        new("i2", 2, TF_DataType.TF_INT32, Widened<short, int>), new("u2", 2, TF_DataType.TF_INT32, Widened<ushort, int>),
        new("u4", 4, TF_DataType.TF_INT64, Widened<uint, long>),
    ];

    /// <summary>The type that the runtime's is written as.</summary>
    internal static NpyType Of(TF_DataType type) => s_all.First(known => known.DataType == type);

    /// <summary>The type of a file's <c>descr</c>, as <c>&lt;f4</c>.</summary>
    /// <exception cref="InvalidDataException">It is none that is read.</exception>
    internal static (NpyType Type, bool IsBigEndian) Parse(string descr)
    {
        var type = descr.Length == 3 && "<>|=".Contains(descr[0]) ? Array.Find(s_all, known => known.Name == descr[1..]) : null;
        return type is not null ? (type, descr[0] == '>')
            : throw new InvalidDataException($"its elements are of the type '{descr}'; those that are read are " +
                $"{string.Join(", ", s_all.Select(known => known.Name))}. Convert it with NumPy's astype.");
    }

    /// <summary>What the format calls it: numbers of more than a byte are little-endian.</summary>
    internal string Descr => (Size > 1 ? "<" : "|") + Name;

    /// <summary>Elements as a file holds them to elements of <see cref="DataType"/>.</summary>
    internal byte[] Decode(byte[] elements, bool isBigEndian)
    {
        for (var start = 0; isBigEndian && start < elements.Length; start += Size)
            elements.AsSpan(start, Size).Reverse();
        return Widen is null ? elements : Widen(elements);
    }

    private static byte[] Widened<TFrom, TTo>(byte[] elements)
        where TFrom : unmanaged, INumberBase<TFrom>
        where TTo : unmanaged, INumberBase<TTo>
    {
        var from = MemoryMarshal.Cast<byte, TFrom>(elements.AsSpan());
        var to = new byte[checked(from.Length * Marshal.SizeOf<TTo>())];
        TensorPrimitives.ConvertChecked<TFrom, TTo>(from, MemoryMarshal.Cast<byte, TTo>(to.AsSpan()));
        return to;
    }

    private static byte[] RequireTruthValues(byte[] elements) => elements.AsSpan().ContainsAnyExcept<byte>(0, 1)
        ? throw new InvalidDataException("a truth value is neither 0 nor 1.") : elements;
}
