using FashionGanTf.Imaging;
using FashionGanTf.Imaging.Decoding;

namespace FashionGanTf.Plots;

/// <summary>The animation <c>training.png</c>: the pictures of the epochs, one after the other.</summary>
internal static class TrainingMovie
{
    internal const string FileName = "training.png";

    /// <summary>Of longer runs it shows so many epochs, evenly spread.</summary>
    private const int MostFrames = 200;

    /// <summary>Bytes of all frames before compression: of large pictures it shows fewer epochs, for noise hardly gets smaller.</summary>
    private const int MostBytes = 1 << 26;

    private static readonly TimeSpan s_length = TimeSpan.FromSeconds(12);
    private static readonly TimeSpan s_shortest = TimeSpan.FromMilliseconds(60);
    private static readonly TimeSpan s_longest = TimeSpan.FromMilliseconds(500);
    private static readonly TimeSpan s_last = TimeSpan.FromSeconds(2.5);

    /// <summary>Reads the frames.</summary>
    /// <param name="pictures">The epochs' pictures, from the first.</param>
    /// <param name="interrupted">Ends the reading.</param>
    /// <exception cref="IOException">One cannot be read.</exception>
    /// <exception cref="InvalidDataException">One is damaged, or of another size than the first; the one-line message names it.</exception>
    internal static List<Bitmap> ReadFrames(IReadOnlyList<string> pictures, CancellationToken interrupted)
    {
        var frames = new List<Bitmap>();
        // The last one is always among them.
        var count = pictures.Count == 0 ? 0
            : Math.Clamp(MostBytes / PictureReader.Read(pictures[^1]).Pixels.Length, 1, Math.Min(pictures.Count, MostFrames));
        for (var i = 0; i < count; i++)
        {
            interrupted.ThrowIfCancellationRequested();
            var path = pictures[(int)((i + 1L) * pictures.Count / count) - 1];
            var frame = PictureReader.Read(path);
            if (frames.Count > 0 && (frame.Width, frame.Height, frame.Channels) != (frames[0].Width, frames[0].Height, frames[0].Channels))
                throw new InvalidDataException($"{path}: it is {InWords(frame)}, the pictures of earlier epochs are {InWords(frames[0])}.");
            frames.Add(frame);
        }

        // One that came out gray, among others in colour.
        return frames.TrueForAll(frame => frame.Channels == 1) ? frames : frames.ConvertAll(frame => frame.ToColour());
    }

    private static string InWords(Bitmap frame) =>
        $"{frame.Width} x {frame.Height} pixels{(frame.Channels == 1 ? "" : " in colour")}";

    internal static void Write(string path, IReadOnlyList<Bitmap> frames) =>
        AnimatedPng.Write(path, frames, TimeSpan.FromTicks(Math.Clamp(s_length.Ticks / frames.Count, s_shortest.Ticks, s_longest.Ticks)),
            s_last);
}
