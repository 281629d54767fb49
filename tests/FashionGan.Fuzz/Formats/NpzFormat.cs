using Tensorflow.NumPy;

namespace FashionGanTf.Fuzz.Formats;

/// <summary>NumPy's files of several arrays, each of which is read.</summary>
internal sealed class NpzFormat : FuzzFormat
{
    internal override string Name => "npz";

    internal override IReadOnlyList<byte[]> Seeds { get; } =
    [
        WrittenFile.Of("npz", path => np.savez(path, [.. NpyFormat.Arrays()])),
        WrittenFile.Of("npz", path => np.savez_compressed(path, [.. NpyFormat.Arrays()])),
        WrittenFile.Of("npz", path => np.savez_compressed(path, np.zeros((64, 64), np.float32))),
        WrittenFile.Of("npz", path => np.savez(path)),
    ];

    internal override IReadOnlyList<byte[]> Words { get; } =
        [[0x50, 0x4b, 1, 2], [0x50, 0x4b, 3, 4], [0x50, 0x4b, 5, 6], [0x50, 0x4b, 7, 8], ".npy"u8.ToArray(), "arr_0"u8.ToArray()];

    internal override void Read(byte[] file)
    {
        var arrays = new NpzDictionary("file", () => new MemoryStream(file, writable: false));
        foreach (var name in arrays.Keys)
            _ = arrays[name];
    }

    // The table of arrays as objects, read once for each array, and a decompressor's window for each.
    internal override long MostMemory(byte[] file) => (4 << 20) + 1200L * file.Length;
}
