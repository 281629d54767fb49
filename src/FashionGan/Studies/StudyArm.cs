namespace FashionGanTf.Studies;

/// <summary>One of the ways to train a classifier that a study compares.</summary>
/// <param name="Name">What a table calls it.</param>
/// <param name="HasDrawn">Whether half of what it sees is drawn.</param>
/// <param name="IsAugmented">Whether pictures are shifted, flipped and erased at random.</param>
/// <param name="IsChosen">Whether twice as many are drawn, of which a classifier that saw the real pictures only keeps half: those that it
/// takes most surely for what was asked for.</param>
internal sealed record StudyArm(string Name, bool HasDrawn, bool IsAugmented, bool IsChosen = false)
{
    internal static StudyArm Real { get; } = new("real", false, false);

    internal static StudyArm RealAugmented { get; } = new("real, shifted", false, true);

    internal static StudyArm Drawn { get; } = new("real + drawn", true, false);

    internal static StudyArm DrawnAugmented { get; } = new("real + drawn, shifted", true, true);

    internal static StudyArm ChosenAugmented { get; } = new("real + chosen, shifted", true, true, IsChosen: true);

    internal static IReadOnlyList<StudyArm> All { get; } = [Real, RealAugmented, Drawn, DrawnAugmented, ChosenAugmented];

    /// <summary>Which arms are compared: the second has what the first lacks.</summary>
    internal static IReadOnlyList<(StudyArm Without, StudyArm With, string Name)> Pairs { get; } =
    [
        (Real, RealAugmented, "by shifts"), (Real, Drawn, "by drawn"), (RealAugmented, DrawnAugmented, "by drawn, shifted"),
        (RealAugmented, ChosenAugmented, "by chosen, shifted"),
    ];
}
