using System.Globalization;

namespace FashionGanTf.Studies;

/// <summary>A part of a study: how many real pictures there are.</summary>
/// <param name="PerClass">Of each class.</param>
/// <param name="IsCut">Whether one class is cut to a hundredth; for each seed another one, in turn.</param>
public sealed record StudyPart(int PerClass, bool IsCut)
{
    /// <summary>How much of a class is left where it is cut: a hundredth.</summary>
    internal const int Cut = 100;

    /// <summary>What a table calls it.</summary>
    public string Name => IsCut
        ? string.Create(CultureInfo.InvariantCulture, $"{PerClass}, one class {PerClass / Cut}")
        : PerClass.ToString(CultureInfo.InvariantCulture);

    /// <summary>The class that is cut; null where none is.</summary>
    internal int? CutClass(int seed, int classes) => IsCut ? (seed - 1) % classes : null;
}

/// <summary>What one classifier of a study reached.</summary>
/// <param name="PerClass">Real pictures of each class.</param>
/// <param name="CutClass">The class of which a hundredth was left; null for none.</param>
/// <param name="Seed">Which pictures and weights.</param>
/// <param name="Arm">What it was trained on.</param>
/// <param name="Accuracy">The share of the test pictures whose class it names.</param>
/// <param name="CutAccuracy">The same of the test pictures of the class that was cut.</param>
/// <param name="Seconds">How long its training and test took.</param>
public sealed record StudyCell(
    int PerClass, int? CutClass, int Seed, string Arm, double Accuracy, double? CutAccuracy, double Seconds)
{
    /// <summary>Whether it belongs to a part.</summary>
    internal bool IsOf(StudyPart part) => (PerClass, CutClass is not null) == (part.PerClass, part.IsCut);
}
