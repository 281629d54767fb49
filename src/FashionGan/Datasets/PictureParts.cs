using Tensorflow.NumPy;

namespace FashionGanTf.Datasets;

/// <summary>A data set in two parts: what is trained on, and what that is judged by.</summary>
/// <param name="Train">The pictures to train on, with labels where there are any.</param>
/// <param name="Others">Other pictures, of the same size and colours; two at least.</param>
/// <param name="OtherLabels">Their classes, uint8; null where they are not known.</param>
/// <param name="Name">What the others are: <see cref="Test"/>, <see cref="Validation"/> or <see cref="HeldBack"/>.</param>
public sealed record PictureParts(PictureSet Train, PictureRows Others, NDArray? OtherLabels, string Name)
{
    /// <summary>The data's own test pictures.</summary>
    public const string Test = "test";

    /// <summary>The data's validation pictures, where it has no test pictures.</summary>
    public const string Validation = "validation";

    /// <summary>Every tenth training picture of each class, where it has neither; <see cref="Train"/> is then without them.</summary>
    public const string HeldBack = "held back";

    private const int Tenth = 10;

    /// <summary>Reads a data set.</summary>
    /// <param name="options">Which pictures, and how they are made alike.</param>
    /// <param name="labelled">Whether labels are needed; null to read them where there are any that will do.</param>
    /// <param name="progress">Is told how many of how many pictures are prepared, where they must be; on this thread.</param>
    /// <param name="stop">Ends the work; nothing is left behind.</param>
    /// <exception cref="IOException">The data cannot be found or read; the message says what was tried.</exception>
    /// <exception cref="InvalidDataException">They are damaged, labels and pictures do not fit, or there are no test pictures and too few
    /// others.</exception>
    /// <exception cref="OperationCanceledException">It was stopped.</exception>
    public static PictureParts Read(PictureOptions options, bool? labelled, Action<int, int>? progress = null,
        CancellationToken stop = default) => new PictureSetReader(options, progress, stop).ReadParts(labelled);

    /// <summary>Takes every tenth picture of each class out of a set.</summary>
    /// <exception cref="ArgumentException">That would be fewer than two pictures.</exception>
    internal static PictureParts HoldBack(PictureSet all)
    {
        var labels = all.Labels?.ToArray<byte>();
        var seen = new int[Conditions.ClassNames.Most];
        var parts = Enumerable.Range(0, all.Count).ToLookup(i => ++seen[labels?[i] ?? 0] % Tenth == 0);
        int[] kept = [.. parts[false]], held = [.. parts[true]];
        if (held.Length < 2)
            throw new ArgumentException($"it has neither test nor validation pictures, and of its {all.Count} training pictures too few " +
                $"to hold every {Tenth}th back instead.");
        PictureSet train = labels is null ? new PictureSet(all.Rows.Choose(kept)) { Name = all.Name }
            : new PictureSet(all.Rows.Choose(kept), Of(kept), all.Classes) { Name = all.Name };
        return new PictureParts(train, all.Rows.Choose(held), labels is null ? null : Of(held), HeldBack);

        NDArray Of(int[] numbers) => np.array(Array.ConvertAll(numbers, number => labels![number]));
    }
}
