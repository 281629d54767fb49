using Tensorflow.Keras.ArgsDefinition;
using Tensorflow.Keras.Engine;
using Tensorflow.Keras.Layers;
using Tensorflow.Serialization;
using static Tensorflow.Binding;
using static Tensorflow.KerasApi;

namespace Tensorflow.Tests.Keras;

/// <summary>Weights in files: names that stay, a round trip, and refusals that change nothing.</summary>
[TestClass]
public class WeightsFileTests
{
    private string _folder = "";

    [TestInitialize]
    public void Start() => _folder = Directory.CreateTempSubdirectory("weights").FullName;

    [TestCleanup]
    public void End() => Directory.Delete(_folder, recursive: true);

    [TestMethod]
    public void ComeBackIntoAModelMadeAgain()
    {
        Sequential first = Make(3), second = Make(3);
        var path = Path.Combine(_folder, "a.safetensors");
        first.save_weights(path);
        var names = SafeTensors.load(path).names.ToArray();
        CollectionAssert.AreEqual(
            new[]
            {
                "dense/kernel", "dense/bias", "inner/dense/kernel", "inner/dense/bias", "inner/dense_1/kernel", "inner/dense_1/bias",
                "batch_normalization/gamma", "batch_normalization/beta", "batch_normalization/moving_mean",
                "batch_normalization/moving_variance",
            },
            names);
        second.load_weights(path);
        var x = FiniteDifferences.Random((4, 2), 1);
        CollectionAssert.AreEqual(((Tensor)first.Apply(x)).ToArray<float>(), ((Tensor)second.Apply(x)).ToArray<float>());

        // Written again, read again: nothing is remembered of the first time.
        first.Weights[0].assign(first.Weights[0].AsTensor() * 2);
        first.save_weights(path);
        second.load_weights(path);
        CollectionAssert.AreEqual(first.get_weights()[0].ToArray<float>(), second.get_weights()[0].ToArray<float>());
    }

    /// <summary>Written again by a tool that sorts by name and keeps weights in float64.</summary>
    [TestMethod]
    public void AnyOrderAndFloat64AreTaken()
    {
        Sequential first = Make(3), second = Make(3);
        var path = Path.Combine(_folder, "a.safetensors");
        SafeTensors.save(path, first.named_weights.OrderByDescending(weight => weight.Name, StringComparer.Ordinal)
            .Select(weight => (weight.Name, tf.cast(weight.Variable.AsTensor(), TF_DataType.TF_DOUBLE))));
        second.load_weights(path);
        foreach (var (one, other) in first.get_weights().Zip(second.get_weights()))
            CollectionAssert.AreEqual(one.ToArray<float>(), other.ToArray<float>());
        SafeTensors.save(path, first.named_weights
            .Select(weight => (weight.Name, tf.cast(weight.Variable.AsTensor(), TF_DataType.TF_INT32))));
        Assert.AreEqual($"{path} does not fit model 'outer': 'dense/kernel' holds int32; float32 is needed.",
            Assert.ThrowsExactly<ArgumentException>(() => second.load_weights(path)).Message);
    }

    [TestMethod]
    public void AnotherModelsAreRefused()
    {
        var path = Path.Combine(_folder, "a.safetensors");
        Make(3).save_weights(path);
        var other = Make(5);
        var before = other.get_weights().ConvertAll(weight => weight.ToArray<float>());
        var error = Assert.ThrowsExactly<ArgumentException>(() => other.load_weights(path));
        Assert.AreEqual(
            $"{path} does not fit model 'outer': 'dense/kernel' has the shape (2, 3), (2, 5) is needed; 'dense/bias' has the shape (3,), " +
            $"(5,) is needed; "
            + "'inner/dense/kernel' has the shape (3, 3), (5, 5) is needed; 'inner/dense/bias' has the shape (3,), (5,) is needed; "
            + "'inner/dense_1/kernel' has the shape (3, 3), (5, 5) is needed; and 5 more.",
            error.Message);
        var small = keras.Sequential([keras.layers.InputLayer(2), new Dense(new DenseArgs { Units = 3, Name = "top" })], "small");
        error = Assert.ThrowsExactly<ArgumentException>(() => small.load_weights(path));
        Assert.StartsWith($"{path} does not fit model 'small': 'top/kernel' is missing; 'top/bias' is missing; 'dense/kernel' is not in " +
            $"the model; ", error.Message);
        for (var i = 0; i < before.Count; i++)
            CollectionAssert.AreEqual(before[i], other.get_weights()[i].ToArray<float>());
    }

    [TestMethod]
    public void OtherRefusals()
    {
        var path = Path.Combine(_folder, "a.safetensors");
        var lazy = keras.Sequential([keras.layers.Dense(1)], "lazy");
        Assert.Contains("'lazy' (Sequential) has no weights to save yet",
            Assert.ThrowsExactly<InvalidOperationException>(() => lazy.save_weights(path)).Message);
        Assert.Contains("has no weights to load yet",
            Assert.ThrowsExactly<InvalidOperationException>(() => lazy.load_weights(path)).Message);
        var model = Make(3);
        Assert.AreEqual($"There is no file {path}.", Assert.ThrowsExactly<FileNotFoundException>(() => model.load_weights(path)).Message);
        foreach (var ending in new[] { ".keras", ".CKPT" })
        {
            var error = Assert.ThrowsExactly<ArgumentException>(() => model.save_weights(Path.Combine(_folder, "w" + ending)));
            Assert.StartsWith($"save_weights writes safetensors, not '{Path.GetExtension(ending)}'", error.Message);
        }

        Assert.IsEmpty(Directory.GetFileSystemEntries(_folder));
        Assert.AreEqual("save_weights writes safetensors or h5, not 'tf'.",
            Assert.ThrowsExactly<ArgumentException>(() => model.save_weights(path, save_format: "tf")).Message);
        Assert.AreEqual($"{path} does not end as a file of the format h5 does.",
            Assert.ThrowsExactly<ArgumentException>(() => model.save_weights(path, save_format: "h5")).Message);
        model.save_weights(path);
        Assert.Contains("is there already", Assert.ThrowsExactly<IOException>(() => model.save_weights(path, overwrite: false)).Message);
    }

    private static Sequential Make(int units) => keras.Sequential(
    [
        keras.layers.InputLayer(2),
        keras.layers.Dense(units),
        keras.Sequential([keras.layers.Dense(units), keras.layers.LeakyReLU(), keras.layers.Dense(units)], "inner"),
        keras.layers.BatchNormalization(),
    ], "outer");
}
