using FashionGanTf.Generation.Recipes;
using FashionGanTf.Imaging;

namespace FashionGanTf.Generation;

/// <summary>How drawn pictures go into files for people to look at.</summary>
/// <param name="Scale">How many pixels a side of a drawn pixel has, 1 to <see cref="Enlargement.Most"/>.</param>
/// <param name="IsSmooth">Whether they are enlarged smoothly rather than in squares.</param>
/// <param name="Ground">What clothes stand on.</param>
/// <param name="Gap">Pixels between the pictures of a sheet, 0 to <see cref="MostGap"/>.</param>
/// <param name="HasLabels">Whether a sheet says below each picture what it is drawn from.</param>
public sealed record Finish(
    int Scale = 1, bool IsSmooth = false, Ground Ground = Ground.Black, int Gap = 0, bool HasLabels = false)
{
    /// <summary>More is no sheet.</summary>
    public const int MostGap = 64;

    /// <summary>As they are drawn.</summary>
    public static Finish Plain { get; } = new();

    /// <summary>One picture.</summary>
    public Bitmap Of(Bitmap picture)
    {
        var changed = GroundChange.Of(picture, Ground);
        return IsSmooth ? Enlargement.Smooth(changed, Scale) : Enlargement.Of(changed, Scale);
    }

    /// <summary>All pictures in rows and columns.</summary>
    /// <param name="pictures">As they are drawn, and what from; at least one.</param>
    /// <param name="columns">Pictures in a row.</param>
    /// <param name="rows">Rows.</param>
    public Bitmap Sheet(IReadOnlyList<(Recipe Recipe, Bitmap Picture)> pictures, int columns, int rows)
    {
        var finished = pictures.Select(one => Of(one.Picture)).ToArray();
        if (HasLabels)
        {
            var labels = pictures.Select(one => SheetLabel.Lines(one.Recipe.ToString(), finished[0].Width)).ToArray();
            finished = [.. finished.Zip(labels, (picture, lines) =>
                SheetLabel.Below(picture, lines, labels.Max(label => label.Count), Ground))];
        }

        return ImageGrid.Compose(finished, columns, rows, Gap, fill: Ground is Ground.White or Ground.Inverted ? (byte)255 : (byte)0);
    }
}
