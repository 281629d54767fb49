using System.Buffers.Binary;

namespace FashionGanTf.Fuzz.Mutation;

/// <summary>Damage that knows of no format: a few of these in a row make an input from a valid file.</summary>
internal static class Mutator
{
    /// <summary>No input grows beyond this, however often parts of it are doubled.</summary>
    private const int LargestInput = 1 << 16;

    private const int MostChanges = 4;

    /// <summary>Numbers at which sizes, signs and products turn over.</summary>
    private static readonly ulong[] s_edges =
    [
        0, 1, 2, 7, 8, 0x7f, 0x80, 0xff, 0x100, 0x7fff, 0x8000, 0xffff, 0x10000, 100_000_000, 100_000_001, 0x3fffffff, 0x40000000,
            0x7fffffc7, 0x7fffffff,
        0x80000000, 0xfffffffe, 0xffffffff, 0x100000000, 0x3fffffffffffffff, 0x7fffffffffffffff, 0x8000000000000000, 0xfffffffffffffff8,
        0xffffffffffffffff,
    ];

    /// <summary>Changes a valid file at one to four places.</summary>
    /// <param name="valid">The file.</param>
    /// <param name="others">Files to take pieces from.</param>
    /// <param name="words">Pieces that mean something to the format.</param>
    /// <param name="random">Decides.</param>
    internal static byte[] Damage(byte[] valid, IReadOnlyList<byte[]> others, IReadOnlyList<byte[]> words, FuzzRandom random)
    {
        var bytes = valid;
        for (var changes = 1 + random.Below(MostChanges); changes > 0; changes--)
            bytes = Change(bytes, others, words, random);
        return bytes.Length <= LargestInput ? bytes : bytes[..LargestInput];
    }

    private static byte[] Change(byte[] bytes, IReadOnlyList<byte[]> others, IReadOnlyList<byte[]> words, FuzzRandom random) =>
        random.Below(10) switch
    {
        0 => FlipBits(bytes, random),
        1 => bytes[..random.Below(bytes.Length + 1)],
        2 => Insert(bytes, RandomBytes(1 + random.Below(16), random), random),
        3 => Insert(bytes, Piece(bytes, random), random),
        4 => Remove(bytes, random),
        5 or 6 => EditNumber(bytes, random),
        7 => Splice(bytes, random.OneOf(others), random),
        8 => EditDigits(bytes, random),
        _ => words.Count == 0 ? FlipBits(bytes, random) : Insert(bytes, random.OneOf(words), random),
    };

    private static byte[] FlipBits(byte[] bytes, FuzzRandom random)
    {
        if (bytes.Length == 0)
            return bytes;
        var changed = (byte[])bytes.Clone();
        for (var flips = 1 + random.Below(4); flips > 0; flips--)
            changed[random.Below(changed.Length)] ^= (byte)(1 << random.Below(8));
        return changed;
    }

    private static byte[] Insert(byte[] bytes, ReadOnlySpan<byte> piece, FuzzRandom random)
    {
        var at = random.Below(bytes.Length + 1);
        // As often over what stands there as before it.
        var after = random.OneIn(2) ? at : Math.Min(bytes.Length, at + piece.Length);
        return [.. bytes.AsSpan(0, at), .. piece, .. bytes.AsSpan(after)];
    }

    private static byte[] Remove(byte[] bytes, FuzzRandom random)
    {
        var piece = Piece(bytes, random).Length;
        var at = random.Below(bytes.Length - piece + 1);
        return [.. bytes.AsSpan(0, at), .. bytes.AsSpan(at + piece)];
    }

    /// <summary>Writes an edge number, or one next to what stands there, in a width and order that formats use.</summary>
    private static byte[] EditNumber(byte[] bytes, FuzzRandom random)
    {
        var width = 1 << random.Below(4);
        if (bytes.Length < width)
            return bytes;
        var changed = (byte[])bytes.Clone();
        // Lengths stand near the beginning more often than elsewhere.
        var at = random.Below(random.OneIn(2) ? Math.Min(64, bytes.Length - width + 1) : bytes.Length - width + 1);
        at = Math.Min(at, bytes.Length - width);
        var field = changed.AsSpan(at, width);
        Span<byte> word = stackalloc byte[8];
        var littleEndian = random.OneIn(2);
        word.Clear();
        field.CopyTo(littleEndian ? word : word[(8 - width)..]);
        var old = littleEndian ? BinaryPrimitives.ReadUInt64LittleEndian(word) : BinaryPrimitives.ReadUInt64BigEndian(word);
        var value = random.OneIn(3) ? old + (ulong)(random.Below(33) - 16) : random.OneOf(s_edges);
        BinaryPrimitives.WriteUInt64LittleEndian(word, littleEndian ? value : BinaryPrimitives.ReverseEndianness(value));
        (littleEndian ? word[..width] : word[(8 - width)..]).CopyTo(field);
        return changed;
    }

    /// <summary>Puts an edge number in the place of a run of digits, as a text has its lengths.</summary>
    private static byte[] EditDigits(byte[] bytes, FuzzRandom random)
    {
        var begin = random.Below(bytes.Length + 1);
        while (begin < bytes.Length && !char.IsAsciiDigit((char)bytes[begin]))
            begin++;
        if (begin == bytes.Length)
            return EditNumber(bytes, random);
        var end = begin;
        while (end < bytes.Length && char.IsAsciiDigit((char)bytes[end]))
            end++;
        var value = random.OneOf(s_edges);
        var text = random.OneIn(2)
            ? value.ToString(System.Globalization.CultureInfo.InvariantCulture)
            : ((long)value).ToString(System.Globalization.CultureInfo.InvariantCulture);
        return [.. bytes.AsSpan(0, begin), .. System.Text.Encoding.ASCII.GetBytes(text), .. bytes.AsSpan(end)];
    }

    private static byte[] Splice(byte[] bytes, byte[] other, FuzzRandom random) =>
        [.. bytes.AsSpan(0, random.Below(bytes.Length + 1)), .. other.AsSpan(random.Below(other.Length + 1))];

    private static ReadOnlySpan<byte> Piece(byte[] bytes, FuzzRandom random)
    {
        var begin = random.Below(bytes.Length + 1);
        return bytes.AsSpan(begin, random.Below(bytes.Length - begin + 1));
    }

    private static byte[] RandomBytes(int count, FuzzRandom random)
    {
        var bytes = new byte[count];
        foreach (ref var value in bytes.AsSpan())
            value = random.NextByte();
        return bytes;
    }
}
