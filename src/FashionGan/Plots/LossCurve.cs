using FashionGanTf.Imaging.Charts;
using FashionGanTf.Models;

namespace FashionGanTf.Plots;

/// <summary>The plot <c>loss_curve</c>: both losses, and below them how real the discriminator finds real and drawn pictures.</summary>
internal static class LossCurve
{
    internal const string Name = "loss_curve";

    private const string Epoch = "epoch";
    private const string Step = "step";

    /// <summary>Reads the history of a run.</summary>
    /// <exception cref="IOException">There is none, or it cannot be read.</exception>
    /// <exception cref="InvalidDataException">It is damaged; the one-line message says where.</exception>
    internal static CsvTable ReadHistory(string path)
    {
        if (!File.Exists(path))
            throw new IOException($"There is no {path}: a run writes it when its first epoch has ended.");
        var history = CsvTable.Read(path, Epoch, Step, GanLogs.DLoss, GanLogs.GLoss, GanLogs.DReal, GanLogs.DFake);
        var epochs = history[Epoch];
        for (var i = 0; i < epochs.Count; i++)
            if (epochs[i] != i + 1 || !(history[Step][i] > (i > 0 ? history[Step][i - 1] : 0)))
                throw new InvalidDataException($"{path}: line {i + 2} is not of epoch {i + 1} and the steps up to it.");
        return epochs.Count > 0 ? history : throw new InvalidDataException($"{path}: it tells of no epoch.");
    }

    /// <summary>Reads the losses of each step; null where they were not kept.</summary>
    internal static CsvTable? ReadSteps(string path) =>
        File.Exists(path) ? CsvTable.Read(path, Step, GanLogs.DLoss, GanLogs.GLoss) : null;

    /// <summary>The plot. An epoch's number stands in the middle of its steps, which is where its mean belongs.</summary>
    internal static Chart Of(CsvTable history, CsvTable? steps)
    {
        var (epochs, stepsOfEpoch) = (history[Epoch], history[Step][0]);
        double[] places = [.. (steps?[Step] ?? []).Select(step => (step - 0.5) / stepsOfEpoch + 0.5)];
        IEnumerable<Series> Losses(string loss, Rgb colour)
        {
            yield return new Series($"{GanLogs.Explained(loss)}, mean of an epoch", epochs, history[loss], colour);
            if (steps is not null)
                yield return new Series("each step", places, steps[loss], colour, SeriesStyle.Light);
        }

        Series HowReal(string name, Rgb colour) => new(GanLogs.Explained(name), epochs, history[name], colour);

        return new Chart("Losses, and how real the discriminator finds pictures", "epoch",
        [
            new Panel("loss", [.. Losses(GanLogs.DLoss, Palette.Blue), .. Losses(GanLogs.GLoss, Palette.Vermillion)]) { Weight = 1.4 },
            new Panel("how real", [HowReal(GanLogs.DReal, Palette.Green), HowReal(GanLogs.DFake, Palette.Purple)]) { YRange = (0, 1) },
        ])
        {
            Height = 600,
            WholeX = true,
            XRange = (0.5, epochs[^1] + 0.5),
        };
    }
}
