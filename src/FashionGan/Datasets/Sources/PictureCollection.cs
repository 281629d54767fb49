using FashionGanTf.Conditions;
using FashionGanTf.Datasets.Preparing;

namespace FashionGanTf.Datasets.Sources;

/// <summary>Takes what a layout finds, picture by picture with the name of its class, and numbers the classes.</summary>
internal sealed class PictureCollection
{
    private readonly List<(Split Split, string? Class, SourcePicture Picture)> _pictures = [];
    private readonly List<LeftOut> _leftOut = [];

    internal void Add(Split split, string? className, SourcePicture picture) => _pictures.Add((split, className, picture));

    internal void LeaveOut(string name, string why) => _leftOut.Add(new LeftOut(name, why));

    internal void LeaveOut(IEnumerable<LeftOut> all) => _leftOut.AddRange(all);

    /// <summary>All that was found.</summary>
    /// <param name="place">What messages call the place.</param>
    /// <param name="layout">How the pictures lie there.</param>
    /// <param name="order">Classes in their order, whether there are pictures of them or not; others follow in that of their names.</param>
    /// <param name="inTurn">Whether the classes take turns. They need not where pictures are read faster in the order that they lie
    /// in.</param>
    /// <exception cref="InvalidDataException">There is nothing to train on.</exception>
    internal FoundPictures Found(string place, string layout, IEnumerable<string>? order = null, bool inTurn = true)
    {
        var train = _pictures.Where(one => one.Split == Split.Train).ToList();
        if (train.Count == 0)
            throw NothingToTrainOn(place);
        var present = train.Select(one => one.Class).OfType<string>().ToHashSet(StringComparer.Ordinal);
        string[] names = [.. (order ?? []).Where(present.Contains).Concat(present.Order(StringComparer.Ordinal)).Distinct()];
        var (classes, wrong) = Named(names);
        if (wrong is null && names.Length > 0)
            LeaveOutUnlabelled(present);
        var labels = classes.Select((_, label) => label).ToDictionary(label => names[label], StringComparer.Ordinal);
        IReadOnlyList<SourcePicture> Of(Split split)
        {
            var part = _pictures.Where(one => one.Split == split)
                .Select(one => one.Picture with { Label = labels.GetValueOrDefault(one.Class ?? "", SourcePicture.NoLabel) });
            return inTurn ? InTurn(part) : [.. part];
        }

        return new FoundPictures(layout, classes, Of(Split.Train), Of(Split.Validation), Of(Split.Test), _leftOut) { WhyNoClasses = wrong };
    }

    private static (ClassNames Classes, string? Wrong) Named(string[] names)
    {
        try
        {
            return (new ClassNames(names), null);
        }
        catch (ArgumentException error)
        {
            return (ClassNames.None, error.Message);
        }
    }

    /// <summary>A picture of no class, or of one that cannot be learned, is of no use beside others that have one.</summary>
    private void LeaveOutUnlabelled(HashSet<string> learned) => _pictures.RemoveAll(one =>
    {
        var why = one.Class is null ? "it has no label" : learned.Contains(one.Class) ? null : "its class has no picture to train on";
        if (why is not null)
            LeaveOut(one.Picture.Name, why);
        return why is not null;
    });

    private static List<SourcePicture> InTurn(IEnumerable<SourcePicture> pictures) =>
        [.. pictures.GroupBy(picture => picture.Label).OrderBy(together => together.Key)
            .SelectMany(together => together.Select((picture, turn) => (picture, turn)))
            .OrderBy(one => one.turn).Select(one => one.picture)];

    private InvalidDataException NothingToTrainOn(string place)
    {
        var (others, left) = (_pictures.Count, _leftOut.FirstOrDefault());
        return new InvalidDataException(others > 0
            ? $"{place} has no pictures to train on: all {others} are to test or to validate with."
            : $"{place} holds no picture that can be trained on" +
                $"{(left is null ? "." : $"; {_leftOut.Count} are left out, the first is {left.Name}: {left.Why}.")}");
    }
}
