using System.IO.Compression;
using FashionGanTf.Imaging;
using Tensorflow.Keras.Datasets;

namespace FashionGanTf.Generation;

/// <summary>
/// Writes an IDX file of pictures one after the other: an array (count, height, width) of bytes, which loaders of Fashion-MNIST read. The
/// same pictures give the same bytes, wherever they go.
/// </summary>
public sealed class IdxPictures : IDisposable
{
    private readonly Stream _output;
    private readonly int _count;
    private bool _hasHead;

    /// <summary>A file that is empty yet.</summary>
    /// <param name="output">Gets the bytes, in their order; it stays open.</param>
    /// <param name="count">How many pictures there will be.</param>
    /// <param name="isCompressed">Whether to compress it by gzip.</param>
    public IdxPictures(Stream output, int count, bool isCompressed) =>
        (_output, _count) =
            (isCompressed ? new GZipStream(output, CompressionLevel.Optimal, leaveOpen: true) : new ForwardStream(output), count);

    /// <summary>Adds a picture.</summary>
    /// <param name="picture">Gray, of the size of those before it.</param>
    public void Add(Bitmap picture)
    {
        if (!_hasHead)
            IdxFile.write_head(_output, (_count, picture.Height, picture.Width));
        _hasHead = true;
        _output.Write(picture.Pixels);
    }

    /// <summary>Writes what a compressed file ends with.</summary>
    public void Dispose() => _output.Dispose();
}
