using FashionGanTf.Conditions;
using FashionGanTf.Datasets.Preparing;

namespace FashionGanTf.Datasets.Sources;

/// <summary>What was understood of a place with pictures; none of them is decoded yet.</summary>
/// <param name="Layout">How the pictures lie there, in words: <c>a folder for each class</c>.</param>
/// <param name="Classes">What the classes are called, in the order of the labels; none where pictures have no labels. Each has a picture
/// to train on.</param>
/// <param name="Train">The pictures to train on, at least one. Where they are files, the classes take turns, so that the first of them are
/// of all classes.</param>
/// <param name="Validation">The pictures to choose settings by.</param>
/// <param name="Test">The pictures to judge by.</param>
/// <param name="LeftOut">What lies there and is not among the pictures.</param>
public sealed record FoundPictures(string Layout, ClassNames Classes, IReadOnlyList<SourcePicture> Train,
    IReadOnlyList<SourcePicture> Validation, IReadOnlyList<SourcePicture> Test, IReadOnlyList<LeftOut> LeftOut)
{
    /// <summary>Why there are no classes though the layout has them, in a sentence: more than can be, for one. Null where nothing is
    /// wrong.</summary>
    public string? WhyNoClasses { get; init; }

    /// <summary>A part of them.</summary>
    public IReadOnlyList<SourcePicture> Of(Split split) => split switch
    {
        Split.Train => Train,
        Split.Validation => Validation,
        _ => Test,
    };
}
