namespace FashionGanTf.Imaging.Charts;

/// <summary>
/// Colours that colour-blind people, too, tell apart (Okabe and Ito, Color Universal Design, 2008), those of them that stand out on white,
/// and the grays of a chart's frame.
/// </summary>
public static class Palette
{
    /// <summary>Blue.</summary>
    public static Rgb Blue { get; } = new(0x00, 0x72, 0xb2);

    /// <summary>Vermillion.</summary>
    public static Rgb Vermillion { get; } = new(0xd5, 0x5e, 0x00);

    /// <summary>Bluish green.</summary>
    public static Rgb Green { get; } = new(0x00, 0x9e, 0x73);

    /// <summary>Reddish purple.</summary>
    public static Rgb Purple { get; } = new(0xcc, 0x79, 0xa7);

    /// <summary>Orange.</summary>
    public static Rgb Orange { get; } = new(0xe6, 0x9f, 0x00);

    internal static Rgb White { get; } = new(0xff, 0xff, 0xff);

    internal static Rgb Ink { get; } = new(0x22, 0x22, 0x22);

    internal static Rgb Frame { get; } = new(0x8a, 0x8a, 0x8a);

    internal static Rgb Grid { get; } = new(0xe4, 0xe4, 0xe4);
}
