using Tensorflow.Keras.Callbacks;

namespace Tensorflow.Tests.Keras.Callbacks;

/// <summary>Which files are written, under which names, with which weights.</summary>
[TestClass]
public sealed class ModelCheckpointTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("checkpoints").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [TestMethod]
    public void EveryEpochHasItsFile()
    {
        var model = Run.Model();
        Run.Epochs(new ModelCheckpoint(At("deep/w-{epoch:02d}-{val_loss:.4f}.safetensors")), model, Run.Logs("val_loss", 3, 0.125f));
        string[] names = ["w-01-3.0000.safetensors", "w-02-0.1250.safetensors"];
        CollectionAssert.AreEquivalent(names, Array.ConvertAll(Directory.GetFiles(At("deep")), path => Path.GetFileName(path)));
        model.load_weights(At("deep/" + names[0]));
        Assert.AreEqual(0f, Run.Weight(model));
        model.load_weights(At("deep/" + names[1]));
        Assert.AreEqual(1f, Run.Weight(model));
    }

    [TestMethod]
    public void OnlyTheBestEpochsFileStays()
    {
        var model = Run.Model();
        var output = new StringWriter();
        var path = At("best.safetensors");
        var callback = new ModelCheckpoint(path, verbose: 1, save_best_only: true) { Output = output };
        Run.Epochs(callback, model, Run.Logs("val_loss", 3, 1, 2, float.NaN));
        model.load_weights(path);
        Assert.AreEqual(1f, Run.Weight(model));
        string[] lines =
        [
            $"Epoch 1: val_loss improved from inf to 3.0000, saving model to {path}",
            $"Epoch 2: val_loss improved from 3.0000 to 1.0000, saving model to {path}",
            "Epoch 3: val_loss did not improve from 1.0000",
            "Epoch 4: val_loss did not improve from 1.0000",
        ];
        CollectionAssert.AreEqual(lines, output.ToString().Split(Environment.NewLine, StringSplitOptions.RemoveEmptyEntries));
    }

    [TestMethod]
    public void AThresholdIsToBeBettered()
    {
        var model = Run.Model();
        var output = new StringWriter();
        var path = At("best.safetensors");
        var callback = new ModelCheckpoint(path, verbose: 1, save_best_only: true, initial_value_threshold: 0.12f) { Output = output };
        Run.Epochs(callback, model, Run.Logs("val_loss", 217));
        Assert.IsFalse(File.Exists(path));
        Run.Epochs(callback, model, Run.Logs("val_loss", 3, 0.1f));
        model.load_weights(path);
        Assert.AreEqual(1f, Run.Weight(model));
        Assert.Contains("val_loss did not improve from 0.1200", output.ToString());
        Assert.Contains("val_loss improved from 0.1200 to 0.1000", output.ToString());
    }

    /// <summary>A process that goes on has callbacks of its own.</summary>
    [TestMethod]
    public void ATrainingThatGoesOnKeepsTheBetterFile()
    {
        var model = Run.Model();
        var path = At("best.safetensors");
        var output = new StringWriter();
        ModelCheckpoint New() => new(path, verbose: 1, save_best_only: true) { Output = output };
        Run.Epochs(New(), model, Run.Logs("val_loss", 3, 0.12f));
        var best = File.ReadAllBytes(path);
        Run.Epochs(New(), model, 2, Run.Logs("val_loss", 217, 0.13f));
        CollectionAssert.AreEqual(best, File.ReadAllBytes(path));
        Assert.Contains("Epoch 3: val_loss did not improve from 0.1200", output.ToString());
        Run.Epochs(New(), model, 4, Run.Logs("val_loss", 0.11f));
        model.load_weights(path);
        Assert.AreEqual(4f, Run.Weight(model));

        // One that begins replaces it, as in Keras.
        Run.Epochs(New(), model, Run.Logs("val_loss", 5));
        model.load_weights(path);
        Assert.AreEqual(0f, Run.Weight(model));
        Assert.DoesNotContain("Warning", output.ToString());
    }

    [TestMethod]
    public void AFileThatDoesNotSayHowGoodItIsIsReplacedWithAWarning()
    {
        var model = Run.Model();
        var path = At("best.safetensors");
        model.save_weights(path);
        var output = new StringWriter();
        Run.Epochs(new ModelCheckpoint(path, save_best_only: true) { Output = output }, model, 1, Run.Logs("val_loss", 5));
        Assert.AreEqual($"Warning: ModelCheckpoint: {path} does not say its val_loss, so the next epoch replaces it; to keep it from " +
            $"what is worse, give initial_value_threshold.{Environment.NewLine}", output.ToString());
        model.load_weights(path);
        Assert.AreEqual(1f, Run.Weight(model));
    }

    [TestMethod]
    public void TheLargestAccuracyIsTheBest()
    {
        var model = Run.Model();
        Run.Epochs(new ModelCheckpoint(At("best"), "accuracy", save_best_only: true), model, Run.Logs("accuracy", 0.5f, 0.75f, 0.25f));
        model.load_weights(At("best"));
        Assert.AreEqual(1f, Run.Weight(model));
    }

    [TestMethod]
    public void AValueThatIsNotLoggedIsNamedAndNothingIsWritten()
    {
        var output = new StringWriter();
        Run.Epochs(new ModelCheckpoint(At("best"), save_best_only: true) { Output = output }, Run.Model(), Run.Logs("loss", 3, 1));
        Assert.AreEqual($"Warning: ModelCheckpoint watches 'val_loss', which is not logged; there are: loss.{Environment.NewLine}",
            output.ToString());
        Assert.IsEmpty(Directory.GetFiles(_folder));
    }

    [TestMethod]
    [DataRow("w-{epoch}", "w-3")]
    [DataRow("w-{epoch:d}", "w-3")]
    [DataRow("w-{epoch:04d}", "w-0003")]
    [DataRow("w-{epoch:4d}", "w-   3")]
    [DataRow("w-{loss}", "w-0.1")]
    [DataRow("w-{loss:f}", "w-0.100000")]
    [DataRow("w-{loss:.2f}.{epoch}", "w-0.10.3")]
    [DataRow("w-{loss:06.2f}", "w-000.10")]
    [DataRow("w-{d_loss:06.2f}", "w--00.25")]
    [DataRow("w", "w")]
    public void PathsAreFormattedAsPythonWould(string template, string expected) =>
        Assert.AreEqual(expected, new PathTemplate("Test", template).Path(2, new() { ["loss"] = 0.1f, ["d_loss"] = -0.25f }));

    [TestMethod]
    public void MistakesAreNamed()
    {
        var error = Assert.ThrowsExactly<ArgumentException>(() => new ModelCheckpoint("w-{epoch:x}"));
        Assert.AreEqual("ModelCheckpoint: in 'w-{epoch:x}' the format 'x' is not known; use d, 02d, f or .4f.", error.Message);
        error = Assert.ThrowsExactly<ArgumentException>(
            () => Run.Epochs(new ModelCheckpoint("w-{val_loss}"), Run.Model(), Run.Logs("loss", 1)));
        Assert.AreEqual("ModelCheckpoint: 'w-{val_loss}' names 'val_loss', which is not logged; there are: epoch, loss.", error.Message);
        Assert.ThrowsExactly<NotSupportedException>(() => new ModelCheckpoint("w", save_weights_only: false));
    }

    private string At(string name) => Path.Combine(_folder, name);
}
