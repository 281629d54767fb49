using Tensorflow.Keras.ArgsDefinition;
using Tensorflow.Keras.Engine;
using Tensorflow.Keras.Layers;
using static Tensorflow.Binding;
using static Tensorflow.KerasApi;

namespace Tensorflow.Tests.Keras;

/// <summary>Recurrent layers compute what PyTorch's do with the same weights (golden/make.py).</summary>
[TestClass]
public class RecurrentTests
{
    [TestMethod]
    public void OutputsAndGradientsArePyTorchs()
    {
        var count = 0;
        foreach (var golden in Golden.Cases("recurrent"))
        {
            var layer = Make(golden, sequences: true);
            GoldenLayers.Build(layer, golden["x"], golden["kernel"], golden["recurrent_kernel"], golden["bias"]);
            GoldenLayers.Check(golden, layer, weightGradients: ["dkernel", "drecurrent_kernel", "dbias"]);
            count++;
        }

        Assert.AreEqual(4, count);
    }

    [TestMethod]
    public void TheLastStepAndTheStatesCanBeHad()
    {
        foreach (var golden in Golden.Cases("recurrent"))
        {
            var layer = Make(golden, sequences: false);
            GoldenLayers.Build(layer, golden["x"], golden["kernel"], golden["recurrent_kernel"], golden["bias"]);
            var results = layer.Apply(golden["x"]);
            Near.AreEqual(golden["y"][":, -1"], results[0], $"{golden}");
            Near.AreEqual(golden["y"][":, -1"], results[1], $"{golden}, h");
            if (golden.Has("state"))
                Near.AreEqual(golden["state"], results[2], $"{golden}, c");

            // A sequence in two pieces, the second with the states of the first.
            var first = layer.Apply(golden["x"][":, :2"]);
            var second = layer.Apply(golden["x"][":, 2:"], states: new Tensors([.. first.Skip(1)]));
            Near.AreEqual(results[0], second[0], $"{golden}, in two pieces");
        }
    }

    [TestMethod]
    public void BackwardsIsTheReversedSequence()
    {
        var x = FiniteDifferences.Random((2, 4, 3), 1);
        var forward = new LSTM(new LSTMArgs { Units = 5, ReturnSequences = true });
        var backward = new LSTM(new LSTMArgs { Units = 5, ReturnSequences = true, GoBackwards = true });
        forward.Apply(x);
        backward.Apply(x);
        backward.set_weights(forward.get_weights());
        Near.AreEqual(forward.Apply(tf.reverse(x, 1)), backward.Apply(x), "backwards", 0);
        // bias: i, f, g, o; the forget gate begins by keeping.
        CollectionAssert.AreEqual((float[])[.. new float[5], 1, 1, 1, 1, 1, .. new float[10]], forward.get_weights()[2].ToArray<float>());
    }

    [TestMethod]
    public void GradientsAreTheSlopes()
    {
        var x = FiniteDifferences.Random((2, 3, 2), 1);
        foreach (var layer in new[]
            { keras.layers.SimpleRNN(3), keras.layers.LSTM(3), keras.layers.GRU(3), keras.layers.GRU(3, reset_after: false) })
            FiniteDifferences.Check(layer.Name, at => layer.Apply(at[0]), [x]);
    }

    [TestMethod]
    public void AModelLearnsWhichOfTwoCameFirst()
    {
        tf.set_random_seed(3);
        var x = FiniteDifferences.Random((64, 6, 1), 1);
        Tensor y = tf.cast(x[":, 0"] > x[":, 5"], tf.float32);
        var model = keras.Sequential(keras.layers.InputLayer((6, 1)), keras.layers.GRU(8), keras.layers.Dense(1));
        model.compile(keras.optimizers.Adam(0.03f), keras.losses.BinaryCrossentropy(from_logits: true));
        var losses = model.fit(x, y, epochs: 60, verbose: 0).history["loss"];
        Assert.IsGreaterThan(0.5f, losses[0]);
        Assert.IsLessThan(0.15f, losses[^1]);
    }

    [TestMethod]
    public void WhatIsNotThereIsRefused()
    {
        StringAssert.Contains(Assert.ThrowsExactly<ArgumentException>(() => keras.layers.LSTM(3, dropout: 1)).Message,
            "dropout must be in [0, 1); it is 1");
        StringAssert.Contains(Assert.ThrowsExactly<NotSupportedException>(() => keras.layers.GRU(3, stateful: true)).Message, "stateful");
        StringAssert.Contains(
            Assert.ThrowsExactly<ArgumentException>(
                () => keras.layers.LSTM(3).Apply(tf.zeros((1, 2, 3)), states: tf.zeros((1, 3)))).Message, "needs 2 states of shape (1, 3)");
    }

    private static Layer Make(Golden golden, bool sequences)
    {
        var units = (int)golden["recurrent_kernel"].shape[0];
        return golden.Text("cell") switch
        {
            "simple_rnn" => new SimpleRNN(new RNNArgs { Units = units, ReturnSequences = sequences, ReturnState = !sequences }),
            "lstm" => new LSTM(new LSTMArgs { Units = units, ReturnSequences = sequences, ReturnState = !sequences }),
            _ => new GRU(new GRUArgs
            {
                Units = units, ReturnSequences = sequences, ReturnState = !sequences, ResetAfter = golden.Flag("reset_after"),
            }),
        };
    }
}
