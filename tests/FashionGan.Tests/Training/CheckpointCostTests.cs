using System.Diagnostics;
using FashionGanTf.Callbacks;
using FashionGanTf.Models;
using FashionGanTf.Tests.Support;
using FashionGanTf.Training;
using static Tensorflow.KerasApi;

namespace FashionGanTf.Tests.Training;

/// <summary>What a checkpoint of the whole model takes.</summary>
[TestClass]
public class CheckpointCostTests
{
    public TestContext TestContext { get; set; } = null!;

    /// <summary>Says how long saving takes; what it requires is that nothing is written but what must be.</summary>
    [TestMethod]
    public void ACheckpointIsThreeTimesTheWeights()
    {
        using var folder = new TemporaryFolder();
        var gan = new FashionGan();
        gan.compile(keras.optimizers.Adam(), keras.optimizers.Adam(), keras.losses.BinaryCrossentropy(from_logits: true));
        var config = new RunConfig(new TrainingOptions(), Images: 60_000, Threads: 1);
        var recorder = new RunRecorder(folder.Path, config, gan);
        var checkpoints = new Checkpoints(gan, folder.Path, recorder, new TerminateOnNaN(gan, 1), TimeSpan.Zero);
        checkpoints.@params.Steps = 1000;
        var times = new List<double>();
        for (var step = 0; step < 6; step++)
        {
            recorder.on_train_batch_end(step, []);
            var clock = Stopwatch.StartNew();
            checkpoints.SaveAfter(step);
            times.Add(clock.Elapsed.TotalMilliseconds);
        }

        var bytes = new FileInfo(new CheckpointFiles(folder.Path).Path).Length;
        var numbers = gan.Generator.count_params() + gan.Discriminator.count_params()
            + 2L * (gan.Generator.TrainableVariables.Concat(gan.Discriminator.TrainableVariables).Sum(variable => variable.shape.size));
        Assert.AreEqual(4 * numbers + 2 * sizeof(long), bytes, 16 * 1024,
            "weights, two moments for each trained one, two steps and a head");
        times.Sort();
        TestContext.WriteLine(
            $"A checkpoint is {bytes} bytes; saving takes {times[0]:0} to {times[^1]:0} ms, {times[times.Count / 2]:0} in the middle.");
    }
}
