using System.Text.RegularExpressions;
using FashionGanTf.Evaluation.Classifier;
using FashionGanTf.Tests.Support;
using Tensorflow.Keras.Callbacks;
using Tensorflow.NumPy;
using static Tensorflow.Binding;

namespace FashionGanTf.Tests.Evaluation;

/// <summary>The classifier that ships, and how it is made.</summary>
[TestClass]
public partial class FashionClassifierTests
{
    /// <summary>400 pictures of clothes, uint8 (400, 28, 28).</summary>
    private static NDArray Clothes =>
        tf.reshape(Trajectory.RealBatch(0, Trajectory.Steps), (Trajectory.Steps * Trajectory.BatchSize, 28, 28)).numpy();

    [TestMethod]
    public void EachPictureIsSeenTheSameWhateverStandsBesideIt()
    {
        var classifier = FashionClassifier.Pretrained();
        // More than a batch of the program's.
        var all = classifier.Embed(Clothes[":70"]);
        Assert.AreEqual(new Tensorflow.Shape(70, 128), all.Features.shape);
        Assert.AreEqual(new Tensorflow.Shape(70, 10), all.Probabilities.shape);
        foreach (var i in new[] { 0, 1, 63, 64, 69 })
        {
            var alone = classifier.Embed(Clothes[$"{i}:{i + 1}"]);
            CollectionAssert.AreEqual(all.Features[i].ToArray<float>(), alone.Features.ToArray<float>(), $"picture {i}");
            CollectionAssert.AreEqual(all.Probabilities[i].ToArray<float>(), alone.Probabilities.ToArray<float>(), $"picture {i}");
        }
    }

    [TestMethod]
    public void ItIsSureOfClothes()
    {
        // A classifier with fresh weights gives each class a tenth; this one has learned what these are.
        var probabilities = FashionClassifier.Pretrained().Embed(Clothes).Probabilities;
        Assert.IsGreaterThan(0.9f, (float)np.mean(np.max(probabilities, axis: 1)));
        Assert.HasCount(10, np.argmax(probabilities, axis: 1).ToArray<long>().Distinct().ToList());
    }

    [TestMethod]
    public void TheSameDataGiveTheSameWeightsOnAnyNumberOfThreads()
    {
        using var folder = new TemporaryFolder();
        var (pictures, labels) = (Clothes[":100"], np.array(Enumerable.Range(0, 100).Select(i => (byte)(i % 10)).ToArray()));
        var threads = tf.config.threading.get_intra_op_parallelism_threads();
        try
        {
            var checksums = new[] { 1, 2, 3 }.Select(count =>
            {
                tf.config.threading.set_intra_op_parallelism_threads(count);
                return ClassifierTraining.Train(pictures, labels).Save(Path.Combine(folder.Path, "weights.safetensors"));
            }).ToList();
            Assert.AreEqual(checksums[0], checksums[1]);
            Assert.AreEqual(checksums[0], checksums[2]);
            Assert.AreNotEqual(checksums[0], FashionClassifier.PretrainedSha256);
        }
        finally
        {
            tf.config.threading.set_intra_op_parallelism_threads(threads);
        }
    }

    [TestMethod]
    public void TrainingLearns()
    {
        // Pictures that two of 28 rows tell apart. Logs tell: so few steps are not enough for the moving statistics of inference.
        var pixels = new byte[400 * 784];
        var labels = new byte[400];
        for (var i = 0; i < 400; i++)
        {
            labels[i] = (byte)(i % 10);
            pixels.AsSpan(i * 784 + labels[i] * 56, 56).Fill(255);
        }

        var accuracies = new List<float>();
        var listener = new LambdaCallback(on_epoch_end: (_, logs) => accuracies.Add(logs["accuracy"]));
        ClassifierTraining.Train(np.array(pixels).reshape((400, 28, 28)), np.array(labels), listener);
        Assert.HasCount(ClassifierTraining.Epochs, accuracies);
        Assert.IsGreaterThan(0.9f, accuracies[^1]);
    }

    [TestMethod]
    public void DataThatDoNotFitAreRefused()
    {
        StringAssert.Contains(
            Assert.ThrowsExactly<ArgumentException>(() => ClassifierTraining.Train(Clothes[":2"], np.array(new byte[] { 1, 10 }))).Message,
            "there is a 10");
        StringAssert.Contains(
            Assert.ThrowsExactly<ArgumentException>(
                () => ClassifierTraining.Train(np.array(new byte[50]).reshape((2, 5, 5)), np.array(new byte[2]))).Message, "28 x 28");
    }

    [TestMethod]
    public void StepsAreCountedWhateverThePicturesAndBatchesAreChanged()
    {
        var (pictures, labels) = (Clothes[":30"], np.array(Enumerable.Range(0, 30).Select(i => (byte)(i % 10)).ToArray()));
        List<long> sizes = [];
        var steps = 0;
        float[] Weights(int seed, Func<Tensorflow.Tensor, Tensorflow.Tensor>? augment) => ClassifierTraining.TrainSteps(
            pictures, labels, 3, seed, augment, new LambdaCallback(on_train_batch_end: (_, _) => steps++)).Head.Weights[0].numpy()
            .ToArray<float>();
        var plain = Weights(1, null);
        var same = Weights(1, batch =>
        {
            lock (sizes)
                sizes.Add(batch.shape[0]);
            return batch;
        });
        Assert.AreEqual(6, steps);
        CollectionAssert.AreEqual(new long[] { 128, 128, 128 }, sizes);
        CollectionAssert.AreEqual(plain, same);
        CollectionAssert.AreNotEqual(plain, Weights(2, null));
        CollectionAssert.AreNotEqual(plain, Weights(1, batch => tf.zeros_like(batch)));
    }

    [TestMethod]
    public void TheDocumentationNamesTheWeightsThatShip()
    {
        var text = File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "evaluation.md"));
        Assert.AreEqual(FashionClassifier.PretrainedSha256, Checksum().Match(text).Value);
    }

    [GeneratedRegex("[0-9a-f]{64}")]
    private static partial Regex Checksum();
}
