using Tensorflow.Keras.ArgsDefinition;
using Tensorflow.Keras.Engine;
using Tensorflow.Keras.Layers;
using static Tensorflow.Binding;
using static Tensorflow.KerasApi;

namespace Tensorflow.Tests.Keras;

/// <summary>Cells of recurrent layers, and what is made of them.</summary>
[TestClass]
public class RecurrentCellTests
{
    [TestMethod]
    public void ACellWalkedThroughASequenceIsPyTorchsLayer()
    {
        foreach (var golden in Golden.Cases("recurrent"))
        {
            var units = (int)golden["recurrent_kernel"].shape[0];
            var cell = golden.Text("cell") switch
            {
                "simple_rnn" => keras.layers.SimpleRNNCell(units),
                "lstm" => keras.layers.LSTMCell(units),
                _ => keras.layers.GRUCell(units, reset_after: golden.Flag("reset_after")),
            };
            var layer = (Layer)keras.layers.RNN(cell, return_sequences: true);
            GoldenLayers.Build(layer, golden["x"], golden["kernel"], golden["recurrent_kernel"], golden["bias"]);
            GoldenLayers.Check(golden, layer, weightGradients: ["dkernel", "drecurrent_kernel", "dbias"]);

            // Step by step.
            Tensors? states = null;
            var steps = tf.unstack(golden["x"], axis: 1);
            for (var t = 0; t < steps.Length; t++)
            {
                var (y, next) = cell.Apply(steps[t], states!);
                Near.AreEqual(golden["y"][$":, {t}"], y, $"{golden}, step {t}");
                states = next;
            }
        }
    }

    [TestMethod]
    public void StackedCellsAreLayersOneAfterTheOther()
    {
        Tensor x = FiniteDifferences.Random((2, 4, 3), 1);
        IRnnCell[] cells = [keras.layers.LSTMCell(4), new Doubling(4), keras.layers.GRUCell(5)];
        var stacked = (Layer)keras.layers.RNN(cells, return_sequences: true, return_state: true);
        var results = stacked.Apply(x);
        var first = keras.layers.RNN(cells[0], return_sequences: true, return_state: true).Apply(x);
        var last = keras.layers.RNN(cells[2], return_sequences: true, return_state: true).Apply(2f * first[0]);
        Tensor[] expected = [last[0], first[1], first[2], tf.ones((2, 1)) * 4f, last[1]];
        Assert.HasCount(expected.Length, results);
        for (var i = 0; i < expected.Length; i++)
            Near.AreEqual(expected[i], results[i], $"result {i}", 1e-6);
        CollectionAssert.AreEqual(expected.Select(one => one.shape.With(0, -1).ToString()).ToArray(),
            keras.layers.RNN(cells, true, true).Apply(keras.Input((4, 3))).Select(one => one.shape.ToString()).ToArray());
        FiniteDifferences.Check("stacked", at => stacked.Apply(at[0])[0], [x]);
        StringAssert.Contains(Assert.ThrowsExactly<ArgumentException>(() => stacked.Apply(x, tf.zeros((2, 4)))).Message,
            "needs states of the shapes (2, 4), (2, 4), (2, 1), (2, 5)");
        Assert.ThrowsExactly<ArgumentException>(() => keras.layers.StackedRNNCells([]));
    }

    [TestMethod]
    public void BothWaysAreALayerAndItsReverse()
    {
        Tensor x = FiniteDifferences.Random((2, 4, 3), 1);
        foreach (var sequences in new[] { true, false })
            foreach (var mode in new[] { "concat", "sum", "mul", "ave", null })
            {
                var there = new GRU(new GRUArgs { Units = 5, ReturnSequences = sequences, ReturnState = true });
                var both = (Layer)keras.layers.Bidirectional(there, mode);
                var results = both.Apply(x);
                Assert.HasCount(6, both.TrainableWeights);
                var back = new GRU(new GRUArgs { Units = 5, ReturnSequences = sequences, ReturnState = true });
                back.Apply(x);
                back.set_weights(both.get_weights().Skip(3));
                var (forward, backward) = (there.Apply(x), back.Apply(tf.reverse(x, 1)));
                var (y, z) = (forward[0], sequences ? tf.reverse(backward[0], 1) : backward[0]);
                Tensor[] merged = mode switch
                {
                    "concat" => [tf.concat([y, z], -1)],
                    "sum" => [y + z],
                    "mul" => [y * z],
                    "ave" => [0.5f * (y + z)],
                    _ => [y, z],
                };
                Tensor[] expected = [.. merged, forward[1], backward[1]];
                Assert.HasCount(expected.Length, results);
                for (var i = 0; i < expected.Length; i++)
                    Near.AreEqual(expected[i], results[i], $"{mode}, result {i}", 1e-6);
                Assert.AreEqual(expected[0].shape.With(0, -1), both.ComputeOutputShape((-1, 4, 3)), mode);
                // The states go in as they came out.
                Assert.AreEqual(results[0].shape, both.Apply(x, new Tensors([.. results.Skip(merged.Length)]))[0].shape);
            }

        var layer = keras.layers.Bidirectional(keras.layers.LSTM(3, return_sequences: true));
        FiniteDifferences.Check("both ways", at => layer.Apply(at[0]), [x]);
    }

    [TestMethod]
    public void BothWaysAreRefusedWhereTheyDoNotFit()
    {
        Refused("needs recurrent layers", () => keras.layers.Bidirectional(keras.layers.Dense(3)));
        Refused("merge_mode is 'concat'", () => keras.layers.Bidirectional(keras.layers.LSTM(3), "max"));
        Refused("one of them go_backwards", () => keras.layers.Bidirectional(
            keras.layers.LSTM(3), backward_layer: keras.layers.LSTM(3)));
        Refused("give a backward_layer", () => keras.layers.Bidirectional(keras.layers.RNN(keras.layers.GRUCell(3))));

        static void Refused(string message, Action action) =>
            StringAssert.Contains(Assert.ThrowsExactly<ArgumentException>(action).Message, message);
    }

    /// <summary>A cell that adds its inputs up, and what is dropped of them.</summary>
    [TestMethod]
    public void DropoutIsTheSameAtAllSteps()
    {
        tf.set_random_seed(5);
        var inputs = Adding(dropout: 0.5f);
        Tensor dropped = inputs.Apply(tf.ones((3, 2, 8)), training: true);
        float[] first = dropped[":, 0"].ToArray<float>();
        Assert.IsTrue(first.All(one => one is 0 or 2) && first.Distinct().Count() == 2, string.Join(' ', first));
        Near.AreEqual(2f * dropped[":, 0"], dropped[":, 1"], "the second step adds the same", 0);

        var states = Adding(recurrent_dropout: 0.5f);
        Tensor forgot = states.Apply(tf.ones((3, 3, 8)), training: true);
        // 1, then 1 + m, then 1 + m (1 + m), where m is 0 or 2.
        var m = forgot[":, 1"] - 1f;
        Assert.IsTrue(m.ToArray<float>().All(one => one is 0 or 2));
        Near.AreEqual(1f + m * (1f + m), forgot[":, 2"], "the third step", 0);
        Near.AreEqual(tf.ones((3, 8)) * 3f, ((Tensor)states.Apply(tf.ones((3, 3, 8))))[":, 2"], "inference", 0);

        static Layer Adding(float dropout = 0, float recurrent_dropout = 0)
        {
            var layer = (Layer)keras.layers.RNN(keras.layers.SimpleRNNCell(
                8, "linear", use_bias: false, dropout: dropout, recurrent_dropout: recurrent_dropout), return_sequences: true);
            layer.Apply(tf.ones((1, 1, 8)));
            layer.set_weights([tf.linalg.eye(8).numpy(), tf.linalg.eye(8).numpy()]);
            return layer;
        }
    }

    /// <summary>A cell of a user: twice the input; its state counts the steps.</summary>
    private sealed class Doubling(long size) : Layer(new LayerArgs()), IRnnCell
    {
        public long[] StateSize => [1];

        public long OutputSize => size;

        protected override Tensors Call(
            Tensors inputs, Tensors state = null!, bool? training = null, Tensorflow.Common.Types.IOptionalArgs? optional_args = null) =>
            new(2f * inputs[0], state[0] + 1f);
    }
}
