using Tensorflow;
using Tensorflow.Keras.Datasets;

namespace FashionGanTf.Fuzz.Formats;

/// <summary>IDX files as they are.</summary>
internal sealed class IdxFormat : FuzzFormat
{
    internal override string Name => "idx";

    internal override IReadOnlyList<byte[]> Seeds { get; } = [.. PlainFiles()];

    internal override void Read(byte[] file) => IdxFile.Read(new MemoryStream(file), "file");

    // The elements are never more than the file's bytes.
    internal override long MostMemory(byte[] file) => file.Length + 16_384;

    /// <summary>Files from the program's own writer, and files at the format's edges.</summary>
    internal static IEnumerable<byte[]> PlainFiles()
    {
        foreach (Shape shape in new Shape[] { 0, 1, 10, (3, 28, 28), (0, 28, 28), new(2, 1, 1, 1, 1, 1, 1, 3) })
        {
            var elements = new byte[shape.size];
            for (var i = 0; i < elements.Length; i++)
                elements[i] = (byte)(i * 7);
            yield return WrittenFile.Of("idx", path => IdxFile.save(path, Tensor.From<byte>(elements, shape)));
        }

        yield return Convert.FromHexString("000008017FFFFFC7");
        yield return Convert.FromHexString("00000803FFFFFFFFFFFFFFFFFFFFFFFF");
        yield return Convert.FromHexString("00000D0100000001" + "3F800000");
    }
}
