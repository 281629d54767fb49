using Tensorflow.Keras.Engine;
using Tensorflow.Keras.Layers;
using static Tensorflow.Binding;
using static Tensorflow.KerasApi;

namespace Tensorflow.Tests.Keras;

/// <summary>Attention layers: TensorFlow's values and gradients, and what is refused.</summary>
[TestClass]
public class AttentionTests
{
    [TestMethod]
    public void ValuesAndGradientsAreTensorFlows()
    {
        var count = 0;
        foreach (var golden in Golden.Cases("attention"))
        {
            Tensor query = golden["x0"], value = golden["x1"];
            var layer = (Layer)(golden.Text("layer") == "Attention" ? keras.layers.Attention() : keras.layers.MultiHeadAttention(
                golden.Parameters.GetProperty("num_heads").GetInt32(), golden.Parameters.GetProperty("key_dim").GetInt32()));
            var inputs = new Tensors(query, value);
            layer.Apply(inputs);
            var weights = layer.Weights.Count;
            layer.set_weights(Enumerable.Range(0, weights).Select(i => golden[$"weight{i}"].numpy()));
            using var tape = tf.GradientTape(persistent: true);
            tape.watch(query);
            tape.watch(value);
            Tensor y = layer.Apply(inputs);
            Near.AreEqual(golden["y"], y, $"{golden} y");
            var target = tf.reduce_sum(y * golden["dy"]);
            Near.AreEqual(golden["dx0"], tape.gradient(target, query), $"{golden} dquery");
            Near.AreEqual(golden["dx1"], tape.gradient(target, value), $"{golden} dvalue");
            // The key's bias moves all of a query's scores alike, so its gradient is 0 but for rounding.
            for (var i = 0; i < weights; i++)
                if (!layer.Weights[i].Name.Contains("key/bias", StringComparison.Ordinal))
                    Near.AreEqual(golden[$"dweight{i}"], tape.gradient(target, (ResourceVariable)layer.Weights[i]), $"{golden} {i}");
            count++;
        }

        Assert.AreEqual(3, count);
    }

    [TestMethod]
    public void AModelOfSymbolicInputs()
    {
        Tensors query = keras.Input((5, 6)), value = keras.Input((7, 4));
        var model = keras.Model((query, value), keras.layers.MultiHeadAttention(2, 3, value_dim: 5, use_bias: false).Apply((query, value)));
        Assert.AreEqual<Shape>((-1, 5, 6), model.output_shape!);
        Assert.HasCount(4, model.Weights);
        Assert.AreEqual<Shape>((2, 5, 6), model.Apply((tf.ones((2, 5, 6)), tf.ones((2, 7, 4)))).shape);
        Tensor plain = keras.layers.Attention().Apply(new Tensors(tf.ones((1, 2, 3)), tf.ones((1, 4, 3)) * 2.0, tf.ones((1, 4, 3))));
        CollectionAssert.AreEqual(new[] { 2f, 2, 2, 2, 2, 2 }, plain.ToArray<float>(), "the mean of equal values");
    }

    [TestMethod]
    public void MistakesAreNamed()
    {
        var error = Assert.ThrowsExactly<ArgumentException>(() => keras.layers.Attention().Apply(tf.ones((1, 2, 3))));
        Assert.Contains("needs query (N, Tq, D), value (N, Tv, D) and perhaps key (N, Tv, D); it got (1, 2, 3).", error.Message);
        Assert.ThrowsExactly<ArgumentException>(() => keras.layers.Attention().Apply((tf.ones((1, 2, 3)), tf.ones((2, 2, 3)))));
        Assert.ThrowsExactly<NotSupportedException>(() => keras.layers.Attention(score_mode: "concat"));
        Assert.ThrowsExactly<NotSupportedException>(() => keras.layers.MultiHeadAttention(1, 2, dropout: 0.5f));
        Assert.ThrowsExactly<ArgumentException>(() => keras.layers.MultiHeadAttention(0, 2));
    }
}
