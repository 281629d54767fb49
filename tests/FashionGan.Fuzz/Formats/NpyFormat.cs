using System.Buffers.Binary;
using System.Text;
using FashionGanTf.Fuzz.Mutation;
using Tensorflow.NumPy;

namespace FashionGanTf.Fuzz.Formats;

/// <summary>NumPy's files of one array.</summary>
internal sealed class NpyFormat : FuzzFormat
{
    private const int HeadBegins = 10;

    internal override string Name => "npy";

    internal override IReadOnlyList<byte[]> Seeds { get; } =
    [
        .. Arrays().Select(array => WrittenFile.Of("npy", path => np.save(path, array))),
        // As other programs write: another order of keys, of bytes and of axes; structures.
        Headed("{'shape': (2L, 3L), 'descr': '>i2', 'fortran_order': True}", 12),
        Headed("{'descr': [('a', '<i4'), ('b', '<f4')], 'fortran_order': False, 'shape': (1,), }", 8),
        Headed("{'descr': '|O', 'fortran_order': False, 'shape': (1,), }", 8),
        Headed("{'descr': '<f2', 'fortran_order': False, 'shape': (), }", 2),
    ];

    internal override IReadOnlyList<byte[]> Words { get; } =
        [.. new[]
        {
            "'descr'", "'fortran_order'", "'shape'", "True", "False", "'<f4'", "'>f8'", "'|b1'", "'<u4'", "(", ")", "()", "(0,)", "(-1,)",
            "(4294967296, 4294967296)", "'", ",", ":", "{", "}", "L", "\n", "\0", "\u2028", "\u001b[2J",
        }.Select(Encoding.UTF8.GetBytes)];

    /// <summary>Arrays of every type, of few axes and of many, and without elements.</summary>
    internal static IEnumerable<NDArray> Arrays() =>
    [
        np.array(1.5f, 2, 3, 4, 5, 6).reshape((2, 3)), np.array(0.1), np.array(-1, 0, 1), np.array(long.MinValue, long.MaxValue),
        np.array<byte>(0, 255, 7, 1).reshape((2, 2, 1, 1)), np.array(true, false), np.zeros((0, 4), np.float32),
    ];

    internal override void Read(byte[] file) => NpyFile.Read("file", new MemoryStream(file), file.Length);

    // The elements, and their likes after widening, up to four times as large; the head as bytes and as texts.
    internal override long MostMemory(byte[] file) => 16L * file.Length + 65_536;

    /// <summary>Damages the head only and makes its length right.</summary>
    protected override byte[] DamageInside(byte[] valid, FuzzRandom random)
    {
        var end = HeadBegins + BinaryPrimitives.ReadUInt16LittleEndian(valid.AsSpan(HeadBegins - 2));
        var head = Mutator.Damage(valid[HeadBegins..end], [.. Seeds.Select(seed => seed[HeadBegins..])], Words, random);
        var length = Math.Min(head.Length, ushort.MaxValue);
        return [.. valid[..(HeadBegins - 2)], (byte)length, (byte)(length >> 8), .. head[..length], .. valid[end..]];
    }

    private static byte[] Headed(string head, int elements) =>
        [0x93, .. "NUMPY"u8, 1, 0, (byte)head.Length, (byte)(head.Length >> 8), .. Encoding.ASCII.GetBytes(head), .. new byte[elements]];
}
