namespace FashionGanTf.Imaging;

/// <summary>Kinds of files that move.</summary>
public enum AnimationKind
{
    /// <summary>Animated PNG: lossless; browsers play it, some programs show one frame.</summary>
    Png,

    /// <summary>GIF: played everywhere, 256 colours a frame, no soft edges.</summary>
    Gif,

    /// <summary>Animated WebP: lossless and small; browsers play it.</summary>
    Webp,
}
