using System.Diagnostics;
using Tensorflow.Keras.Engine;
using static Tensorflow.Binding;
using static Tensorflow.KerasApi;

namespace Tensorflow.Tests.Keras;

/// <summary>Weights in files as Keras writes them; keras/make.py has made those that are read. Number i of array k is k + i /
/// 1024.</summary>
[TestClass]
public class KerasFilesTests
{
    private static readonly string s_files = Path.Combine(AppContext.BaseDirectory, "keras");

    [TestMethod]
    [DataRow("keras3.weights.h5")]
    [DataRow("keras3.keras")]
    [DataRow("keras3-float64.weights.h5")]
    [DataRow("keras2.13.weights.h5")]
    [DataRow("keras2.h5")]
    [DataRow("keras2-parts.h5")]
    [DataRow("keras2-model.h5")]
    public void AModelOfTheSameLayersGetsThem(string file)
    {
        var model = Make();
        model.load_weights(At(file));
        foreach (var (k, (name, variable)) in model.named_weights.Index())
            CollectionAssert.AreEqual(Counted(k, variable.shape.size, value => value), variable.AsTensor().ToArray<float>(), name);
    }

    [TestMethod]
    public void HalvesAreReadAsFloat32()
    {
        var model = Make();
        model.load_weights(At("keras3-float16.weights.h5"));
        foreach (var (k, (name, variable)) in model.named_weights.Index())
            CollectionAssert.AreEqual(
                Counted(k, variable.shape.size, value => (float)(Half)value), variable.AsTensor().ToArray<float>(), name);
    }

    [TestMethod]
    public void WhatIsWrittenIsReadHereAndByH5py()
    {
        var path = Path.Combine(Directory.CreateTempSubdirectory().FullName, "a.weights.h5");
        try
        {
            Sequential model = Make(), again = Make();
            foreach (var (name, variable) in model.named_weights)
                variable.assign(variable.AsTensor() + tf.random.normal(variable.shape));
            model.save_weights(path);
            again.load_weights(path);
            foreach (var (one, other) in model.get_weights().Zip(again.get_weights()))
                CollectionAssert.AreEqual(one.ToArray<float>(), other.ToArray<float>());

            // The same paths, shapes and types as in the file that was made by hand in Keras' layout.
            var written = Listed(path);
            Assert.AreEqual(Listed(At("keras3.weights.h5")), written);
            StringAssert.Contains(written, "layers/sequential/layers/dense_1/vars/0 (8, 8) float32\n");
            Assert.EndsWith("\nvars\n", written, "Keras opens the model's own weights, of which there are none");
            Assert.AreEqual(Listed(path, "print(file['layers/conv2d/vars/0'][:].ravel().tolist())").Trim(), $"[{string.Join(", ",
                model.named_weights.Single(weight => weight.Name == "conv2d/kernel").Variable.AsTensor().ToArray<float>()
                    .Select(value => ((double)value).ToString(System.Globalization.CultureInfo.InvariantCulture)))}]");
        }
        finally
        {
            Directory.Delete(Path.GetDirectoryName(path)!, recursive: true);
        }
    }

    /// <summary>A file whose name ends in .h5 alone is one of Keras 2, as TensorFlow.NET's users have it.</summary>
    [TestMethod]
    public void KerasTwoFilesAreWrittenToo()
    {
        var folder = Directory.CreateTempSubdirectory().FullName;
        var (path, model, other) = (Path.Combine(folder, "model.h5"), Recurrent(), Recurrent());
        model.save_weights(path);
        other.load_weights(path);
        foreach (var (mine, read) in model.get_weights().Zip(other.get_weights()))
            CollectionAssert.AreEqual(mine.ToArray<float>(), read.ToArray<float>());
        var listed = Listed(path, """
            print(*file.attrs["layer_names"])
            for layer in file.attrs["layer_names"]:
                print(*[(name, file[layer][name].shape) for name in file[layer].attrs["weight_names"]])
            """);
        var both = model.Layers[0].Name;
        var (ahead, back) = (model.Layers[0].Layers[0].Name, model.Layers[0].Layers[1].Name);
        var (inner, dense) = (model.Layers[1].Name, model.Layers[1].Layers[^1].Name);
        CollectionAssert.AreEqual(
            new[]
            {
                $"{both} {inner}",
                $"('{ahead}/gru_cell/kernel:0', (3, 6)) ('{ahead}/gru_cell/recurrent_kernel:0', (2, 6)) " +
                $"('{ahead}/gru_cell/bias:0', (2, 6)) ('{back}/gru_cell/kernel:0', (3, 6)) " +
                $"('{back}/gru_cell/recurrent_kernel:0', (2, 6)) ('{back}/gru_cell/bias:0', (2, 6))",
                $"('{dense}/kernel:0', (4, 5)) ('{dense}/bias:0', (5,))",
            },
            listed.Trim().Split('\n'));

        // Keras 3 has the cells of both ways under these paths.
        var third = Path.Combine(folder, "model.weights.h5");
        model.save_weights(third);
        Recurrent().load_weights(third);
        StringAssert.Contains(Listed(third), "layers/bidirectional/backward_layer/cell/vars/2 (2, 6) float32");
        StringAssert.Contains(Listed(third), "layers/sequential/layers/dense/vars/0 (4, 5) float32");
        Directory.Delete(folder, recursive: true);

        static Sequential Recurrent() => keras.Sequential(
        [
            keras.layers.InputLayer((6, 3)), keras.layers.Bidirectional(keras.layers.GRU(2)),
            keras.Sequential([keras.layers.InputLayer(4), keras.layers.Dense(5)]),
        ]);
    }

    [TestMethod]
    public void ModelsWhoseLayersHaveNoPathsAreRefused()
    {
        var input = keras.Input((6, 6, 3));
        var model = keras.Model(input, keras.layers.SpectralNormalization(keras.layers.Conv2D(4, 3)).Apply(input));
        StringAssert.Contains(
            Assert.ThrowsExactly<ArgumentException>(() => model.save_weights(Path.Combine(s_files, "no.weights.h5"))).Message,
            "has layers inside; what files of Keras 3 call them is not known;");
        Assert.IsFalse(File.Exists(Path.Combine(s_files, "no.weights.h5")));
    }

    /// <summary>Names that a program gives its layers are no part of the paths.</summary>
    [TestMethod]
    public void AFunctionalModelOfTheSameLayersGetsThem()
    {
        var input = keras.Input(3);
        Tensors x = input;
        foreach (var layer in Make().Layers)
            x = layer.Apply(x);
        var model = keras.Model(input, x);
        model.load_weights(At("keras3.weights.h5"));
        CollectionAssert.AreEqual(
            Counted(0, 24, value => value), ((IVariableV1)model.TrainableWeights[0]).AsTensor().ToArray<float>());
    }

    [TestMethod]
    [DataRow("keras3.weights.h5", "array 0 of 'layers/dense' has the shape (3, 8), (3, 4) is needed; array 1 of 'layers/dense' has")]
    [DataRow("keras2.h5", "array 0 of 'dense_7' has the shape (3, 8), (3, 4) is needed; array 1 of 'dense_7' has")]
    public void OtherShapesAreNamed(string file, string differences) => Refused(file, Make(units: 4), differences);

    [TestMethod]
    [DataRow("keras3.weights.h5", "'layers/dense_2' is missing; 'layers/conv2d' is not in the model; 'layers/sequential/layers/dense' is")]
    [DataRow("keras2.h5", "it has 6 layers with weights, 3 are needed; 'batch_normalization_7' has 4 arrays, 1 are needed; array")]
    public void OtherLayersAreNamed(string file, string differences) => Refused(
        file,
        keras.Sequential(
            [keras.layers.InputLayer(3), keras.layers.Dense(8), keras.layers.Dense(8, use_bias: false), keras.layers.Dense(1)]),
        differences);

    [TestMethod]
    public void AnotherNumberOfArraysIsNamed() => Refused("keras3.weights.h5", Make(use_bias: false),
        "'layers/dense' has 2 arrays, 1 are needed.");

    [TestMethod]
    [DataRow("keras3-big-endian.weights.h5", "Byte order conversion is not")]
    [DataRow("keras3-int.weights.h5", "'layers/dense' holds elements of 4 bytes of the kind FixedPoint; float16, float32 and")]
    [DataRow("no-weights.keras", "it is a ZIP archive without model.weights.h5; a .keras file has one.")]
    [DataRow("other.h5", "it has neither the 'layers' of Keras 3 nor the 'layer_names' of Keras 2.")]
    public void WhatIsNotReadIsOneLine(string file, string complaint)
    {
        var model = Make();
        var before = model.get_weights().ConvertAll(weight => weight.ToArray<float>());
        var message = Assert.ThrowsExactly<InvalidDataException>(() => model.load_weights(At(file))).Message;
        StringAssert.StartsWith(message, At(file) + ": ");
        StringAssert.Contains(message, complaint);
        Assert.DoesNotContain('\n', message);
        for (var i = 0; i < before.Count; i++)
            CollectionAssert.AreEqual(before[i], model.get_weights()[i].ToArray<float>());
    }

    [TestMethod]
    public void ADamagedFileIsOneLine()
    {
        var bytes = File.ReadAllBytes(At("keras3.weights.h5"));
        var path = Path.Combine(Path.GetTempPath(), Path.GetRandomFileName());
        var (random, model, refused) = (new Random(1), Make(), 0);
        try
        {
            for (var i = 0; i < 300; i++)
            {
                var damaged = i % 3 == 0 ? bytes[..random.Next(4, bytes.Length)] : (byte[])bytes.Clone();
                // The head and the groups' tables lie at the beginning.
                for (var j = 0; j < 4 && i % 3 > 0; j++)
                    damaged[random.Next(4, i % 3 == 1 ? 4096 : bytes.Length)] = (byte)random.Next(256);
                File.WriteAllBytes(path, damaged);
                try
                {
                    model.load_weights(path);
                }
                catch (Exception error) when (error is InvalidDataException or ArgumentException)
                {
                    Assert.DoesNotContain('\n', error.Message);
                    refused++;
                }
            }
        }
        finally
        {
            File.Delete(path);
        }

        Assert.IsGreaterThan(100, refused);
    }

    /// <summary>The paths of a file as h5py sees them, without the states that only Keras has, or what a program prints of it.</summary>
    private static string Listed(string path, string show = """
        def show(name, item):
            if "seed" not in name and "optimizer" not in name and (name == "vars" or hasattr(item, "shape")):
                print(name, *([item.shape, item.dtype] if hasattr(item, "shape") else []))
        file.visititems(show)
        """)
    {
        string[] arguments = ["-I", "-c", "import sys, h5py\nfile = h5py.File(sys.argv[1])\n" + show, path];
        using var python = Process.Start(new ProcessStartInfo("/usr/bin/python3", arguments)
            { RedirectStandardOutput = true, RedirectStandardError = true })!;
        var (output, error) = (python.StandardOutput.ReadToEnd(), python.StandardError.ReadToEnd());
        if (error.Contains("No module named 'h5py'", StringComparison.Ordinal))
            Assert.Inconclusive("There is no Python with h5py here; Debian's package python3-h5py has it.");
        Assert.AreEqual("", error);
        return output;
    }

    private static void Refused(string file, Model model, string differences)
    {
        var error = Assert.ThrowsExactly<ArgumentException>(() => model.load_weights(At(file)));
        StringAssert.StartsWith(error.Message, $"{At(file)} does not fit model '{model.Name}': {differences}");
        Assert.DoesNotContain('\n', error.Message);
    }

    private static string At(string file) => Path.Combine(s_files, file);

    private static float[] Counted(int array, long count, Func<float, float> rounded) =>
        [.. Enumerable.Range(0, (int)count).Select(i => rounded(array + i / 1024f))];

    private static Sequential Make(int units = 8, bool use_bias = true) => keras.Sequential(
    [
        keras.layers.InputLayer(3),
        keras.layers.Dense(units, use_bias: use_bias),
        keras.layers.BatchNormalization(),
        keras.layers.LeakyReLU(),
        keras.layers.Dense(8, use_bias: false),
        keras.Sequential(
            [keras.layers.Dense(8), keras.layers.BatchNormalization(), keras.layers.Dense(8, use_bias: false)], "inner"),
        keras.layers.Reshape((2, 2, 2)),
        keras.layers.Conv2DTranspose(5, (3, 3), (2, 2), "same", use_bias: false),
        keras.layers.Dropout(0.3f),
        keras.layers.Conv2D(1, (2, 2)),
    ]);
}
