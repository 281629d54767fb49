using FashionGanTf.Datasets.Preparing;

namespace FashionGanTf.Datasets;

/// <summary>Which pictures are asked for, and how they are made alike.</summary>
public sealed record PictureOptions
{
    /// <summary>A folder or file, as <see cref="Sources.PictureSources.Find"/> understands it; null to find or fetch
    /// Fashion-MNIST.</summary>
    public string? Place { get; init; }

    /// <summary>The first so many pictures only; null for all.</summary>
    public int? Limit { get; init; }

    /// <summary>Pixels a side that they are made to have; null for their own, or what <see cref="UsualSize"/> takes for them.</summary>
    public int? Size { get; init; }

    /// <summary>1 to make them gray, 3 for colour; null for what they are.</summary>
    public int? Channels { get; init; }

    /// <summary>How those that are not square become so.</summary>
    public Fit Fit { get; init; }

    /// <summary>What shows through and beside them.</summary>
    public Background Background { get; init; }

    /// <summary>Whether pictures that cannot be decoded are left out; else the first one is an error.</summary>
    public bool SkipBroken { get; init; }

    /// <summary>The column of a table that has the classes; null for the usual one.</summary>
    public string? LabelColumn { get; init; }

    /// <summary>How pictures are made alike.</summary>
    /// <param name="usualSize">The size of those of which nobody said one.</param>
    internal Preparation Preparation(Func<int> usualSize) => new(Size ?? usualSize(), Channels, Fit, Background);
}
