namespace FashionGanTf.Captions;

/// <summary>A picture of a garment, as attributes are measured in it.</summary>
public sealed class Garment
{
    /// <summary>A garment of a class.</summary>
    /// <param name="pixels">28 x 28 in gray, row by row from the top.</param>
    /// <param name="label">What it is: a label of <see cref="Conditions.ClassNames.FashionMnist"/>.</param>
    /// <exception cref="ArgumentException">The picture has another size.</exception>
    public Garment(byte[] pixels, int label) => (Pixels, Label, Silhouette) = (pixels, label, Silhouette.Of(pixels));

    /// <summary>28 x 28 in gray, row by row from the top.</summary>
    public byte[] Pixels { get; }

    /// <summary>A label of <see cref="Conditions.ClassNames.FashionMnist"/>.</summary>
    public int Label { get; }

    /// <summary>What of the picture is garment.</summary>
    public Silhouette Silhouette { get; }
}
