using FashionGanTf.Imaging;
using FashionGanTf.Models;
using FashionGanTf.Training;
using Tensorflow.Keras.Callbacks;
using Tensorflow.Summary;

namespace FashionGanTf.Callbacks;

/// <summary>Writes what TensorBoard shows of a run: configuration and hyperparameters, both losses of each step, of each epoch the logs,
/// histograms of all weights and the sheet of samples.</summary>
/// <param name="folder">Where it goes; TensorBoard's <c>--logdir</c>.</param>
/// <param name="config">What the run depends on.</param>
/// <param name="gan">Whose training.</param>
/// <param name="monitor">Draws the sheet; it comes before this in the list of callbacks.</param>
internal sealed class GanTensorBoard(string folder, RunConfig config, FashionGan gan, GanMonitor monitor)
    : TensorBoard(folder, histogram_freq: 1, update_freq: "batch")
{
    /// <inheritdoc/>
    protected override IReadOnlyDictionary<string, float> LogsOfBatch(Dictionary<string, float> logs) => new Dictionary<string, float>
    {
        [GanLogs.DLoss] = gan.LastLosses.Discriminator,
        [GanLogs.GLoss] = gan.LastLosses.Generator,
    };

    /// <inheritdoc/>
    protected override void WriteBeginning(SummaryWriter writer)
    {
        // Four blanks make Markdown leave it as it is.
        writer.text("config", "    " + config.ToJson().TrimEnd().Replace("\n", "\n    ", StringComparison.Ordinal), 0);
        writer.hparams(TrainingOption.All.Where(option => option.Of(config.Options) is not null)
            .ToDictionary(option => option.ConfigName, option => option.Of(config.Options)!));
    }

    /// <inheritdoc/>
    protected override void WriteEpoch(SummaryWriter writer, int epoch)
    {
        var sheet = monitor.LastSheet!;
        writer.image("samples", PngWriter.Encode(sheet), sheet.Width, sheet.Height, sheet.Channels, epoch);
    }
}
