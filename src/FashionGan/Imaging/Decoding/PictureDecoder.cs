using SixLabors.ImageSharp;
using SixLabors.ImageSharp.Formats;
using SixLabors.ImageSharp.Formats.Bmp;
using SixLabors.ImageSharp.Formats.Gif;
using SixLabors.ImageSharp.Formats.Jpeg;
using SixLabors.ImageSharp.Formats.Png;
using SixLabors.ImageSharp.Formats.Webp;
using SixLabors.ImageSharp.Memory;
using SixLabors.ImageSharp.Metadata;
using SixLabors.ImageSharp.Metadata.Profiles.Exif;
using SixLabors.ImageSharp.PixelFormats;
using SixLabors.ImageSharp.Processing;
using Tensorflow.Serialization;

namespace FashionGanTf.Imaging.Decoding;

/// <summary>
/// Decodes JPEG, PNG, WebP, BMP and GIF files (of an animation the first frame) with ImageSharp. A file may be hostile: it is looked at
/// before ImageSharp sees it (see <see cref="PictureFile"/>), its size is checked before it is decoded, and whatever ImageSharp throws is
/// one line that names the file.
/// </summary>
internal sealed class PictureDecoder
{
    /// <summary>The most pixels that room is made for: 67 million, as a photograph of 8192 x 8192 has.</summary>
    internal const long MostPixels = 1 << 26;

    private const string Formats = "JPEG, PNG, WebP, BMP or GIF file";

    private readonly long _mostPixels;
    private readonly Configuration _configuration;

    /// <summary>A decoder with limits of its own.</summary>
    /// <param name="mostPixels">The most pixels of a picture.</param>
    /// <param name="memory">Where ImageSharp's buffers come from.</param>
    internal PictureDecoder(long mostPixels, MemoryAllocator memory)
    {
        _mostPixels = mostPixels;
        _configuration = new Configuration(new JpegConfigurationModule(), new PngConfigurationModule(), new WebpConfigurationModule(),
            new BmpConfigurationModule(), new GifConfigurationModule())
        {
            MemoryAllocator = memory,
            // A picture a thread: pictures are decoded side by side where there are many.
            MaxDegreeOfParallelism = 1,
        };
        // What these files say beside their pixels may be packed a thousandfold, or be longer than the file: it is not read.
        var formats = _configuration.ImageFormatsManager;
        formats.SetDecoder(SixLabors.ImageSharp.Formats.Png.PngFormat.Instance, new PngDecoder { IgnoreMetadata = true });
        formats.SetDecoder(WebpFormat.Instance, new WebpDecoder { IgnoreMetadata = true });
        formats.SetDecoder(GifFormat.Instance, new GifDecoder { IgnoreMetadata = true, DecodingMode = FrameDecodingMode.First });
    }

    /// <summary>The program's decoder.</summary>
    internal static PictureDecoder Default { get; } = new(MostPixels, MemoryAllocator.Create(new MemoryAllocatorOptions
    {
        // A picture of the largest size, four bytes a pixel, and a little for what is rounded up.
        AllocationLimitMegabytes = (int)(MostPixels * 4 >> 20) + 16,
        MaximumPoolSizeMegabytes = 256,
    }));

    /// <summary>A picture of pixels that are there already, in the same memory as those that are decoded.</summary>
    internal Image<Rgba32> Load(Bitmap bitmap)
    {
        var channels = bitmap.Channels;
        var image = new Image<Rgba32>(_configuration, bitmap.Width, bitmap.Height);
        image.ProcessPixelRows(rows =>
        {
            for (var y = 0; y < rows.Height; y++)
            {
                var source = bitmap.Row(y);
                var target = rows.GetRowSpan(y);
                for (var x = 0; x < target.Length; x++)
                    target[x] = new Rgba32(source[channels * x], source[channels * x + channels / 2], source[channels * x + channels - 1]);
            }
        });
        return image;
    }

    /// <summary>A picture's size as its file has it, which may lie on its side.</summary>
    /// <param name="file">The file's bytes.</param>
    /// <param name="name">What messages call it.</param>
    /// <exception cref="InvalidDataException">It is damaged, too large or of another kind; the message is one line.</exception>
    internal (int Width, int Height) Identify(ArraySegment<byte> file, string name) => Guarded(name, () =>
    {
        var info = Image.Identify(_configuration, Stream(file), out _) ?? throw new InvalidDataException($"not a {Formats}");
        if (info.Width < 1 || info.Height < 1)
            throw new InvalidDataException($"a picture of {info.Width} x {info.Height} pixels cannot be");
        if ((long)info.Width * info.Height > _mostPixels)
            throw new InvalidDataException($"{info.Width} x {info.Height} pixels are more than {_mostPixels}, the most that are read");
        return (info.Width, info.Height);
    });

    /// <summary>A picture, upright; 16 bits a sample are rounded to 8.</summary>
    /// <inheritdoc cref="Identify"/>
    internal Image<Rgba32> Decode(ArraySegment<byte> file, string name)
    {
        var exif = Guarded(name, () => PictureFile.Check(file));
        var size = Identify(file, name);
        return Guarded(name, () =>
        {
            var image = Image.Load<Rgba32>(_configuration, Stream(file));
            try
            {
                if ((image.Width, image.Height) != size)
                    throw new InvalidDataException($"it is said to have {size.Width} x {size.Height} pixels and has {image.Width} x " +
                        $"{image.Height}");
                if (exif is not null)
                    image.Metadata.ExifProfile = new ExifProfile(exif);
                image.Mutate(context => context.AutoOrient());
                return image;
            }
            catch
            {
                image.Dispose();
                throw;
            }
        });
    }

    private static MemoryStream Stream(ArraySegment<byte> file) => new(file.Array!, file.Offset, file.Count, writable: false);

    /// <summary>Makes one line of everything that bytes from outside can bring about.</summary>
    private static T Guarded<T>(string name, Func<T> read)
    {
        try
        {
            return read();
        }
#pragma warning disable CA1031 // ImageSharp throws a dozen kinds on damaged files, IndexOutOfRangeException among them.
        catch (Exception error)
        {
            var reason = error switch
            {
                InvalidDataException => error.Message,
                UnknownImageFormatException => $"not a {Formats}",
                InvalidMemoryOperationException or OutOfMemoryException => "it needs more memory than a picture may take",
                ImageFormatException or NotSupportedException => OneLine.Of(error.Message.TrimEnd('.')),
                _ => "it is damaged",
            };
            throw new InvalidDataException($"{OneLine.Of(name)}: {reason}.", error);
        }
#pragma warning restore CA1031
    }
}
