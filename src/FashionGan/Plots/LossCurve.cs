using FashionGanTf.Imaging.Charts;

namespace FashionGanTf.Plots;

/// <summary>The plot <c>loss_curve</c>: both losses, and below them what the discriminator thinks of real and of drawn pictures.</summary>
internal static class LossCurve
{
    internal const string Name = "loss_curve";

    private const string Epoch = "epoch";
    private const string Step = "step";
    private const string DiscriminatorLoss = "d_loss";
    private const string GeneratorLoss = "g_loss";
    private const string Real = "d_real";
    private const string Fake = "d_fake";

    /// <summary>Reads the history of a run.</summary>
    /// <exception cref="IOException">There is none, or it cannot be read.</exception>
    /// <exception cref="InvalidDataException">It is damaged; the one-line message says where.</exception>
    internal static CsvTable ReadHistory(string path)
    {
        if (!File.Exists(path))
            throw new IOException($"There is no {path}: a run writes it when its first epoch has ended.");
        var history = CsvTable.Read(path, Epoch, Step, DiscriminatorLoss, GeneratorLoss, Real, Fake);
        var epochs = history[Epoch];
        for (var i = 0; i < epochs.Count; i++)
            if (epochs[i] != i + 1 || !(history[Step][i] > (i > 0 ? history[Step][i - 1] : 0)))
                throw new InvalidDataException($"{path}: line {i + 2} is not of epoch {i + 1} and the steps up to it.");
        return epochs.Count > 0 ? history : throw new InvalidDataException($"{path}: it tells of no epoch.");
    }

    /// <summary>Reads the losses of each step; null where they were not kept.</summary>
    internal static CsvTable? ReadSteps(string path) => File.Exists(path)
        ? CsvTable.Read(path, Step, DiscriminatorLoss, GeneratorLoss)
        : null;

    /// <summary>The plot. An epoch's number stands in the middle of its steps, which is where its mean belongs.</summary>
    internal static Chart Of(CsvTable history, CsvTable? steps)
    {
        var (epochs, stepsOfEpoch) = (history[Epoch], history[Step][0]);
        double[] places = [.. (steps?[Step] ?? []).Select(step => (step - 0.5) / stepsOfEpoch + 0.5)];
        IEnumerable<Series> Losses(string player, string column, Rgb colour)
        {
            yield return new Series($"{player}, mean of an epoch", epochs, history[column], colour);
            if (steps is not null)
                yield return new Series("each step", places, steps[column], colour, SeriesStyle.Light);
        }

        Series[] losses =
            [.. Losses("discriminator", DiscriminatorLoss, Palette.Blue), .. Losses("generator", GeneratorLoss, Palette.Vermillion)];
        return new Chart("Losses, and what the discriminator takes for real", "epoch",
        [
            new Panel("loss", losses) { Weight = 1.4 },
            new Panel("taken for real", [new Series("D(x), real pictures", epochs, history[Real], Palette.Green),
                new Series("D(G(z)), drawn pictures", epochs, history[Fake], Palette.Purple)])
            {
                YRange = (0, 1),
            },
        ])
        {
            Height = 600,
            WholeX = true,
            XRange = (0.5, epochs[^1] + 0.5),
        };
    }
}
