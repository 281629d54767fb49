namespace FashionGanTf.Cli.Display;

/// <summary>One plain line an epoch, for logs and pipes.</summary>
internal sealed class PlainProgress(TextWriter output, int epochs, long steps, int batchSize) : TrainingProgress(epochs, steps, batchSize)
{
    public override void on_epoch_end(int epoch, Dictionary<string, float> epoch_logs) => output.WriteLine(EpochLine(epoch_logs));
}
