namespace FashionGanTf.Studies;

/// <summary>What all seeds of a part reached.</summary>
/// <param name="Part">How many real pictures there are.</param>
/// <param name="Name">What a table calls it.</param>
/// <param name="Values">For each arm's name a value for each seed, in their order.</param>
internal sealed record StudyResult(StudyPart Part, string Name, IReadOnlyDictionary<string, double[]> Values)
{
    /// <summary>A part's result; where a class is cut, another one that counts the test pictures of that class only.</summary>
    /// <param name="part">The part.</param>
    /// <param name="cells">All of the study; each arm has one for each seed.</param>
    /// <param name="seeds">How many seeds count, from 1.</param>
    internal static IEnumerable<StudyResult> Of(StudyPart part, IEnumerable<StudyCell> cells, int seeds)
    {
        var own = cells.Where(cell => cell.IsOf(part) && cell.Seed <= seeds).OrderBy(cell => cell.Seed).ToList();
        StudyResult Result(string name, Func<StudyCell, double> value) => new(part, name,
            own.GroupBy(cell => cell.Arm).ToDictionary(arm => arm.Key, arm => arm.Select(value).ToArray()));
        yield return Result(part.Name, cell => cell.Accuracy);
        if (part.IsCut)
            yield return Result($"{part.Name}: that class", cell => cell.CutAccuracy!.Value);
    }

    internal IReadOnlyList<double> Accuracies(StudyArm arm) => Values[arm.Name];

    internal double Mean(StudyArm arm) => Values[arm.Name].Average();

    internal PairedInterval Gain((StudyArm Without, StudyArm With, string Name) pair) =>
        PairedInterval.Of(Accuracies(pair.Without), Accuracies(pair.With));
}
