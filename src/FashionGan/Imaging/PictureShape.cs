namespace FashionGanTf.Imaging;

/// <summary>The size and the colours of pictures; they are square.</summary>
/// <param name="Size">Pixels a side.</param>
/// <param name="Channels">1 for gray, 3 for red, green and blue.</param>
public readonly record struct PictureShape(int Size, int Channels)
{
    /// <summary>The pictures of Fashion-MNIST: 28 x 28 in gray.</summary>
    public static PictureShape FashionMnist => new(28, 1);

    /// <summary>The bytes of a picture, one for each pixel's channel.</summary>
    public int Bytes => Size * Size * Channels;

    /// <summary>As people read it: <c>28 x 28 in gray</c>, <c>64 x 64 in colour</c>.</summary>
    public override string ToString() => $"{Size} x {Size} in {(Channels == 1 ? "gray" : "colour")}";
}
