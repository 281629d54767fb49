using FashionGanTf.Imaging;
using FashionGanTf.Imaging.Charts;
using FashionGanTf.Models;
using FashionGanTf.Training;

namespace FashionGanTf.Plots;

/// <summary>The plots of a run, from its files: they can be made at any time, also while it goes on.</summary>
public static class RunPlots
{
    private const string Grid = "generated_grid.png";
    private const int GridSide = 8;
    private const int GridPadding = 2;

    /// <summary>The names of all files that may be made.</summary>
    internal static IReadOnlyList<string> Names { get; } = [$"{LossCurve.Name}.png", $"{LossCurve.Name}.svg", Grid, TrainingMovie.FileName];

    /// <summary>
    /// Writes to <c>samples/</c> loss_curve.png and .svg from the history, generated_grid.png as the last epoch drew it, and training.png,
    /// an animation of all epochs. Everything is read before anything is written, and each file is whole or not there.
    /// </summary>
    /// <param name="folders">Where the run lies. Without pictures of epochs the run's generator draws the grid,
    /// and there is no animation.</param>
    /// <exception cref="IOException">A file is missing, cannot be read or cannot be written;
    /// the message is one line that names it.</exception>
    /// <exception cref="InvalidDataException">A file is damaged; likewise.</exception>
    public static void Write(RunFolders folders)
    {
        var history = LossCurve.ReadHistory(Path.Combine(folders.Run, "history.csv"));
        var chart = LossCurve.Of(history, LossCurve.ReadSteps(Path.Combine(folders.Run, "steps.csv")));
        var frames = TrainingMovie.ReadFrames(folders.Pictures());
        var grid = frames.Count > 0 ? frames[^1] : Draw(Path.Combine(folders.Run, "generator.safetensors"));

        OutputFolder.Prepare(folders.Samples);
        ChartFiles.Write(Path.Combine(folders.Samples, $"{LossCurve.Name}.png"), chart);
        PngWriter.Write(Path.Combine(folders.Samples, Grid), grid);
        if (frames.Count > 0)
            TrainingMovie.Write(Path.Combine(folders.Samples, TrainingMovie.FileName), frames);
    }

    private static Bitmap Draw(string generator) =>
        ImageGrid.Compose(FashionGan.Load(generator).Generate(GridSide * GridSide, seed: 1), GridSide, GridSide, GridPadding);
}
