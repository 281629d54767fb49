using Tensorflow.Keras.ArgsDefinition;
using Tensorflow.Keras.Callbacks;
using Tensorflow.Keras.Engine;
using Tensorflow.Keras.Layers;
using Tensorflow.NumPy;
using Tensorflow.Tests.Summary;
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

    [TestMethod]
    [DataRow("never")]
    [DataRow("0")]
    [DataRow("-1")]
    public void AFrequencyIsAWordOrANumber(string frequency) =>
        StringAssert.Contains(Assert.ThrowsExactly<ArgumentException>(() => new TensorBoard(update_freq: frequency)).Message,
            $"update_freq is epoch, batch or a number of batches, not '{frequency}'");

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
