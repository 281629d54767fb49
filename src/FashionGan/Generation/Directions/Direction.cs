using FashionGanTf.Captions;
using FashionGanTf.Captions.Attributes;

namespace FashionGanTf.Generation.Directions;

/// <summary>Something of a garment that can be changed by degrees, and the number that says how much of it there is.</summary>
/// <param name="More">What recipes call more of it: <c>darker</c>.</param>
/// <param name="Less">What they call less of it: <c>lighter</c>.</param>
/// <param name="Labels">The labels of Fashion-MNIST whose garments have it.</param>
/// <param name="Measure">How much of it a garment has; null where that cannot be told.</param>
/// <param name="NeedsClasses">Whether no direction in the noise of a model without classes changes it: docs/directions.md has the
/// figures.</param>
public sealed record Direction(
    string More, string Less, IReadOnlyList<int> Labels, Func<Garment, double?> Measure, bool NeedsClasses = false)
{
    /// <summary>All of them.</summary>
    public static IReadOnlyList<Direction> All { get; } =
    [
        new("darker", "lighter", [.. Enumerable.Range(0, 10)], garment => -Darkness.Brightness(garment)),
        new("wider", "narrower", [0, 1, 2, 3, 4, 6], garment => Width.Ratio(garment)),
        new("taller", "lower", [5, 7, 8, 9], garment => Height.Ratio(garment)),
        new("longer-sleeved", "shorter-sleeved", [0, 3, 6], garment => SleeveLength.Reach(garment), NeedsClasses: true),
        new("patterned", "plainer", [0, 2, 3, 6], garment => Trunk.Of(garment)?.Contrast),
        new("higher-heeled", "flatter", [5, 9], garment => Heel.Arch(garment.Silhouette)),
    ];

    /// <summary>The direction of a word, and whether it is more (1) or less (-1) of it; null for another word.</summary>
    public static (Direction Direction, int Sign)? Find(string word) =>
        All.FirstOrDefault(one => one.More == word) is { } more ? (more, 1)
        : All.FirstOrDefault(one => one.Less == word) is { } less ? (less, -1) : null;

    /// <summary>How much of it a garment has; null for an empty picture, and where it cannot be told.</summary>
    internal double? Of(Garment garment) => garment.Silhouette.IsEmpty ? null : Measure(garment);
}
