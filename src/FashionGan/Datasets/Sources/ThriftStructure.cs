namespace FashionGanTf.Datasets.Sources;

/// <summary>
/// Walks through a structure in Thrift's compact protocol, in which parquet files describe themselves
/// (https://github.com/apache/thrift/blob/master/doc/specs/thrift-compact-protocol.md). Parquet.Net makes room for as
/// much as such a structure promises, and may read one that is damaged for ever: here every length is held against the bytes that are
/// there.
/// </summary>
/// <param name="bytes">The structure, and what may follow it.</param>
internal ref struct ThriftStructure(ReadOnlySpan<byte> bytes)
{
    private const int Deepest = 32;
    private const int Binary = 8, List = 9, Set = 10, Map = 11, Structure = 12;

    private readonly ReadOnlySpan<byte> _bytes = bytes;

    /// <summary>The bytes that were walked through.</summary>
    internal int Length { get; private set; }

    /// <summary>Walks to the structure's end.</summary>
    /// <param name="shape">What it has in it.</param>
    /// <param name="numbers">Gets the whole numbers of the structure's own fields at the places of their ids; those of ids that have no
    /// place are not kept.</param>
    /// <param name="inside">Gets the first whole number of each structure that is one of the structure's own fields, likewise.</param>
    /// <exception cref="InvalidDataException">It is damaged.</exception>
    internal void Walk(ThriftShape shape, scoped Span<long> numbers = default, scoped Span<long> inside = default) =>
        WalkFields(shape, numbers, inside, 0);

    private void WalkFields(ThriftShape? shape, scoped Span<long> numbers, scoped Span<long> inside, int depth)
    {
        if (depth > Deepest)
            throw Damaged();
        Span<long> firsts = stackalloc long[2];
        for (var id = 0L; Next() is var head and not 0;)
        {
            id = head >> 4 == 0 ? Number() : id + (head >> 4);
            var (code, type) = (head & 15, shape?.At(id));
            if (type is not null && !type.Codes.Contains(code))
                throw Damaged();
            // A truth value is in the field's head.
            if (code is 1 or 2)
                continue;
            if (code == Structure && id >= 0 && id < inside.Length)
            {
                firsts.Clear();
                WalkFields(type?.Shape, firsts, [], depth + 1);
                inside[(int)id] = firsts[1];
                continue;
            }

            var value = WalkValue(code, type, depth);
            if (id >= 0 && id < numbers.Length)
                numbers[(int)id] = value;
        }
    }

    /// <summary>Walks through a value.</summary>
    /// <returns>Its number, if it is a whole one.</returns>
    private long WalkValue(int code, ThriftType? type, int depth)
    {
        switch (code)
        {
            case 1 or 2 or 3:
                return Next();
            case 4 or 5 or 6:
                return Number();
            case 7:
                Skip(8);
                return 0;
            case Binary:
                Skip(Size());
                return 0;
            case List or Set:
                var head = Next();
                var count = head >> 4 == 15 ? Size() : head >> 4;
                if (count > 0 && type?.Element is { } element && !element.Codes.Contains(head & 15))
                    throw Damaged();
                WalkValues(count, [head & 15], type?.Element, depth);
                return 0;
            case Map:
                if (Size() is var entries and > 0 && Next() is var types)
                    WalkValues(entries, [types >> 4, types & 15], null, depth);
                return 0;
            case Structure:
                WalkFields(type?.Shape, [], [], depth + 1);
                return 0;
            default:
                throw Damaged();
        }
    }

    private void WalkValues(int count, scoped ReadOnlySpan<int> codes, ThriftType? type, int depth)
    {
        // Each takes a byte at least.
        if (count > _bytes.Length - Length || depth > Deepest)
            throw Damaged();
        for (var i = 0; i < count; i++)
            foreach (var code in codes)
                WalkValue(code, type, depth + 1);
    }

    private int Next() => Length < _bytes.Length ? _bytes[Length++] : throw Damaged();

    private void Skip(int count)
    {
        if (count > _bytes.Length - Length)
            throw Damaged();
        Length += count;
    }

    /// <summary>How many bytes or values follow.</summary>
    private int Size() => Bits() is var size && size <= (ulong)_bytes.Length ? (int)size : throw Damaged();

    /// <summary>A number whose sign is its lowest bit.</summary>
    private long Number() => Bits() is var bits ? (long)(bits >> 1) ^ -(long)(bits & 1) : 0;

    private ulong Bits()
    {
        var bits = 0UL;
        for (var shift = 0; shift < 64; shift += 7)
        {
            var part = Next();
            bits |= (ulong)(part & 127) << shift;
            if (part < 128)
                return bits;
        }

        throw Damaged();
    }

    private static InvalidDataException Damaged() => new("damaged: what it says of itself cannot be");
}
