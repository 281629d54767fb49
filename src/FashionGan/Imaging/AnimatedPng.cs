using System.Buffers.Binary;
using Tensorflow.Serialization;
using Tensorflow.Serialization.Png;

namespace FashionGanTf.Imaging;

/// <summary>
/// Writes animated PNG files (PNG specification, third edition, section 11.3.6), which browsers play without end. A viewer that knows only
/// still pictures shows the last frame.
/// </summary>
public static class AnimatedPng
{
    private const ushort MillisecondsInSecond = 1000;

    /// <summary>A frame's sequence number, width, height, x, y, two parts of its time, and how it replaces the one before.</summary>
    private const int FrameControlLength = 26;

    private const int SequenceLength = 4;

    /// <summary>Writes an animation to a file: beside its place first, then renamed, so that the file is whole or not there.</summary>
    /// <param name="path">The file; its folder must exist.</param>
    /// <param name="frames">At least one picture; all of one size and kind.</param>
    /// <param name="each">How long a frame is shown, up to a minute.</param>
    /// <param name="last">How long the last one is.</param>
    /// <exception cref="ArgumentException">There is no frame, frames differ in size, or a time is not from 0 to a minute.</exception>
    /// <exception cref="IOException">It cannot be written.</exception>
    public static void Write(string path, IReadOnlyList<Bitmap> frames, TimeSpan each, TimeSpan last)
    {
        var png = Encode(frames, each, last);
        AtomicFile.Write(path, file => file.Write(png));
    }

    /// <summary>An animated PNG file's bytes.</summary>
    /// <inheritdoc cref="Write"/>
    public static byte[] Encode(IReadOnlyList<Bitmap> frames, TimeSpan each, TimeSpan last)
    {
        if (frames.Count == 0)
            throw new ArgumentException("An animation has at least one frame.");
        for (var i = 1; i < frames.Count; i++)
            if (frames[i].Width != frames[0].Width || frames[i].Height != frames[0].Height || frames[i].Channels != frames[0].Channels)
                throw new ArgumentException(
                    $"Frame {i} is {frames[i].Width}x{frames[i].Height}x{frames[i].Channels}, the first is " +
                    $"{frames[0].Width}x{frames[0].Height}x{frames[0].Channels}; an animation needs one size.");
        foreach (var time in (TimeSpan[])[each, last])
            if (time < TimeSpan.Zero || time > TimeSpan.FromMinutes(1))
                throw new ArgumentException($"A frame is shown for 0 to 60 seconds, not for {time.TotalSeconds}.");

        using var png = new MemoryStream();
        PngEncoder.WriteHead(png, frames[^1].Width, frames[^1].Height, frames[^1].Channels);
        Span<byte> animation = stackalloc byte[8];
        BinaryPrimitives.WriteInt32BigEndian(animation, frames.Count);
        // How often it plays: 0 is without end.
        BinaryPrimitives.WriteInt32BigEndian(animation[4..], 0);
        PngEncoder.WriteChunk(png, PngFormat.Animation, animation);
        // Pixels before the first frame's control are the still picture, and no frame.
        PngEncoder.WriteChunk(png, PngFormat.Data, Pixels(frames[^1]));
        for (var i = 0; i < frames.Count; i++)
            WriteFrame(png, frames[i], 2 * i, i == frames.Count - 1 ? last : each);
        PngEncoder.WriteChunk(png, PngFormat.End, []);
        return png.ToArray();
    }

    /// <summary>A frame: its control and its pixels, both with a number in their order.</summary>
    private static void WriteFrame(MemoryStream png, Bitmap frame, int sequence, TimeSpan time)
    {
        var control = new byte[FrameControlLength];
        BinaryPrimitives.WriteInt32BigEndian(control, sequence);
        BinaryPrimitives.WriteInt32BigEndian(control.AsSpan(4), frame.Width);
        BinaryPrimitives.WriteInt32BigEndian(control.AsSpan(8), frame.Height);
        // At the top left corner; its time as a fraction of a second; it replaces all, and is left as it is: zeros.
        BinaryPrimitives.WriteUInt16BigEndian(control.AsSpan(20), (ushort)time.TotalMilliseconds);
        BinaryPrimitives.WriteUInt16BigEndian(control.AsSpan(22), MillisecondsInSecond);
        PngEncoder.WriteChunk(png, PngFormat.FrameControl, control);

        var pixels = Pixels(frame);
        var data = new byte[SequenceLength + pixels.Length];
        BinaryPrimitives.WriteInt32BigEndian(data, sequence + 1);
        pixels.CopyTo(data, SequenceLength);
        PngEncoder.WriteChunk(png, PngFormat.FrameData, data);
    }

    private static byte[] Pixels(Bitmap frame) => PngEncoder.Compress(frame.Width, frame.Height, frame.Channels, frame.Pixels);
}
