using System.Text.RegularExpressions;
using FashionGanTf.Conditions;
using FashionGanTf.Datasets;
using FashionGanTf.Evaluation.Classifier;
using FashionGanTf.Imaging;
using FashionGanTf.Tests.Support;
using Tensorflow.Keras.Callbacks;
using Tensorflow.NumPy;
using Tensorflow.Serialization;
using static Tensorflow.Binding;

namespace FashionGanTf.Tests.Evaluation;

/// <summary>The classifier that ships, and how it is made.</summary>
[TestClass]
public partial class PictureClassifierTests
{
    /// <summary>400 pictures of clothes, uint8 (400, 28, 28).</summary>
    private static NDArray Clothes =>
        tf.reshape(Trajectory.RealBatch(0, Trajectory.Steps), (Trajectory.Steps * Trajectory.BatchSize, 28, 28)).numpy();

    [TestMethod]
    public void EachPictureIsSeenTheSameWhateverStandsBesideIt()
    {
        var classifier = PictureClassifier.Pretrained();
        // More than a batch of the program's.
        var all = classifier.Embed(Clothes[":70"]);
        Assert.AreEqual(new Tensorflow.Shape(70, 128), all.Features.shape);
        Assert.AreEqual(new Tensorflow.Shape(70, 10), all.Probabilities!.shape);
        foreach (var i in new[] { 0, 1, 63, 64, 69 })
        {
            var alone = classifier.Embed(Clothes[$"{i}:{i + 1}"]);
            CollectionAssert.AreEqual(all.Features[i].ToArray<float>(), alone.Features.ToArray<float>(), $"picture {i}");
            CollectionAssert.AreEqual(all.Probabilities![i].ToArray<float>(), alone.Probabilities!.ToArray<float>(), $"picture {i}");
        }
    }

    [TestMethod]
    public void ItIsSureOfClothes()
    {
        // A classifier with fresh weights gives each class a tenth; this one has learned what these are.
        var probabilities = PictureClassifier.Pretrained().Embed(Clothes).Probabilities!;
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
                return ClassifierTraining.Train(new PictureSet(pictures, labels, ClassNames.FashionMnist))
                    .Save(Path.Combine(folder.Path, "weights.safetensors"));
            }).ToList();
            Assert.AreEqual(checksums[0], checksums[1]);
            Assert.AreEqual(checksums[0], checksums[2]);
            Assert.AreNotEqual(checksums[0], PictureClassifier.PretrainedSha256);
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
        var set = new PictureSet(np.array(pixels).reshape((400, 28, 28)), np.array(labels), ClassNames.FashionMnist);
        ClassifierTraining.Train(set, callbacks: listener);
        Assert.HasCount(ClassifierTraining.Epochs, accuracies);
        Assert.IsGreaterThan(0.9f, accuracies[^1]);
    }

    [TestMethod]
    public void DataThatCannotBeLearnedAreRefused()
    {
        StringAssert.Contains(
            Assert.ThrowsExactly<ArgumentException>(() => ClassifierTraining.Train(new PictureSet(Clothes[":2"]))).Message, "no labels");
        StringAssert.Contains(
            Assert.ThrowsExactly<ArgumentException>(() => ClassifierTraining.Train(
                new PictureSet(Clothes[":2"], np.array(new byte[2]), new ClassNames("dress")))).Message, "of one class only, dress");
    }

    /// <summary>A stage for each halving down to 3 or 4 pixels a side, twice as wide each time up to 256.</summary>
    [TestMethod]
    [DataRow(28, new[] { 32, 64, 128 }, 3 * 3 * 128)]
    [DataRow(32, new[] { 32, 64, 128 }, 4 * 4 * 128)]
    [DataRow(56, new[] { 32, 64, 128, 256 }, 3 * 3 * 256)]
    [DataRow(64, new[] { 32, 64, 128, 256 }, 4 * 4 * 256)]
    [DataRow(128, new[] { 32, 64, 128, 256, 256 }, 4 * 4 * 256)]
    public void TheNetworkGrowsWithThePictures(int size, int[] filters, int flat)
    {
        var classifier = new PictureClassifier(new PictureShape(size, 3), new ClassNames("hat", "shoe"));
        var kernels = classifier.Features.named_weights.Where(weight => weight.Name.EndsWith("kernel", StringComparison.Ordinal))
            .Select(weight => weight.Variable.shape).ToList();
        CollectionAssert.AreEqual(filters, kernels.SkipLast(1).Select(kernel => (int)kernel[3]).ToArray());
        Assert.AreEqual(3, kernels[0][2]);
        Assert.AreEqual(flat, kernels[^1][0]);
        Assert.AreEqual(new Tensorflow.Shape(2, 2), classifier.Apply(tf.zeros((2, size, size, 3))).shape);
    }

    [TestMethod]
    public void AFileSaysWhatItIsOf()
    {
        using var folder = new TemporaryFolder();
        using var cache = new TemporaryCache();
        var path = Path.Combine(folder.Path, "classifier.safetensors");
        var data = PictureParts.Read(new PictureOptions { Place = Clothing.Folder, Size = 32 }, labelled: true);
        var made = ClassifierTraining.Train(data.Train, epochs: 2);
        var checksum = made.Save(path);
        var read = PictureClassifier.Load(path);
        Assert.AreEqual((new PictureShape(32, 3), checksum), (read.Picture, read.Sha256));
        Assert.AreEqual(new ClassifierData("clothing", data.Train.Rows.Sha256(), 2), read.Data);
        CollectionAssert.AreEqual(data.Train.Classes.ToArray(), read.Classes.ToArray());
        var pictures = data.Others.First(3);
        CollectionAssert.AreEqual(made.Embed(pictures).Features.ToArray<float>(), read.Embed(pictures).Features.ToArray<float>());
        StringAssert.EndsWith(
            Assert.ThrowsExactly<ArgumentException>(() => read.Require(PictureShape.FashionMnist, "these")).Message,
            "of clothing is for pictures of 32 x 32 in colour, and these are 28 x 28 in gray.");
        // What ships says so, too.
        var shipped = PictureClassifier.Pretrained();
        Assert.AreEqual((PictureShape.FashionMnist, "Fashion-MNIST", 5), (shipped.Picture, shipped.Data!.Name, shipped.Data.Epochs));
        CollectionAssert.AreEqual(ClassNames.FashionMnist.ToArray(), shipped.Classes.ToArray());
    }

    [TestMethod]
    public void WhatIsNoClassifierIsSaidInOneLine()
    {
        using var folder = new TemporaryFolder();
        var path = Path.Combine(folder.Path, "classifier.safetensors");
        Complains<FileNotFoundException>("There is no file");
        SafeTensors.save(path, [("x", tf.zeros(2))]);
        Complains<InvalidDataException>("is no classifier: its texts do not say of what pictures and classes");
        var texts = new Dictionary<string, string>
        {
            ["classes"] = "[\"a\",\"b\"]", ["size"] = "28", ["channels"] = "1", ["data"] = "d", ["pictures_sha256"] = "", ["epochs"] = "1",
        };
        SafeTensors.save(path, [("x", tf.zeros(2))], texts, checksum: true);
        Complains<InvalidDataException>("classifier.safetensors");
        foreach (var (key, value) in new[] { ("size", "30"), ("classes", "null"), ("classes", "[1]"), ("channels", "x"), ("epochs", "-1") })
        {
            SafeTensors.save(path, [("x", tf.zeros(2))], new Dictionary<string, string>(texts) { [key] = value }, checksum: true);
            Complains<InvalidDataException>("is ");
        }

        ClassifierTraining.Train(new PictureSet(Clothes[":4"], np.array(new byte[] { 0, 1, 0, 1 }), new ClassNames("a", "b"))).Save(path);
        var bytes = File.ReadAllBytes(path);
        bytes[^1] ^= 1;
        File.WriteAllBytes(path, bytes);
        Complains<InvalidDataException>("checksum");

        void Complains<T>(string what)
            where T : Exception
        {
            var message = Assert.ThrowsExactly<T>(() => PictureClassifier.Load(path)).Message;
            StringAssert.Contains(message, what);
            Assert.DoesNotContain('\n', message);
        }
    }

    [TestMethod]
    public void StepsAreCountedWhateverThePicturesAndBatchesAreChanged()
    {
        var (pictures, labels) = (Clothes[":30"], np.array(Enumerable.Range(0, 30).Select(i => (byte)(i % 10)).ToArray()));
        List<long> sizes = [];
        var steps = 0;
        float[] Weights(int seed, Func<Tensorflow.Tensor, Tensorflow.Tensor>? augment) => ClassifierTraining.TrainSteps(
            new PictureSet(pictures, labels, ClassNames.FashionMnist), 3, seed, augment,
            new LambdaCallback(on_train_batch_end: (_, _) => steps++)).Head.Weights[0].numpy()
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
        Assert.AreEqual(PictureClassifier.PretrainedSha256, Checksum().Match(text).Value);
    }

    [GeneratedRegex("[0-9a-f]{64}")]
    private static partial Regex Checksum();
}
