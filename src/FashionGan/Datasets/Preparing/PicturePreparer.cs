using FashionGanTf.Imaging;
using FashionGanTf.Imaging.Decoding;
using SixLabors.ImageSharp;
using SixLabors.ImageSharp.PixelFormats;
using SixLabors.ImageSharp.Processing;
using Tensorflow.Serialization;

namespace FashionGanTf.Datasets.Preparing;

/// <summary>
/// Makes a picture of the wanted size from one of any size, in this order: decode, turn upright, cut to the box, lay on the background,
/// turn to gray, make square, resize. Resizing is Lanczos' of three lobes, widened by the scale where the picture becomes smaller, so that
/// no pixel of the source goes unseen (antialiased); it computes with the bytes as they are, not with linear light, as Pillow and most
/// others do.
/// </summary>
internal sealed class PicturePreparer(Preparation preparation, PictureDecoder decoder)
{
    /// <summary>Pixels a side of what is prepared.</summary>
    internal int Size => preparation.Size;

    /// <summary>Prepares a picture; threads may do so at once.</summary>
    /// <returns>Its pixels, <see cref="PictureShape.Bytes"/> of them; in colour where nobody said how many channels.</returns>
    /// <exception cref="IOException">It cannot be read.</exception>
    /// <exception cref="InvalidDataException">It is damaged, too large or of another kind; the message is one line that names
    /// it.</exception>
    internal byte[] Prepare(SourcePicture picture)
    {
        using var image = Load(picture, decoder);
        if (picture.Box is { } box)
            Cut(image, box, picture.Name);
        var background = preparation.Background.For(image);
        Flattening.Flatten(image, background);
        var channels = preparation.Channels ?? 3;
        if (channels == 1)
        {
            Flattening.ToGray(image);
            var gray = Flattening.Gray(background.R, background.G, background.B);
            background = new Rgb24(gray, gray, gray);
        }

        image.Mutate(context =>
        {
            if (preparation.Fit == Fit.Cover)
                Resize(Crop(context), preparation.Size, preparation.Size);
            else
                Contain(context, background);
        });
        var pixels = new byte[preparation.Size * preparation.Size * channels];
        Flattening.CopyPixels(image, pixels, channels);
        return pixels;
    }

    /// <summary>Decodes a picture as it is.</summary>
    /// <inheritdoc cref="Prepare" path="/exception"/>
    internal static Image<Rgba32> Load(SourcePicture picture, PictureDecoder decoder)
    {
        if (picture.Pixels is { } pixels)
            return decoder.Load(pixels());
        using var file = Encoded(picture);
        return decoder.Decode(file.Bytes, picture.Name);
    }

    /// <summary>The encoded picture.</summary>
    /// <inheritdoc cref="Prepare" path="/exception"/>
    internal static EncodedPicture Encoded(SourcePicture picture)
    {
        if (picture.Open is not { } open)
            return EncodedPicture.OfFile(picture.Name);
        using var stream = open();
        return new EncodedPicture(stream, picture.Name);
    }

    private static void Cut(Image<Rgba32> image, System.Drawing.Rectangle box, string name)
    {
        var inside = System.Drawing.Rectangle.Intersect(box, new(0, 0, image.Width, image.Height));
        if (inside.Width < 1 || inside.Height < 1)
            throw new InvalidDataException(
                $"{OneLine.Of(name)}: its box, {box.Width} x {box.Height} at ({box.X}, {box.Y}), lies outside its {image.Width} x " +
                $"{image.Height} pixels.");
        image.Mutate(context => context.Crop(new Rectangle(inside.X, inside.Y, inside.Width, inside.Height)));
    }

    /// <summary>The square in the middle.</summary>
    private static IImageProcessingContext Crop(IImageProcessingContext context)
    {
        var (width, height) = context.GetCurrentSize();
        var side = Math.Min(width, height);
        return width == height ? context : context.Crop(new Rectangle((width - side) / 2, (height - side) / 2, side, side));
    }

    private void Contain(IImageProcessingContext context, Rgb24 background)
    {
        var (width, height) = context.GetCurrentSize();
        var scale = (double)preparation.Size / Math.Max(width, height);
        Resize(context, Scaled(width), Scaled(height));
        if (width != height)
            context.Pad(preparation.Size, preparation.Size, background);

        int Scaled(int length) => Math.Max(1, (int)Math.Round(length * scale));
    }

    private static void Resize(IImageProcessingContext context, int width, int height)
    {
        if (context.GetCurrentSize() != new Size(width, height))
            context.Resize(new ResizeOptions
            {
                Size = new Size(width, height),
                Mode = ResizeMode.Stretch,
                Sampler = KnownResamplers.Lanczos3,
                // No pixel is transparent any more.
                PremultiplyAlpha = false,
            });
    }
}
