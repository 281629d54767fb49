using System.Drawing;
using FashionGanTf.Imaging;
using Tensorflow.Serialization;

namespace FashionGanTf.Datasets.Preparing;

/// <summary>A picture that a source knows of, not decoded yet.</summary>
/// <param name="Name">What messages call it: the path of its file, or that of the file it lies in and its place there.</param>
/// <param name="Label">The number of its class; <see cref="NoLabel"/> where none is known.</param>
public sealed record SourcePicture(string Name, int Label = SourcePicture.NoLabel)
{
    /// <summary>The label of a picture whose class is not known.</summary>
    public const int NoLabel = -1;

    /// <summary>The bytes of the file that it is, or lies in. With <see cref="Modified"/> it tells whether the picture has
    /// changed.</summary>
    public long Length { get; init; }

    /// <summary>When that file was written last, in UTC.</summary>
    public DateTime Modified { get; init; }

    /// <summary>Opens the encoded picture: a JPEG file's bytes, say; null for the file that <see cref="Name"/> names. Threads may call it
    /// at once. It throws <see cref="IOException"/> or <see cref="InvalidDataException"/>.</summary>
    public Func<Stream>? Open { get; init; }

    /// <summary>Reads the pixels where they are not encoded, as in an IDX file; null where they are. As <see cref="Open"/>.</summary>
    public Func<Bitmap>? Pixels { get; init; }

    /// <summary>The part of the picture that counts, in pixels of the upright picture; null for all. What lies outside the picture is
    /// cut off.</summary>
    public Rectangle? Box { get; init; }

    /// <summary>A file that is a picture. A link to a file that is not there is a broken one.</summary>
    public static SourcePicture OfFile(FileInfo file, int label = NoLabel)
    {
        var picture = new SourcePicture(file.FullName, label) { Modified = file.LastWriteTimeUtc };
        if (file.LinkTarget is { } target && !LeadsToAFile(file))
            return picture with
            {
                Open = () => throw new InvalidDataException(OneLine.Of($"{file.FullName}: it is a link to {target}, which is not there.")),
            };
        return picture with { Length = file.Length };
    }

    /// <summary>Whether there is a file at the end of a link; <see cref="File.Exists"/> is true of any link.</summary>
    private static bool LeadsToAFile(FileInfo link)
    {
        try
        {
            return link.ResolveLinkTarget(returnFinalTarget: true) is { Exists: true };
        }
        catch (IOException)
        {
            // It leads round in a ring.
            return false;
        }
    }
}
