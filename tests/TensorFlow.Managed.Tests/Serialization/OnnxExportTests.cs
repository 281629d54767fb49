using Microsoft.ML.OnnxRuntime;
using Microsoft.ML.OnnxRuntime.Tensors;
using Tensorflow;
using Tensorflow.Common.Types;
using Tensorflow.Keras;
using Tensorflow.Keras.ArgsDefinition;
using Tensorflow.Keras.Engine;
using Tensorflow.Serialization.Onnx;
using static Tensorflow.Binding;
using static Tensorflow.KerasApi;
using Tensor = Tensorflow.Tensor;

namespace TensorFlow.Managed.Tests.Serialization;

/// <summary>Models in ONNX files, run by ONNX Runtime and by this runtime.</summary>
[TestClass]
public sealed class OnnxExportTests : IDisposable
{
    private readonly string _file = Path.Combine(Directory.CreateTempSubdirectory().FullName, "model.onnx");

    /// <summary>Models with one input, by what is in them.</summary>
    private static readonly Dictionary<string, (Shape Input, Func<Tensor, Tensors> Make)> s_models = new()
    {
        ["dense"] = (7, x => Dense(keras.layers.Dense(5, activation: "tanh").Apply(x))),
        ["dense along the last axis"] = (new Shape(3, 7), x => keras.layers.Dense(5, activation: "sigmoid").Apply(x)),
        ["normalised matrix"] = (7, x => keras.layers.LeakyReLU(0.1f).Apply(keras.layers.BatchNormalization().Apply(x))),
        ["normalised without gamma and beta"] = (Maps(3, 2, 5), x => keras.layers.BatchNormalization(center: false, scale: false).Apply(x)),
        ["normalised with gamma alone"] = (7, x => keras.layers.BatchNormalization(center: false).Apply(x)),
        ["normalised with three axes"] = (new Shape(3, 7), x => keras.layers.BatchNormalization().Apply(x)),
        ["convolution"] = (Maps(8, 9, 3), x => keras.layers.Conv2D(4, (3, 2), (1, 1), "same", activation: "relu").Apply(x)),
        ["convolution in steps"] = (Maps(9, 12, 3), x => keras.layers.Conv2D(4, (5, 4), (2, 3), "same").Apply(x)),
        ["convolution in steps, odd"] = (Maps(8, 11, 3), x => keras.layers.Conv2D(4, (5, 5), (2, 2), "same").Apply(x)),
        ["convolution inside"] = (Maps(9, 12, 3), x => keras.layers.Conv2D(4, (3, 3), (2, 2), "valid").Apply(x)),
        ["convolution with gaps"] = (Maps(9, 12, 3), x => keras.layers.Conv2D(4, (3, 3), (1, 1), "same", dilation_rate: (2, 2)).Apply(x)),
        ["transposed, as a GAN has it"] = (Maps(7, 7, 6), x => keras.layers.Conv2DTranspose(3, (5, 5), (2, 2), "same").Apply(x)),
        ["transposed, even kernel"] = (Maps(4, 5, 6), x => keras.layers.Conv2DTranspose(3, (4, 4), (2, 2), "same").Apply(x)),
        ["transposed, larger steps than kernel"] = (Maps(4, 5, 6), x => keras.layers.Conv2DTranspose(3, (2, 1), (3, 3), "same").Apply(x)),
        ["transposed inside"] = (Maps(4, 5, 6), x => keras.layers.Conv2DTranspose(3, (5, 3), (2, 2), "valid").Apply(x)),
        ["transposed in single steps"] = (Maps(7, 7, 6), x => keras.layers.Conv2DTranspose(3, (5, 5), (1, 1), "same").Apply(x)),
        ["pooling"] = (Maps(8, 9, 3), x => new Tensors(keras.layers.MaxPooling2D().Apply(x), keras.layers.AveragePooling2D().Apply(x))),
        ["pooling at the border"] = (Maps(7, 9, 3), x => new Tensors(
            keras.layers.MaxPooling2D((3, 2), (2, 2), "same").Apply(x), keras.layers.AveragePooling2D((3, 2), (2, 2), "same").Apply(x))),
        ["global pooling"] = (Maps(5, 6, 3), x => new Tensors(
            keras.layers.GlobalAveragePooling2D().Apply(x), keras.layers.GlobalMaxPooling2D().Apply(x))),
        ["maps as a row"] = (Maps(4, 3, 2), x => keras.layers.Dense(3).Apply(keras.layers.Flatten().Apply(
            keras.layers.Conv2D(4, (3, 3), (1, 1), "same").Apply(x)))),
        ["border, cut, enlarged"] = (Maps(4, 5, 2), x => keras.layers.UpSampling2D((2, 3)).Apply(
            keras.layers.Cropping2D(((1, 0), (2, 1))).Apply(keras.layers.ZeroPadding2D(((1, 2), (0, 3))).Apply(x)))),
        ["shortcut"] = (Maps(4, 5, 3), x => keras.layers.Concatenate().Apply(new Tensors(
            keras.layers.Add().Apply(new Tensors(x, keras.layers.Conv2D(3, (3, 3), (1, 1), "same").Apply(x))), x))),
        ["normalised rows"] = (Maps(4, 5, 6), x => keras.layers.LayerNormalization(-1).Apply(x)),
        ["softmax"] = (new Shape(4, 6), x => keras.layers.Softmax().Apply(x)),
        ["activations"] = (7, x => new Tensors([.. new[] { "elu", "softplus", "swish", "exponential", "relu" }.Select(name =>
            (Tensor)keras.layers.Dense(4, activation: name).Apply(x))])),
        ["spectrally normalised"] = (Maps(6, 6, 3), x => keras.layers.SpectralNormalization(keras.layers.Conv2D(4, 3)).Apply(x)),
    };

    public static IEnumerable<object[]> Models => s_models.Keys.Select(name => new object[] { name });

    public void Dispose() => Directory.Delete(Path.GetDirectoryName(_file)!, recursive: true);

    [TestMethod]
    [DynamicData(nameof(Models))]
    public void OnnxRuntimeComputesTheSame(string name)
    {
        tf.set_random_seed(1);
        var (shape, make) = s_models[name];
        var input = keras.Input(shape);
        var model = keras.Model(input, make(input));
        // Other ones than the standard: a gamma of ones would hide that it is missing.
        foreach (var weight in model.Weights)
            weight.assign(tf.abs(tf.random.normal(weight.shape, stddev: 0.5f)) + 0.1f);

        model.export(_file);

        using var session = new InferenceSession(_file);
        foreach (var batch in new[] { 1, 5, 0 })
        {
            var x = tf.random.normal(shape.Insert(0, batch));
            var expected = model.Apply(x);
            using var actual = session.Run(
                [NamedOnnxValue.CreateFromTensor("input_1", new DenseTensor<float>(x.ToArray<float>(), Sizes(x.shape)))]);
            Assert.HasCount(expected.Count, actual);
            for (var i = 0; i < expected.Count; i++)
            {
                Assert.AreEqual($"output_{i + 1}", actual[i].Name);
                CollectionAssert.AreEqual(Sizes(expected[i].shape), actual[i].AsTensor<float>().Dimensions.ToArray());
                Near(expected[i].ToArray<float>(), actual[i].AsTensor<float>().ToArray());
            }
        }
    }

    /// <summary>PyTorch's usual 2, 2, 2, 2 with an output padding of 1 would be one pixel off.</summary>
    [TestMethod]
    public void TheTransposedConvolutionIsPaddedUnevenly()
    {
        var input = keras.Input(Maps(7, 7, 2));
        keras.Model(input, keras.layers.Conv2DTranspose(1, (5, 5), (2, 2), "same").Apply(input)).export(_file);
        var node = Read().Graph.Node.Single(node => node.OpType == "ConvTranspose");
        CollectionAssert.AreEqual(new long[] { 1, 1, 2, 2 }, node.Attribute.Single(one => one.Name == "pads").Ints.ToArray());
    }

    [TestMethod]
    public void NamesShapesAndTextsAreInTheFileAndEachWeightOnceUnderItsName()
    {
        var (noise, other) = (keras.Input(7), keras.Input(3));
        var shared = keras.layers.Dense(5);
        var sum = keras.layers.Add().Apply(new Tensors(shared.Apply(noise), keras.layers.Dense(5, use_bias: false).Apply(other)));
        var model = keras.Model(new Tensors(noise, other), shared.Apply(keras.layers.Dense(7, use_bias: false).Apply(sum)));
        model.export(_file, input_names: ["noise", "condition"], output_names: ["pictures"],
            metadata: new Dictionary<string, string> { ["classes"] = "[\"A\", \"Ö\"]" });

        var file = Read();
        Assert.AreEqual((8, 17, "classes"), (file.IrVersion, file.OpsetImport.Single().Version, file.MetadataProps.Single().Key));
        CollectionAssert.AreEquivalent(
            new[] { "dense/kernel", "dense/bias", "dense_1/kernel", "dense_2/kernel" },
            file.Graph.Initializer.Select(one => one.Name).ToArray());
        using var session = new InferenceSession(_file);
        CollectionAssert.AreEqual(new[] { "noise", "condition" }, session.InputNames.ToArray());
        CollectionAssert.AreEqual(new[] { "batch", "" }, session.InputMetadata["noise"].SymbolicDimensions);
        CollectionAssert.AreEqual(new[] { -1, 3 }, session.InputMetadata["condition"].Dimensions);
        CollectionAssert.AreEqual(new[] { -1, 5 }, session.OutputMetadata["pictures"].Dimensions);
        Assert.AreEqual("[\"A\", \"Ö\"]", session.ModelMetadata.CustomMetadataMap["classes"]);
    }

    [TestMethod]
    public void WhatCannotBeSaidIsOneLineAndNothingIsWritten()
    {
        const string dependsOnBatch = "what it computes depends on the number of examples in the batch";
        Refused(dependsOnBatch, new Own(x => x.shape[0] == 2 ? 3 * x : x), 4);
        Refused(dependsOnBatch, new Own(x => tf.reshape(x, (x.shape[0] % 2 + 1, -1))), 4);
        Refused("what it computes of an example depends on the others of the batch", new Own(x => x - tf.reduce_mean(x, 0)), 4);
        Refused("it takes some examples of the batch", new Own(x => x[":1"]), 4);
        Refused("such as random numbers", new Own(x => x + tf.random.normal(x.shape)), 4);
        Refused("such as random numbers", new Own(x => x + tf.random.normal((1, 4))), 4);
        Refused("such as random numbers", new Own(x => x * tf.cast(x > 0, tf.float32)), 4);
        Refused("it computes Where, which is not among the operations that are written here", new Own(x => tf.where(x > 0, x, 2 * x)), 4);
        Refused("a result does not depend on its inputs", new Own(x => tf.cast(tf.math.argmax(x, 1), tf.float32)), 4);
        var words = keras.Input(3, dtype: tf.int32);
        StringAssert.Contains(Assert.ThrowsExactly<ArgumentException>(
            () => keras.Model(words, keras.layers.Embedding(5, 2).Apply(words)).export(_file)).Message, "whose inputs are float32");
        Assert.AreEqual("export writes onnx, not 'tf'.", Assert.ThrowsExactly<ArgumentException>(
            () => Small().export(_file, format: "tf")).Message);
        StringAssert.Contains(Assert.ThrowsExactly<ArgumentException>(() => Small().export(_file, input_names: ["a", "b"])).Message,
            "it has 1 inputs, and 2 names were given for them");
        Assert.IsFalse(File.Exists(_file));
    }

    private void Refused(string complaint, Layer layer, Shape shape)
    {
        var input = keras.Input(shape);
        Tensor x = keras.layers.Dense(4).Apply(input);
        var message = Assert.ThrowsExactly<ArgumentException>(() => keras.Model(input, layer.Apply(x), "mine").export(_file)).Message;
        StringAssert.StartsWith(message, "Model 'mine' cannot be written as ONNX: ");
        StringAssert.Contains(message, complaint);
        Assert.DoesNotContain('\n', message);
    }

    private static Functional Small()
    {
        var input = keras.Input(3);
        return keras.Model(input, keras.layers.Dense(2).Apply(input));
    }

    private static Tensors Dense(Tensors x) => keras.layers.Dense(3, use_bias: false).Apply(x);

    private static Shape Maps(int height, int width, int channels) => (height, width, channels);

    private static int[] Sizes(Shape shape) => Array.ConvertAll(shape.dims, size => (int)size);

    private static void Near(float[] expected, float[] actual)
    {
        var largest = expected.Length == 0 ? 1 : Math.Max(1, expected.Max(Math.Abs));
        Assert.HasCount(expected.Length, actual);
        for (var i = 0; i < expected.Length; i++)
            Assert.AreEqual(expected[i], actual[i], 1e-5f * largest, $"element {i}");
    }

    private ModelProto Read() => ModelProto.Parser.ParseFrom(File.ReadAllBytes(_file));

    /// <summary>A layer that computes anything.</summary>
    private sealed class Own(Func<Tensor, Tensor> call) : Layer(new LayerArgs())
    {
        public override Shape ComputeOutputShape(Shape input_shape) => input_shape;

        protected override Tensors Call(Tensors inputs, Tensors state = null!, bool? training = null,
            IOptionalArgs? optional_args = null) => call(inputs);
    }
}
