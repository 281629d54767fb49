using System.IO.Compression;
using FashionGanTf.Imaging;
using Tensorflow.Keras.Datasets;

namespace FashionGanTf.Generation;

/// <summary>
/// Writes an IDX file of pictures one after the other: an array (count, height, width) of bytes in gray, which loaders of Fashion-MNIST
/// read, or (count, height, width, 3) in colour. The same pictures give the same bytes, wherever they go.
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

    /// <summary>The name of a file with pictures as data sets call it: <c>idx3</c> and <c>idx4</c> count the array's axes.</summary>
    /// <param name="part"><c>train</c>, for example.</param>
    /// <param name="channels">1 for gray, 3 for colour.</param>
    public static string FileName(string part, int channels) => $"{part}-images-idx{(channels == 1 ? 3 : 4)}-ubyte";

    /// <summary>Adds a picture.</summary>
    /// <param name="picture">Of the size and the colours of those before it.</param>
    public void Add(Bitmap picture)
    {
        if (!_hasHead)
            IdxFile.write_head(_output, PictureFiles.ArrayShape(picture, _count));
        _hasHead = true;
        _output.Write(picture.Pixels);
    }

    /// <summary>Writes what a compressed file ends with.</summary>
    public void Dispose() => _output.Dispose();
}
