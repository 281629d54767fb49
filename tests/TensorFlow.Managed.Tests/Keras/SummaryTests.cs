using Tensorflow.Keras.ArgsDefinition;
using Tensorflow.Keras.Layers;
using static Tensorflow.KerasApi;

namespace Tensorflow.Tests.Keras;

/// <summary>The text of a summary, character for character.</summary>
[TestClass]
public class SummaryTests
{
    [TestMethod]
    public void OfASequentialModel()
    {
        var model = keras.Sequential(
        [
            keras.layers.InputLayer(100),
            new Dense(new DenseArgs { Units = 1000, Name = "first" }),
            new BatchNormalization(new BatchNormalizationArgs { Name = "normalised_like_a_batch" }),
            new Dense(new DenseArgs { Units = 1, Name = "last" }),
        ], "critic");
        Assert.AreEqual(
            """
            Model: "critic"
            _________________________________________________________________
             Layer (type)                Output Shape              Param #
            =================================================================
             first (Dense)               (None, 1000)              101,000
             normalised_like_a_batch (B  (None, 1000)              4,000
             atchNormalization)
             last (Dense)                (None, 1)                 1,001
            =================================================================
            Total params: 106,001 (414.07 KB)
            Trainable params: 104,001 (406.25 KB)
            Non-trainable params: 2,000 (7.81 KB)
            _________________________________________________________________

            """,
            model.summary());
    }

    [TestMethod]
    public void OfAFunctionalModel()
    {
        var x = keras.Input((4, 4, 1), name: "pictures");
        var shared = new Flatten(new FlattenArgs { Name = "flat" });
        var flat = shared.Apply(x);
        var sum = new Add(new MergeArgs { Name = "sum" }).Apply(new Tensors(flat, shared.Apply(x)));
        Assert.AreEqual(
            """
            Model: "m"
            ________________________________________________________________________________
             Layer (type)           Output Shape            Param #   Connected to
            ================================================================================
             pictures (InputLayer)  [(None, 4, 4, 1)]       0         []
             flat (Flatten)         (None, 16)              0         ['pictures[0][0]', 'pi
                                                                      ctures[0][0]']
             sum (Add)              (None, 16)              0         ['flat[0][0]', 'flat[1
                                                                      ][0]']
            ================================================================================
            Total params: 0 (0.00 Byte)
            Trainable params: 0 (0.00 Byte)
            Non-trainable params: 0 (0.00 Byte)
            ________________________________________________________________________________

            """,
            keras.Model(x, sum, "m").summary(line_length: 80, positions: [24, 48, 58, 80]));
    }

    [TestMethod]
    public void NeedsWeights()
    {
        var model = keras.Sequential([keras.layers.Dense(1)], "lazy");
        var error = Assert.ThrowsExactly<InvalidOperationException>(() => model.summary());
        Assert.AreEqual(
            "Model 'lazy' (Sequential) is not built yet: call build with the input's shape, or apply it once, before its summary.",
            error.Message);
    }
}
