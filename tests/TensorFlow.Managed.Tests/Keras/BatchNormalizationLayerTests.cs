using Tensorflow.Keras.ArgsDefinition;
using Tensorflow.Keras.Layers;

namespace Tensorflow.Tests.Keras;

/// <summary>The layer's two modes, its moving statistics, and what freezing does.</summary>
[TestClass]
public class BatchNormalizationLayerTests
{
    [TestMethod]
    public void BothModesAreTensorFlows()
    {
        foreach (var golden in Golden.Cases("batch_normalization"))
        {
            var layer = Built(golden);
            Training(golden, layer);
            Near.AreEqual(golden["moving_mean_after"], layer.NonTrainableWeights[0].numpy(), $"{golden} moving_mean");
            Near.AreEqual(golden["moving_variance_after"], layer.NonTrainableWeights[1].numpy(), $"{golden} moving_variance");
            Near.AreEqual(golden["y_inference"], layer.Apply(golden["x"], training: false), $"{golden} y_inference");
        }
    }

    [TestMethod]
    public void InferenceChangesNothing()
    {
        var golden = Golden.Cases("batch_normalization").First();
        var layer = Built(golden);
        layer.Apply(golden["x"], training: false);
        layer.Apply(golden["x"], training: null);
        Near.AreEqual(golden["moving_mean"], layer.NonTrainableWeights[0].numpy(), "moving_mean", 0);
        Near.AreEqual(golden["moving_variance"], layer.NonTrainableWeights[1].numpy(), "moving_variance", 0);
    }

    [TestMethod]
    public void AFrozenLayerNormalisesByItsMovingStatistics()
    {
        var golden = Golden.Cases("batch_normalization").First();
        var layer = Built(golden);
        Tensor inference = layer.Apply(golden["x"], training: false);
        layer.Trainable = false;
        Tensor frozen = layer.Apply(golden["x"], training: true);
        CollectionAssert.AreEqual(inference.ToArray<float>(), frozen.ToArray<float>());
        Assert.IsEmpty(layer.TrainableWeights);
        Assert.HasCount(4, layer.NonTrainableWeights);
        Near.AreEqual(golden["moving_mean"], layer.NonTrainableWeights[2].numpy(), "moving_mean", 0);
    }

    [TestMethod]
    public void CenterAndScaleCanBeLeftOut()
    {
        var x = FiniteDifferences.Random((16, 3), 1, 2, 5);
        var layer = new BatchNormalization(new BatchNormalizationArgs { Center = false, Scale = false });
        var y = ((Tensor)layer.Apply(x, training: true)).ToArray<float>();
        Assert.IsEmpty(layer.TrainableWeights);
        Assert.HasCount(2, layer.NonTrainableWeights);
        for (var channel = 0; channel < 3; channel++)
            Assert.AreEqual(0, y.Where((_, i) => i % 3 == channel).Average(), 1e-5);
    }

    [TestMethod]
    public void OneExampleOfOnePixelHasNoUnbiasedVariance()
    {
        var layer = new BatchNormalization(new BatchNormalizationArgs());
        layer.Apply(FiniteDifferences.Random((1, 1, 1, 2), 1), training: true);
        CollectionAssert.AreEqual(new[] { 0.99f, 0.99f }, layer.NonTrainableWeights[1].numpy().ToArray<float>());
    }

    [TestMethod]
    public void OtherAxesThanTheLastAreRefused()
    {
        var layer = new BatchNormalization(new BatchNormalizationArgs { Axis = 1, Name = "bn" });
        var error = Assert.ThrowsExactly<NotSupportedException>(() => layer.Apply(FiniteDifferences.Random((2, 3, 4), 1)));
        Assert.AreEqual("Layer 'bn' (BatchNormalization) normalises the last axis of (2, 3, 4); it was told axis 1.", error.Message);
    }

    private static void Training(Golden golden, BatchNormalization layer) =>
        GoldenLayers.Check(golden, layer, "y_training", training: true, weightGradients: ["dgamma", "dbeta"]);

    private static BatchNormalization Built(Golden golden)
    {
        var layer = new BatchNormalization(new BatchNormalizationArgs
        {
            Momentum = golden.Parameters.GetProperty("momentum").GetSingle(),
            Epsilon = golden.Parameters.GetProperty("epsilon").GetSingle(),
        });
        GoldenLayers.Build(layer, golden["x"], golden["gamma"], golden["beta"], golden["moving_mean"], golden["moving_variance"]);
        return layer;
    }
}
