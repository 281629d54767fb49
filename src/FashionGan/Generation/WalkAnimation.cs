using FashionGanTf.Imaging;

namespace FashionGanTf.Generation;

/// <summary>The pictures of a walk as an animation, which plays without end.</summary>
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

    /// <summary>The animation's bytes.</summary>
    /// <param name="pictures">The frames; at least one, all of one size.</param>
    /// <param name="delay">Milliseconds that each is shown, from <see cref="LeastDelay"/> to <see cref="MostDelay"/>.</param>
    /// <param name="kind">What file it is.</param>
    /// <param name="isLoop">Whether the last picture leads to the first one: then it needs no rest.</param>
    public static byte[] Encode(IReadOnlyList<Bitmap> pictures, int delay, AnimationKind kind = AnimationKind.Png, bool isLoop = false)
    {
        var each = TimeSpan.FromMilliseconds(delay);
        var last = isLoop || each > s_rest ? each : s_rest;
        return kind switch
        {
            AnimationKind.Gif => AnimatedGif.Encode(pictures, each, last),
            AnimationKind.Webp => AnimatedWebp.Encode(pictures, each, last),
            _ => AnimatedPng.Encode(pictures, each, last),
        };
    }
}
