using System.Security.Cryptography;
using FashionGanTf.Imaging;
using Tensorflow.NumPy;

namespace FashionGanTf.Datasets;

/// <summary>Pictures of one size, in memory or on disk, that are read by their numbers.</summary>
public abstract class PictureRows
{
    /// <summary>How many pictures are read at once where all are read in turn.</summary>
    private const int AtATime = 256;

    /// <summary>How many there are.</summary>
    public abstract int Count { get; }

    /// <summary>Their size and colours.</summary>
    public abstract PictureShape Shape { get; }

    /// <summary>Reads pictures. Threads may do so at once.</summary>
    /// <param name="numbers">Which, from 0; in any order, also twice.</param>
    /// <param name="pixels">Takes them one after the other: rows from the top, the channels of a pixel side by side. It has room for
    /// <see cref="PictureShape.Bytes"/> of each.</param>
    /// <exception cref="IOException">They cannot be read.</exception>
    public abstract void Read(ReadOnlySpan<int> numbers, Span<byte> pixels);

    /// <summary>The first pictures, all where there are no more, as an array in memory.</summary>
    /// <returns>uint8 (N, H, W) in gray, (N, H, W, 3) in colour.</returns>
    /// <exception cref="IOException">They cannot be read.</exception>
    public abstract NDArray First(int count);

    /// <summary>The first pictures, all where there are no more, where they are.</summary>
    public abstract PictureRows Take(int count);

    /// <summary>Some of them, where they are.</summary>
    /// <param name="numbers">Which, from 0.</param>
    internal PictureRows Choose(int[] numbers) => new ChosenRows(this, numbers);

    /// <summary>What tells one data set from another: the SHA-256 of all pixels in their order, as hexadecimal digits.</summary>
    /// <exception cref="IOException">They cannot be read.</exception>
    public virtual string Sha256()
    {
        // A few at a time: one array of all would double the memory of a data set that is there already.
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        var pixels = new byte[Math.Min(AtATime, Count) * Shape.Bytes];
        for (var first = 0; first < Count; first += AtATime)
        {
            var numbers = Enumerable.Range(first, Math.Min(AtATime, Count - first)).ToArray();
            var part = pixels.AsSpan(0, numbers.Length * Shape.Bytes);
            Read(numbers, part);
            hash.AppendData(part);
        }

        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }
}
