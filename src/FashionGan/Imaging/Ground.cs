namespace FashionGanTf.Imaging;

/// <summary>What a picture of clothes, which are drawn on black, stands on.</summary>
public enum Ground
{
    /// <summary>As it is drawn.</summary>
    Black,

    /// <summary>White where the black ground was; the clothes stay as they are.</summary>
    White,

    /// <summary>Nothing where the black ground was: pictures of 4 channels.</summary>
    Transparent,

    /// <summary>Every value v becomes 255 - v, of ground and clothes.</summary>
    Inverted,
}
