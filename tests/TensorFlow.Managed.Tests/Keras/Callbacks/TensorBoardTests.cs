using Tensorflow.Keras.ArgsDefinition;
using Tensorflow.Keras.Callbacks;
using Tensorflow.Keras.Engine;
using Tensorflow.Keras.Layers;
using Tensorflow.NumPy;
using Tensorflow.Tests.Summary;
using static Tensorflow.Binding;
using static Tensorflow.KerasApi;

namespace Tensorflow.Tests.Keras.Callbacks;

/// <summary>The callback that writes what TensorBoard shows.</summary>
[TestClass]
public class TensorBoardTests
{
    private string _folder = "";

    [TestInitialize]
    public void Begin() => _folder = Directory.CreateTempSubdirectory("board").FullName;

    [TestCleanup]
    public void End() => Directory.Delete(_folder, recursive: true);

    [TestMethod]
    public void EpochsBatchesValidationAndWeights()
    {
        Fit(Model(), new TensorBoard(_folder, histogram_freq: 2, update_freq: "2"), epochs: 3);
        CollectionAssert.AreEqual(
            new[]
            {
                "batch_loss 0", "batch_loss 2", "epoch_loss 0", "dense/kernel_0/histogram 0", "dense/bias_0/histogram 0",
                "batch_loss 4", "epoch_loss 1",
                "batch_loss 6", "batch_loss 8", "epoch_loss 2", "dense/kernel_0/histogram 2", "dense/bias_0/histogram 2",
            },
            Events("train"));
        CollectionAssert.AreEqual(new[] { "epoch_loss 0", "epoch_loss 1", "epoch_loss 2" }, Events("validation"));
    }

    [TestMethod]
    public void ATrainingThatGoesOnRepeatsNothing()
    {
        var model = Model();
        Fit(model, new TensorBoard(_folder, histogram_freq: 1, update_freq: "batch"), epochs: 3);
        var whole = Events("train");
        // Killed after the third epoch was written, and taken up after the first.
        Fit(model, new TensorBoard(_folder, histogram_freq: 1, update_freq: "batch"), epochs: 3, initial_epoch: 1);
        CollectionAssert.AreEqual(whole, Events("train"));
        CollectionAssert.AreEqual(new[] { "epoch_loss 0", "epoch_loss 1", "epoch_loss 2" }, Events("validation"));
        Assert.HasCount(1, Directory.GetFiles(Path.Combine(_folder, "train")));
    }

    /// <summary>As in Keras, a single number is no picture.</summary>
    [TestMethod]
    public void WeightsArePicturesWhereTheyAreAskedFor()
    {
        Fit(Model(), new TensorBoard(_folder, histogram_freq: 2, write_images: true), epochs: 2);
        CollectionAssert.AreEqual(
            new[]
            {
                "epoch_loss 0", "dense/kernel_0/histogram 0", "dense/kernel_0/image 0", "dense/bias_0/histogram 0",
                "epoch_loss 1",
            },
            Events("train"));
    }

    /// <summary>The shapes of <c>_log_weight_as_image</c> in Keras' tensorboard callback.</summary>
    [TestMethod]
    public void AWeightsPictureIsLaidAsKerasDoes()
    {
        RequirePicture("0 1 2 3 | (1, 4, 1, 1)", tf.range(4));
        RequirePicture("0 2 4 1 3 5 | (1, 2, 3, 1)", tf.reshape(tf.range(6), (3, 2)));
        RequirePicture("0 1 2 3 4 5 | (1, 2, 3, 1)", tf.reshape(tf.range(6), (2, 3)));
        RequirePicture("0 2 4 6 1 3 5 7 | (2, 2, 2, 1)", tf.reshape(tf.range(8), (2, 2, 1, 2)));
        Assert.IsNull(WeightPicture.Of(tf.zeros((3, 3, 2, 8))), "eight channels are no colours");
        CollectionAssert.AreEqual(new long[] { 3, 3, 2, 4 }, WeightPicture.Of(tf.zeros((3, 3, 2, 4)))!.dims);
    }

    [TestMethod]
    [DataRow("never")]
    [DataRow("0")]
    [DataRow("-1")]
    public void AFrequencyIsAWordOrANumber(string frequency) =>
        StringAssert.Contains(Assert.ThrowsExactly<ArgumentException>(() => new TensorBoard(update_freq: frequency)).Message,
            $"update_freq is epoch, batch or a number of batches, not '{frequency}'");

    private static void RequirePicture(string expected, Tensor weight)
    {
        var picture = WeightPicture.Of(weight)!;
        Assert.AreEqual(expected, $"{string.Join(' ', tf.cast(picture, tf.int32).ToArray<int>())} | {picture.shape}");
    }

    private static Model Model()
    {
        // Named: a counted name depends on the tests before.
        var model = keras.Sequential([new Dense(new DenseArgs { Units = 1, InputShape = 2, Name = "dense" })]);
        model.compile(keras.optimizers.SGD(0.1f), keras.losses.MeanSquaredError());
        return model;
    }

    private static void Fit(Model model, ICallback callback, int epochs, int initial_epoch = 0)
    {
        var (x, y) = (np.array(1f, 2, 3, 4, 5, 6).reshape((3, 2)), np.array(1f, 2, 3).reshape((3, 1)));
        model.fit(x, y, batch_size: 1, epochs: epochs, verbose: 0, callbacks: [callback], initial_epoch: initial_epoch,
            validation_data: (x, y));
    }

    private string[] Events(string run) =>
        [.. Directory.GetFiles(Path.Combine(_folder, run)).SelectMany(EventReader.Read).Where(one => one.Tag is not null)
            .Select(one => $"{one.Tag} {one.Step}")];
}
