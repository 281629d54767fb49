using FashionGanTf.Imaging;
using Tensorflow.Serialization;

namespace FashionGanTf.Generation;

/// <summary>The pictures of a walk as an animated PNG, which browsers play without end.</summary>
public static class WalkAnimation
{
    /// <summary>Milliseconds that a picture is shown when nobody says.</summary>
    public const int StandardDelay = 80;

    /// <summary>Faster than this is faster than screens are.</summary>
    public const int LeastDelay = 10;

    /// <summary>Slower is no animation.</summary>
    public const int MostDelay = 10_000;

    /// <summary>The last picture stays at least so long: without a rest, the leap back to the first looks like a fault.</summary>
    private static readonly TimeSpan s_rest = TimeSpan.FromSeconds(1);

    /// <summary>Writes the animation to a file, which is whole or not there.</summary>
    /// <param name="path">The file; its folder must exist.</param>
    /// <param name="pictures">The frames; at least one, all of one size.</param>
    /// <param name="delay">Milliseconds that each is shown, from <see cref="LeastDelay"/> to <see cref="MostDelay"/>.</param>
    /// <exception cref="IOException">It cannot be written.</exception>
    public static void Write(string path, IReadOnlyList<Bitmap> pictures, int delay)
    {
        var png = Encode(pictures, delay);
        AtomicFile.Write(path, file => file.Write(png));
    }

    /// <summary>The animation's bytes.</summary>
    /// <inheritdoc cref="Write"/>
    public static byte[] Encode(IReadOnlyList<Bitmap> pictures, int delay)
    {
        var each = TimeSpan.FromMilliseconds(delay);
        return AnimatedPng.Encode(pictures, each, each > s_rest ? each : s_rest);
    }
}
