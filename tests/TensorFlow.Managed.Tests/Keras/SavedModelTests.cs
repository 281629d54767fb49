using System.IO.Compression;
using System.Text.Json.Nodes;
using Tensorflow.Keras.Engine;
using Tensorflow.Keras.Layers;
using static Tensorflow.Binding;
using static Tensorflow.KerasApi;

namespace Tensorflow.Tests.Keras;

/// <summary>Layers and weights in <c>.keras</c> files.</summary>
[TestClass]
public class SavedModelTests
{
    private string _folder = "";

    private string File => Path.Combine(_folder, "model.keras");

    [TestInitialize]
    public void Begin() => _folder = Directory.CreateTempSubdirectory("models").FullName;

    [TestCleanup]
    public void End() => Directory.Delete(_folder, recursive: true);

    [TestMethod]
    public void ASequentialModelComesBack()
    {
        var model = keras.Sequential(
        [
            keras.layers.InputLayer((12, 12, 4)), keras.layers.Conv2D(8, 3, (2, 2), "same", groups: 2, activation: "relu"),
            keras.layers.BatchNormalization(momentum: 0.8f), keras.layers.LeakyReLU(0.1f), keras.layers.DepthwiseConv2D(3, padding: "same"),
            keras.layers.SeparableConv2D(6, 3, dilation_rate: 2, padding: "same"), keras.layers.PReLU(shared_axes: (1, 2)),
            keras.layers.ZeroPadding2D(((1, 0), (0, 2))), keras.layers.Conv2DTranspose(4, 3, 2, "same"), keras.layers.MaxPooling2D(),
            keras.layers.GroupNormalization(2), keras.layers.LayerNormalization(-1), keras.layers.Cropping2D(1),
            keras.layers.UpSampling2D(2),
            keras.layers.Dropout(0.25f), keras.layers.Activation("tanh"), keras.layers.GlobalAveragePooling2D(keepdims: true),
            keras.layers.Flatten(), keras.layers.Reshape((2, 2)), keras.layers.Conv1D(3, 2, padding: "causal"),
            keras.layers.Normalization(axis: null), keras.layers.Normalization(mean: 0.5f, variance: 2),
            keras.layers.GRU(4, return_sequences: true, dropout: 0.25f), keras.layers.MaxPooling1D(1),
            keras.layers.LSTM(5, go_backwards: true), keras.layers.Dense(3, kernel_regularizer: keras.regularizers.l2(0.5f)),
            keras.layers.Softmax(),
        ], "clothes");
        model.Layers[1].Trainable = false;
        var again = RequireSame(model, FiniteDifferences.Random((2, 12, 12, 4), 1));
        Assert.IsInstanceOfType<Sequential>(again);
        CollectionAssert.AreEqual(model.TrainableWeights.Select(weight => weight.Name).ToArray(),
            again.TrainableWeights.Select(weight => weight.Name).ToArray());
        Assert.AreEqual((float)model.losses.Single(), (float)again.losses.Single());
        // What comes back can be written again, to the same bytes.
        var bytes = System.IO.File.ReadAllBytes(File);
        again.save(File);
        CollectionAssert.AreEqual(bytes, System.IO.File.ReadAllBytes(File));
    }

    [TestMethod]
    public void AFunctionalModelComesBackWithItsSharedLayersAndItsModels()
    {
        Tensors a = keras.Input(4), b = keras.Input(4);
        var shared = keras.layers.Dense(4, "tanh");
        var inner = keras.Sequential([keras.layers.InputLayer(4), keras.layers.Dense(4)]);
        Tensors left = shared.Apply(a), right = shared.Apply(inner.Apply(shared.Apply(b)));
        Tensors joined = keras.layers.Concatenate().Apply(new Tensors(keras.layers.Add().Apply(new Tensors(left, right)), a));
        var model = keras.Model(new Tensors(a, b), new Tensors(keras.layers.Dense(2).Apply(joined), left), "two");
        var again = RequireSame(model, FiniteDifferences.Random((3, 4), 1), FiniteDifferences.Random((3, 4), 2));
        Assert.AreEqual(model.count_params(), again.count_params());
        Assert.AreEqual(model.summary().ReplaceLineEndings(), again.summary().ReplaceLineEndings());
    }

    [TestMethod]
    public void AModelThatComesBackGoesOnTraining()
    {
        var model = keras.Sequential(keras.layers.InputLayer(2), keras.layers.Dense(4, "tanh"), keras.layers.Dense(1));
        model.save(File);
        var again = keras.models.load_model(File);
        again.compile(keras.optimizers.Adam(0.05f), keras.losses.MeanSquaredError());
        var (x, y) = (FiniteDifferences.Random((16, 2), 1), FiniteDifferences.Random((16, 1), 2));
        var losses = again.fit(x, y, epochs: 20, verbose: 0).history["loss"];
        Assert.IsLessThan(losses[0], losses[^1]);
    }

    /// <summary>Keras 3's layout: files in the archive, names of layers and of what they were told.</summary>
    [TestMethod]
    public void AFileIsLaidOutAsKerasDoes()
    {
        keras.Sequential([keras.layers.InputLayer(3, "in"), keras.layers.Dense(2, "relu")], "s").save(File);
        using var archive = ZipFile.OpenRead(File);
        Assert.AreEqual("metadata.json config.json model.weights.h5", string.Join(' ', archive.Entries.Select(entry => entry.FullName)));
        using var content = archive.GetEntry("config.json")!.Open();
        var config = JsonNode.Parse(content)!;
        Assert.AreEqual("keras Sequential s", $"{config["module"]} {config["class_name"]} {config["config"]!["name"]}");
        var layers = config["config"]!["layers"]!.AsArray();
        Assert.AreEqual(
            """{"name":"in","trainable":true,"dtype":"float32","batch_shape":[null,3]}""", layers[0]!["config"]!.ToJsonString());
        Assert.AreEqual("keras.layers Dense", $"{layers[1]!["module"]} {layers[1]!["class_name"]}");
        Assert.AreEqual("2 relu True", $"{layers[1]!["config"]!["units"]} {layers[1]!["config"]!["activation"]} " +
            (bool)layers[1]!["config"]!["use_bias"]!);
    }

    [TestMethod]
    public void WhatCannotBeWrittenIsNamed()
    {
        var other = keras.Sequential(keras.layers.InputLayer(2), keras.layers.Dense(2));
        StringAssert.Contains(
            Assert.ThrowsExactly<ArgumentException>(() => other.save(Path.Combine(_folder, "model"))).Message, "end in .keras");
        other.save(File);
        StringAssert.Contains(Assert.ThrowsExactly<IOException>(() => other.save(File, overwrite: false)).Message, "is there already");
        var constrained = keras.Sequential(
            keras.layers.InputLayer(2), keras.layers.Dense(2, kernel_constraint: keras.constraints.NonNeg()));
        StringAssert.Contains(Assert.ThrowsExactly<ArgumentException>(() => constrained.save(File)).Message,
            "KernelConstraint cannot be written to a file");
        var own = keras.Sequential(keras.layers.InputLayer(2), keras.layers.Dense(2), new Own());
        StringAssert.Contains(Assert.ThrowsExactly<ArgumentException>(() => own.save(File)).Message, "(Own) is none of Keras' layers");
    }

    [TestMethod]
    [DataRow("""{"class_name": "Sequential", "config": {"layers": [{"class_name": "Lambda", "config": {}}]}}""", "the kind Lambda")]
    [DataRow("""{"class_name": "Own", "config": {"layers": []}}""", "it is a Own; sequential and functional models are read")]
    [DataRow("""{"class_name": "Sequential"}""", "cannot be read as a model")]
    [DataRow("""{"class_name": "Sequential", "config": {"layers": [{"class_name": "Dense", "config": {"units": -3}}]}}""", "units must be")]
    [DataRow("[]", "cannot be read as a model")]
    [DataRow("{", "cannot be read as a model")]
    public void AStrangeFileIsOneLine(string config, string complaint)
    {
        using (var archive = ZipFile.Open(File, ZipArchiveMode.Create))
        using (var writer = new StreamWriter(archive.CreateEntry("config.json").Open()))
            writer.Write(config);
        var message = Assert.ThrowsExactly<InvalidDataException>(() => keras.models.load_model(File)).Message;
        StringAssert.Contains(message, complaint);
        Assert.DoesNotContain("\n", message);
    }

    [TestMethod]
    public void AFileThatIsNoArchiveIsOneLine()
    {
        System.IO.File.WriteAllText(File, "not a model");
        StringAssert.Contains(Assert.ThrowsExactly<InvalidDataException>(() => keras.models.load_model(File)).Message, "cannot be read");
        Assert.Throws<IOException>(() => keras.models.load_model(Path.Combine(_folder, "no.keras")));
    }

    private Model RequireSame(Model model, params Tensor[] inputs)
    {
        foreach (var weight in model.Weights)
            weight.assign(weight.AsTensor() + tf.abs(tf.random.normal(weight.shape, stddev: 0.2f)));
        model.save(File);
        var again = keras.models.load_model(File);
        Assert.AreEqual(model.Name, again.Name);
        var (expected, actual) = (model.Apply(new Tensors(inputs)), again.Apply(new Tensors(inputs)));
        Assert.AreEqual(expected.Count, actual.Count);
        for (var i = 0; i < expected.Count; i++)
            CollectionAssert.AreEqual(expected[i].ToArray<float>(), actual[i].ToArray<float>());
        return again;
    }

    private sealed class Own() : Layer(new())
    {
        protected override Tensors Call(
            Tensors inputs, Tensors state = null!, bool? training = null, Tensorflow.Common.Types.IOptionalArgs? optional_args = null) =>
            inputs;
    }
}
