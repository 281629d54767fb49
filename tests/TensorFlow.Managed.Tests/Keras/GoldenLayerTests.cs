using Tensorflow.Keras.ArgsDefinition;
using Tensorflow.Keras.Engine;
using Tensorflow.Keras.Layers;
using static Tensorflow.Binding;
using static Tensorflow.KerasApi;

namespace Tensorflow.Tests.Keras;

/// <summary>Layers compute what TensorFlow's compute: outputs and gradients.</summary>
[TestClass]
public class GoldenLayerTests
{
    [TestMethod]
    public void Dense()
    {
        foreach (var golden in Golden.Cases("dense"))
        {
            var layer = new Dense(new DenseArgs { Units = (int)golden["kernel"].shape[1], UseBias = golden.Flag("use_bias") });
            CheckWithBias(golden, layer);
        }
    }

    [TestMethod]
    public void DenseKeepsTheLeadingAxes()
    {
        var layer = new Dense(new DenseArgs { Units = 4 });
        var x = FiniteDifferences.Random((2, 3, 5), 1);
        Tensor y = layer.Apply(x);
        Assert.AreEqual<Shape>((2, 3, 4), y.shape);
        Tensor rows = layer.Apply(tf.reshape(x, (6, 5)));
        CollectionAssert.AreEqual(rows.ToArray<float>(), y.ToArray<float>());
    }

    [TestMethod]
    public void Conv2D()
    {
        foreach (var golden in Golden.Cases("conv2d"))
        {
            var layer = new Conv2D(Arguments(golden, filters: 3));
            CheckWithBias(golden, layer);
        }
    }

    [TestMethod]
    public void Conv2DTranspose()
    {
        foreach (var golden in Golden.Cases("conv2d_transpose"))
        {
            var layer = new Conv2DTranspose(Arguments(golden, filters: 2));
            CheckWithBias(golden, layer);
        }
    }

    [TestMethod]
    public void LayerNormalization()
    {
        foreach (var golden in Golden.Cases("layer_normalization"))
        {
            var layer =
                new LayerNormalization(new LayerNormalizationArgs { Epsilon = golden.Parameters.GetProperty("epsilon").GetSingle() });
            GoldenLayers.Build(layer, golden["x"], golden["gamma"], golden["beta"]);
            GoldenLayers.Check(golden, layer, weightGradients: ["dgamma", "dbeta"]);
        }
    }

    [TestMethod]
    public void Embedding()
    {
        foreach (var golden in Golden.Cases("embedding"))
        {
            Tensor table = golden["table"], ids = golden["ids"];
            var layer = new Embedding(new EmbeddingArgs { InputDim = (int)table.shape[0], OutputDim = (int)table.shape[1] });
            GoldenLayers.Build(layer, ids, table);
            using var tape = tf.GradientTape();
            Tensor y = layer.Apply(ids);
            Near.AreEqual(golden["y"], y, "y");
            Near.AreEqual(golden["dtable"], tape.gradient(tf.reduce_sum(y * golden["dy"]), layer.TrainableVariables)[0], "dtable");
        }
    }

    [TestMethod]
    public void Pictures()
    {
        foreach (var golden in Golden.Cases("image_ops"))
        {
            var layer = golden.Text("op") switch
            {
                "upsampling2d_nearest_2" => keras.layers.UpSampling2D(),
                "upsampling2d_bilinear_2" => keras.layers.UpSampling2D((2, 2), interpolation: "bilinear"),
                "average_pooling2d_2" => keras.layers.AveragePooling2D(),
                "max_pooling2d_2" => keras.layers.MaxPooling2D((2, 2)),
                "global_average_pooling2d" => keras.layers.GlobalAveragePooling2D(),
                "zero_padding2d_2" => keras.layers.ZeroPadding2D(2),
                "cropping2d_1" => keras.layers.Cropping2D((1, 1)),
                var other => throw new InvalidOperationException(other),
            };
            GoldenLayers.Check(golden, (Layer)layer);
        }
    }

    private static Conv2DArgs Arguments(Golden golden, int filters)
    {
        var kernel = golden["kernel"].shape;
        var strides = golden.Parameters.GetProperty("strides");
        return new Conv2DArgs
        {
            // Conv2D's kernel is (kh, kw, in, out), its transpose's (kh, kw, out, in).
            Filters = (int)kernel[filters],
            KernelSize = kernel[..2],
            Strides = (strides[0].GetInt32(), strides[1].GetInt32()),
            Padding = golden.Text("padding"),
            DilationRate = golden.Parameters.TryGetProperty("dilation", out var dilation) ? dilation.GetInt32() : 1,
            UseBias = golden.Flag("use_bias"),
        };
    }

    private static void CheckWithBias(Golden golden, Layer layer)
    {
        if (golden.Flag("use_bias"))
        {
            GoldenLayers.Build(layer, golden["x"], golden["kernel"], golden["bias"]);
            GoldenLayers.Check(golden, layer, weightGradients: ["dkernel", "dbias"]);
        }
        else
        {
            GoldenLayers.Build(layer, golden["x"], golden["kernel"]);
            GoldenLayers.Check(golden, layer, weightGradients: ["dkernel"]);
        }
    }
}
