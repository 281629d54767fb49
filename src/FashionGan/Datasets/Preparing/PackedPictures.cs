using FashionGanTf.Imaging;
using Microsoft.Win32.SafeHandles;
using Tensorflow.NumPy;

namespace FashionGanTf.Datasets.Preparing;

/// <summary>
/// Pictures of one size in one file, which are read when they are asked for: however many there are, they need no memory of the process.
/// The system keeps in its own memory what is read often. See <see cref="PictureCache"/> for how the file is made.
/// </summary>
public sealed class PackedPictures : PictureRows, IDisposable
{
    private readonly SafeFileHandle _file;
    private readonly PackedHeader _header;

    private PackedPictures(SafeFileHandle file, PackedHeader header, int count) => (_file, _header, Count) = (file, header, count);

    /// <inheritdoc/>
    public override int Count { get; }

    /// <inheritdoc/>
    public override PictureShape Shape => _header.Shape;

    /// <summary>Of each picture its class; null where one has none.</summary>
    public byte[]? Labels => Count < _header.Count ? _header.Labels?[..Count] : _header.Labels;

    /// <summary>Pictures that could not be decoded, and are not among these.</summary>
    public IReadOnlyList<LeftOut> Broken => _header.Broken;

    /// <inheritdoc/>
    public override void Read(ReadOnlySpan<int> numbers, Span<byte> pixels)
    {
        var length = Shape.Bytes;
        for (var i = 0; i < numbers.Length; i++)
        {
            ArgumentOutOfRangeException.ThrowIfNegative(numbers[i], nameof(numbers));
            ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(numbers[i], Count, nameof(numbers));
            Read(_file, pixels.Slice(i * length, length), (long)numbers[i] * length);
        }
    }

    /// <inheritdoc/>
    public override NDArray First(int count)
    {
        count = Math.Min(count, Count);
        var pixels = new byte[(long)count * Shape.Bytes];
        Read(_file, pixels, 0);
        var array = np.array(pixels);
        return Shape.Channels == 1 ? array.reshape((count, Shape.Size, Shape.Size)) : array.reshape((count, Shape.Size, Shape.Size, 3));
    }

    /// <inheritdoc/>
    public override PictureRows Take(int count) => count < Count ? new PackedPictures(_file, _header, count) : this;

    /// <inheritdoc/>
    public override string Sha256() => Count == _header.Count ? _header.Sha256 : base.Sha256();

    /// <summary>Closes the file; nothing can be read any more, also through what <see cref="Take"/> gave.</summary>
    public void Dispose() => _file.Dispose();

    /// <summary>Opens a packed file and checks every byte of it.</summary>
    /// <returns>Null where there is none, or it is damaged.</returns>
    /// <exception cref="IOException">It cannot be read.</exception>
    internal static PackedPictures? Open(string path)
    {
        SafeFileHandle file;
        try
        {
            file = File.OpenHandle(path, share: FileShare.Read | FileShare.Delete);
        }
        catch (Exception error) when (error is FileNotFoundException or DirectoryNotFoundException)
        {
            return null;
        }
        catch (UnauthorizedAccessException error)
        {
            throw new IOException($"{path} cannot be read: permission denied.", error);
        }

        if (PackedHeader.Read(file) is { } header && new PackedPictures(file, header, header.Count) is var packed
            && packed.Hash() == header.Sha256)
            return packed;
        file.Dispose();
        return null;
    }

    private string Hash() => base.Sha256();

    private static void Read(SafeFileHandle file, Span<byte> pixels, long at)
    {
        while (pixels.Length > 0)
        {
            var count = RandomAccess.Read(file, pixels, at);
            if (count == 0)
                throw new IOException("The file with the prepared pictures has become shorter since it was opened.");
            pixels = pixels[count..];
            at += count;
        }
    }
}
