using FashionGanTf.Tests.Support;
using FashionGanTf.Training;
using Tensorflow;
using Tensorflow.Keras.Callbacks;
using Tensorflow.Keras.Datasets;
using Tensorflow.Keras.Engine;
using Tensorflow.NumPy;
using Tensorflow.Serialization;

namespace FashionGanTf.Tests.Training;

/// <summary>A run that comes to NaN or infinity ends, and keeps what was good.</summary>
[TestClass]
public class DivergenceTests
{
    private const int Pictures = 24;
    private const int BatchSize = 8;

    [TestMethod]
    [DataRow(float.NaN, 3, 1, "The losses are no longer finite: step 2 of epoch 2, d_loss NaN, g_loss NaN.")]
    [DataRow(float.PositiveInfinity, 3, 1, "The losses are no longer finite: step 2 of epoch 2, d_loss NaN, g_loss NaN.")]
    [DataRow(float.NaN, 5, 1, "The weights are no longer finite: step 3 of epoch 2, d_loss ")]
    public void TheLastGoodWeightsStay(float poison, int afterStep, int goodEpochs, string complaint)
    {
        using var folder = new TemporaryFolder();
        var data = Path.Combine(folder.Path, "data");
        WriteData(data);
        var folders = new RunFolders(Path.Combine(folder.Path, "out"));
        var run =
            new TrainingRun(new TrainingOptions { Epochs = 3, BatchSize = BatchSize, LatentDim = 4, LearningRate = 0.01, Data = data });

        var error = Assert.ThrowsExactly<DivergedException>(() => run.Run(folders, [new Poison(run, poison, afterStep)]));

        StringAssert.StartsWith(error.Message, complaint);
        StringAssert.EndsWith(error.Message, "Train anew with a lower --learning-rate (it is 0.01); what was saved before is kept, and " +
            "--resume goes on from the last checkpoint.");
        Assert.IsFalse(error.Message.Contains('\n'));
        Assert.HasCount(goodEpochs + 1, File.ReadAllLines(Path.Combine(folders.Run, "history.csv")));
        Assert.HasCount(goodEpochs, Directory.GetFiles(folders.Samples));
        foreach (var file in Directory.GetFiles(folders.Run, "*.safetensors"))
        {
            var saved = SafeTensors.load(file);
            foreach (var name in saved.names.Where(name => saved.tensor(name).dtype == TF_DataType.TF_FLOAT))
                Assert.IsTrue(saved.ToArray<float>(name).All(float.IsFinite), $"{name} in {file}");
        }

        using var free = RunLock.Take(folders);
    }

    private static void WriteData(string folder)
    {
        Directory.CreateDirectory(folder);
        foreach (var part in new[] { "train", "t10k" })
        {
            IdxFile.save(Path.Combine(folder, $"{part}-images-idx3-ubyte"),
                np.array(Enumerable.Range(0, Pictures * 784).Select(i => (byte)(i * 7)).ToArray()).reshape((Pictures, 28, 28)));
            IdxFile.save(Path.Combine(folder, $"{part}-labels-idx1-ubyte"), np.array(new byte[Pictures]));
        }
    }

    /// <summary>Spoils a weight of the generator between two steps.</summary>
    private sealed class Poison(TrainingRun run, float value, int afterStep) : Callback
    {
        private int _steps;

        public override void on_train_batch_end(long end_step, Dictionary<string, float> logs)
        {
            if (_steps++ != afterStep)
                return;
            var weight = run.Model.Generator.Weights[0];
            weight.assign(weight.AsTensor() * value);
        }
    }
}
