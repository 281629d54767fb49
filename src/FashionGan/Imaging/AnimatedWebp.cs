using System.Buffers.Binary;
using SixLabors.ImageSharp;
using SixLabors.ImageSharp.Formats.Webp;
using SixLabors.ImageSharp.PixelFormats;

namespace FashionGanTf.Imaging;

/// <summary>
/// Writes animated WebP files, lossless, also with transparent pixels, which play without end. ImageSharp 2.1 encodes still pictures only,
/// so each frame is one of its files, whose VP8L chunk goes into a container of our own
/// (https://developers.google.com/speed/webp/docs/riff_container, "Extended File Format").
/// </summary>
public static class AnimatedWebp
{
    private const int ChunkHead = 8, FileHead = 12, FrameHead = 16, ExtendedLength = 10;

    /// <summary>An animation; and one with transparent pixels.</summary>
    private const byte AnimationFlag = 0x02, AlphaFlag = 0x10;

    /// <summary>A frame replaces what was there before, whole.</summary>
    private const byte DoNotBlend = 0x02;

    /// <summary>An animated WebP file's bytes.</summary>
    /// <param name="frames">At least one picture; all of one size and kind.</param>
    /// <param name="each">How long a frame is shown.</param>
    /// <param name="last">How long the last one is.</param>
    public static byte[] Encode(IReadOnlyList<Bitmap> frames, TimeSpan each, TimeSpan last)
    {
        var (width, height) = (frames[0].Width, frames[0].Height);
        using var body = new MemoryStream();
        var extended = new byte[ExtendedLength];
        extended[0] = (byte)(AnimationFlag | (frames[0].Channels == 4 ? AlphaFlag : 0));
        Write24(extended.AsSpan(4), width - 1);
        Write24(extended.AsSpan(7), height - 1);
        WriteChunk(body, "VP8X"u8, extended);
        // A background of four bytes that nobody shows, and how often it plays: 0 is without end.
        WriteChunk(body, "ANIM"u8, new byte[6]);
        for (var i = 0; i < frames.Count; i++)
        {
            var pixels = Pixels(frames[i]);
            var frame = new byte[FrameHead + pixels.Length];
            // At the top left corner: two zeros of 24 bits.
            Write24(frame.AsSpan(6), width - 1);
            Write24(frame.AsSpan(9), height - 1);
            Write24(frame.AsSpan(12), (int)Math.Round((i == frames.Count - 1 ? last : each).TotalMilliseconds));
            frame[15] = DoNotBlend;
            pixels.CopyTo(frame, FrameHead);
            WriteChunk(body, "ANMF"u8, frame);
        }

        using var file = new MemoryStream();
        Span<byte> head = stackalloc byte[FileHead];
        "RIFF"u8.CopyTo(head);
        BinaryPrimitives.WriteInt32LittleEndian(head[4..], checked((int)body.Length + 4));
        "WEBP"u8.CopyTo(head[8..]);
        file.Write(head);
        body.WriteTo(file);
        return file.ToArray();
    }

    /// <summary>The VP8L chunk, head and all, of a picture's own file.</summary>
    private static byte[] Pixels(Bitmap picture)
    {
        using var still = new MemoryStream();
        var encoder = new WebpEncoder { FileFormat = WebpFileFormatType.Lossless };
        if (picture.Channels == 4)
        {
            using var image = Image.LoadPixelData<Rgba32>(picture.Pixels, picture.Width, picture.Height);
            image.SaveAsWebp(still, encoder);
        }
        else
        {
            using var image = Image.LoadPixelData<Rgb24>(picture.ToColour().Pixels, picture.Width, picture.Height);
            image.SaveAsWebp(still, encoder);
        }

        var bytes = still.ToArray();
        for (var at = FileHead; at < bytes.Length;)
        {
            var length = ChunkHead + BinaryPrimitives.ReadInt32LittleEndian(bytes.AsSpan(at + 4));
            if (bytes.AsSpan(at, 4).SequenceEqual("VP8L"u8))
                return bytes[at..Math.Min(bytes.Length, at + length + length % 2)];
            at += length + length % 2;
        }

        throw new InvalidOperationException("The encoder wrote no lossless picture.");
    }

    /// <summary>A chunk: its name, its length, its content, and a zero where that makes it even.</summary>
    private static void WriteChunk(MemoryStream file, ReadOnlySpan<byte> name, byte[] content)
    {
        Span<byte> head = stackalloc byte[ChunkHead];
        name.CopyTo(head);
        BinaryPrimitives.WriteInt32LittleEndian(head[4..], content.Length);
        file.Write(head);
        file.Write(content);
        if (content.Length % 2 == 1)
            file.WriteByte(0);
    }

    private static void Write24(Span<byte> bytes, int value) =>
        (bytes[0], bytes[1], bytes[2]) = ((byte)value, (byte)(value >> 8), (byte)(value >> 16));
}
