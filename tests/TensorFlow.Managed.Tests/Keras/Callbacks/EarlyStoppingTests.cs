using Tensorflow.Keras.Callbacks;

namespace Tensorflow.Tests.Keras.Callbacks;

/// <summary>When training ends early, and with which weights.</summary>
[TestClass]
public class EarlyStoppingTests
{
    [TestMethod]
    public void EndsAfterSoManyEpochsThatAreNoBetter()
    {
        Assert.AreEqual(5, Epochs(new EarlyStopping(patience: 2), 3, 2, 1, 1, 1.5f, 0));
        Assert.AreEqual(6, Epochs(new EarlyStopping(patience: 2), 3, 2, 1, 1, 0.5f, 0));
        Assert.AreEqual(2, Epochs(new EarlyStopping(), 1, 1, 0));
        Assert.AreEqual(2, Epochs(new EarlyStopping(mode: "max"), 3, 2, 1));
        Assert.AreEqual(2, Epochs(new EarlyStopping(mode: "max", patience: 2), float.NaN, float.NaN, 1));
    }

    [TestMethod]
    public void BetterMeansByMoreThanTheMargin()
    {
        Assert.AreEqual(2, Epochs(new EarlyStopping(min_delta: 0.5f), 3, 2.6f, 0));
        Assert.AreEqual(3, Epochs(new EarlyStopping(min_delta: 0.5f), 3, 2.4f, 0));
        Assert.AreEqual(2, Epochs(new EarlyStopping(min_delta: -0.5f, mode: "max"), 3, 3.4f, 5));
    }

    [TestMethod]
    public void ABaselineMustBeBettered()
    {
        // Each epoch is better than the last, but none beats 1: only one that is no better is looked at.
        Assert.AreEqual(4, Epochs(new EarlyStopping(patience: 2, baseline: 1), 4, 3, 2, 2, 0));
        Assert.AreEqual(5, Epochs(new EarlyStopping(patience: 2, baseline: 1), 4, 0.5f, 2, 0.4f, 2));
    }

    [TestMethod]
    public void EarlyEpochsDoNotCount() => Assert.AreEqual(5, Epochs(new EarlyStopping(start_from_epoch: 3), 1, 2, 3, 2, 4, 5));

    [TestMethod]
    public void TheBestEpochsWeightsComeBack()
    {
        var model = Run.Model();
        var output = new StringWriter();
        var callback = new EarlyStopping(patience: 2, verbose: 1, restore_best_weights: true) { Output = output };
        Assert.AreEqual(4, Run.Epochs(callback, model, Run.Logs("val_loss", 3, 1, 2, 2, 2)));
        Assert.AreEqual(1f, Run.Weight(model));
        Assert.AreEqual((3, 1), (callback.stopped_epoch, callback.best_epoch));
        Assert.AreEqual(
            $"Restoring model weights from the end of the best epoch: 2.{Environment.NewLine}Epoch 4: early stopping{Environment.NewLine}",
            output.ToString());

        // A run that goes to its end keeps its last weights, and a callback can be used again.
        Assert.AreEqual(3, Run.Epochs(callback, model, Run.Logs("val_loss", 3, 1, 2)));
        Assert.AreEqual(2f, Run.Weight(model));
        Assert.AreEqual(0, callback.stopped_epoch);
    }

    [TestMethod]
    public void WithoutRestoringTheLastWeightsStay()
    {
        var model = Run.Model();
        var callback = new EarlyStopping(new CallbackParams { Model = model }, "loss", verbose: 0);
        Assert.AreEqual(3, Run.Epochs(callback, model, Run.Logs("loss", 3, 1, 2, 2)));
        Assert.AreEqual(2f, Run.Weight(model));
        Assert.AreEqual(1, callback.best_epoch);
    }

    [TestMethod]
    public void AValueThatIsNotLoggedIsNamedOnce()
    {
        var output = new StringWriter();
        Assert.AreEqual(3, Run.Epochs(new EarlyStopping("val_los") { Output = output }, Run.Model(), Run.Logs("val_loss", 1, 2, 3)));
        Assert.AreEqual($"Warning: EarlyStopping watches 'val_los', which is not logged; there are: val_loss.{Environment.NewLine}",
            output.ToString());
        var error = Assert.ThrowsExactly<ArgumentException>(() => new EarlyStopping(mode: "best"));
        Assert.AreEqual("EarlyStopping: mode is 'auto', 'min' or 'max', not 'best'.", error.Message);
    }

    [TestMethod]
    [DataRow("val_loss", false)]
    [DataRow("acc", true)]
    [DataRow("val_binary_accuracy", true)]
    [DataRow("auc", true)]
    public void TheNameSaysWhatIsBetter(string name, bool isMax)
    {
        var monitor = new MonitoredValue("Test", name, "auto");
        Assert.AreEqual(isMax, monitor.IsBetter(2, 1));
        Assert.AreEqual(!isMax, monitor.IsBetter(1, 2));
        Assert.IsTrue(monitor.IsBetter(1, monitor.Worst));
        Assert.IsFalse(monitor.IsBetter(float.NaN, monitor.Worst));
    }

    private static int Epochs(EarlyStopping callback, params float[] losses) =>
        Run.Epochs(callback, Run.Model(), Run.Logs("val_loss", losses));
}
