using FashionGanTf.Models;
using Tensorflow;
using Tensorflow.Keras;
using Tensorflow.Keras.Engine;
using static Tensorflow.Binding;

namespace FashionGanTf.Tests.Models;

/// <summary>Every layer of both networks has the shape, and the networks the parameters, of the model that was asked for.</summary>
[TestClass]
public class ShapeTests
{
    [TestMethod]
    public void EveryGeneratorLayerHasItsShape() => Walk(
        new FashionGan().Generator,
        tf.random.normal((2, 100)),
        [(2, 12544), (2, 12544), (2, 12544), (2, 7, 7, 256), (2, 7, 7, 128), (2, 7, 7, 128), (2, 7, 7, 128), (2, 14, 14, 64),
            (2, 14, 14, 64), (2, 14, 14, 64), (2, 28, 28, 1)]);

    [TestMethod]
    public void EveryDiscriminatorLayerHasItsShape() => Walk(
        new FashionGan().Discriminator,
        tf.random.normal((2, 28, 28, 1)),
        [(2, 14, 14, 64), (2, 14, 14, 64), (2, 14, 14, 64), (2, 7, 7, 128), (2, 7, 7, 128), (2, 7, 7, 128), (2, 6272), (2, 1)]);

    [TestMethod]
    public void TheParametersAreAsManyAsWereAskedFor()
    {
        var gan = new FashionGan();
        Assert.AreEqual(2_330_944, gan.Generator.count_params());
        Assert.AreEqual(212_865, gan.Discriminator.count_params());
        Assert.AreEqual(2_305_472, gan.Generator.TrainableVariables.Sum(variable => variable.shape.size), "all but the moving statistics");
        Assert.HasCount(10, gan.Generator.TrainableVariables);
        Assert.HasCount(6, gan.Discriminator.TrainableVariables);
    }

    [TestMethod]
    public void PicturesLieBetweenMinusOneAndOne()
    {
        tf.set_random_seed(1);
        var gan = new FashionGan();
        foreach (var training in new[] { true, false })
        {
            // Noise ten times too strong drives tanh to its ends.
            Tensor images = gan.Generator.Apply(tf.random.normal((8, 100), stddev: 10), training: training);
            Assert.AreEqual(new Shape(8, 28, 28, 1), images.shape);
            var values = images.ToArray<float>();
            Assert.IsGreaterThanOrEqualTo(-1f, values.Min());
            Assert.IsLessThanOrEqualTo(1f, values.Max());
            Assert.IsGreaterThan(0.01f, values.Max() - values.Min(), "a picture is not one gray");
        }
    }

    [TestMethod]
    public void TheModelItselfDraws()
    {
        var gan = new FashionGan(latent_dim: 10);
        Tensor images = gan.Apply(tf.random.normal((3, 10)));
        Assert.AreEqual(new Shape(3, 28, 28, 1), images.shape);
    }

    private static void Walk(Model network, Tensor input, Shape[] shapes)
    {
        Tensors value = input;
        var layers = network.Layers.Where(layer => layer is not Tensorflow.Keras.Layers.InputLayer).ToArray();
        Assert.HasCount(shapes.Length, layers);
        for (var i = 0; i < layers.Length; i++)
        {
            value = layers[i].Apply(value);
            Assert.AreEqual(shapes[i], value.shape, $"layer {i} of the {network.Name}: {layers[i].Name}");
        }
    }
}
