using Tensorflow.Operations;
using static Tensorflow.Binding;

namespace Tensorflow.Tests.Operations;

/// <summary>Reversing, gathering by places, products and lengths along axes, functions of each element.</summary>
[TestClass]
public class PartsTests
{
    private static readonly Tensor s_x = FiniteDifferences.Random((2, 3, 4), 1, 0.5f, 1.5f);

    [TestMethod]
    public void Reverses()
    {
        var x = tf.reshape(tf.range(6), (2, 3));
        CollectionAssert.AreEqual(new[] { 2, 1, 0, 5, 4, 3 }, tf.reverse(x, -1).ToArray<int>());
        CollectionAssert.AreEqual(new[] { 5, 4, 3, 2, 1, 0 }, tf.reverse(x, (0, 1)).ToArray<int>());
        CollectionAssert.AreEqual(new[] { 3, 4, 5, 0, 1, 2 }, gen_array_ops.reverse_v2(x, new[] { 0 }).ToArray<int>());
        CollectionAssert.AreEqual(tf.reverse(s_x, 2).ToArray<float>(), tf.reverse(s_x, tf.constant(-1)).ToArray<float>());
        Assert.AreEqual<Shape>((0, 3), tf.reverse(tf.zeros((0, 3)), 0).shape);
        FiniteDifferences.Check("reverse", values => tf.reverse(values[0], (0, 2)), [s_x]);
        Assert.ThrowsExactly<ArgumentException>(() => tf.reverse(x, (0, -2)));
        Assert.ThrowsExactly<ArgumentException>(() => tf.reverse(x, 2));
    }

    [TestMethod]
    public void PicturesAreMirrored()
    {
        Tensor picture = tf.reshape(tf.range(12), (2, 3, 2)), batch = tf.stack([picture, picture + 12], 0);
        CollectionAssert.AreEqual(new[] { 4, 5, 2, 3, 0, 1, 10, 11, 8, 9, 6, 7 }, tf.image.flip_left_right(picture).ToArray<int>());
        CollectionAssert.AreEqual(new[] { 6, 7, 8, 9, 10, 11, 0, 1, 2, 3, 4, 5 }, tf.image.flip_up_down(picture).ToArray<int>());
        CollectionAssert.AreEqual(tf.image.flip_left_right(picture + 12).ToArray<int>(), tf.image.flip_left_right(batch)[1].ToArray<int>());
        CollectionAssert.AreEqual(tf.image.flip_up_down(picture + 12).ToArray<int>(), tf.image.flip_up_down(batch)[1].ToArray<int>());
        Assert.ThrowsExactly<ArgumentException>(() => tf.image.flip_up_down(picture[0]));
    }

    [TestMethod]
    public void SlicesByTheirPlaces()
    {
        var x = tf.reshape(tf.range(12), (2, 3, 2));
        CollectionAssert.AreEqual(new[] { 4, 5, 6, 7 }, tf.gather_nd(x, tf.constant(new[,] { { 0, 2 }, { 1, 0 } })).ToArray<int>());
        CollectionAssert.AreEqual(new[] { 11 }, tf.gather_nd(x, tf.constant(new[,] { { 1, 2, 1 } })).ToArray<int>());
        Assert.AreEqual<Shape>((4, 3, 2), tf.gather_nd(x, tf.zeros((4, 1), tf.int64)).shape);
        FiniteDifferences.Check("gather_nd",
            values => tf.gather_nd(values[0], tf.constant(new[,] { { 0, 2 }, { 1, 0 }, { 0, 2 } })), [s_x]);
        StringAssert.Contains(
            Assert.ThrowsExactly<ArgumentException>(() => tf.gather_nd(x, tf.constant(new[,] { { 0, 3 } }))).Message,
            "index 3 is not in [0, 3), axis 1");
        Assert.ThrowsExactly<ArgumentException>(() => tf.gather_nd(x, tf.zeros((1, 4), tf.int32)));
    }

    [TestMethod]
    public void ProductsAlongAxes()
    {
        var x = tf.constant(new[,] { { 1, 2, 3 }, { 4, 5, 6 } });
        Assert.AreEqual(720, (int)tf.reduce_prod(x));
        CollectionAssert.AreEqual(new[] { 6, 120 }, tf.reduce_prod(x, 1).ToArray<int>());
        Assert.AreEqual<Shape>((1, 3), tf.reduce_prod(x, 0, keepdims: true).shape);
        Assert.AreEqual(1f, (float)tf.reduce_prod(tf.zeros(0)));
        FiniteDifferences.Check("product", values => tf.reduce_prod(values[0], (0, 2)), [s_x]);
        // A 0 leaves the others' gradients alone.
        var zero = tf.constant(new[] { 2f, 0, 5 });
        using var tape = tf.GradientTape();
        tape.watch(zero);
        CollectionAssert.AreEqual(new[] { 0f, 10, 0 }, tape.gradient(tf.reduce_prod(zero), zero).ToArray<float>());
    }

    [TestMethod]
    public void LengthsAlongAxes()
    {
        var x = tf.constant(new[,] { { 1, 2, 3 }, { 1, 1, 1 } });
        Assert.AreEqual(4, (int)tf.math.reduce_euclidean_norm(x), "of whole numbers cut off");
        Near.AreEqual(tf.sqrt(tf.reduce_sum(s_x * s_x, 1)), tf.math.reduce_euclidean_norm(s_x, 1), "length");
        FiniteDifferences.Check("length", values => tf.math.reduce_euclidean_norm(values[0], (1, 2)), [s_x]);
    }

    [TestMethod]
    public void FunctionsOfElements()
    {
        float[] at = [-3, -0.7f, -0.1f, 0.2f, 1.1f, 2.9f];
        Check("selu", keras => keras.activations.selu, x => 1.0507009873554805 * (x > 0 ? x : 1.6732632423543772 * (Math.Exp(x) - 1)));
        Check("softsign", keras => keras.activations.softsign, x => x / (1 + Math.Abs(x)));
        Check("hard_sigmoid", keras => keras.activations.hard_sigmoid, x => Math.Clamp(0.2 * x + 0.5, 0, 1));
        Check("mish", keras => keras.activations.mish, x => x * Math.Tanh(Math.Log(1 + Math.Exp(x))));
        Check("tan", _ => x => tf.tan(x), Math.Tan, -1.4f, 1.4f);

        void Check(string name, Func<Tensorflow.Keras.KerasInterface, Func<Tensor, Tensor>> of, Func<double, double> expected,
            float low = -3, float high = 3)
        {
            var function = of(KerasApi.keras);
            var x = FiniteDifferences.Random(20, 5, low, high);
            Near.AreEqual(Array.ConvertAll(x.ToArray<float>(), value => expected(value)),
                Array.ConvertAll(function(x).ToArray<float>(), value => (double)value), name, Near.OneOperation);
            FiniteDifferences.Check(
                name, values => function(values[0]), [tf.constant(Array.ConvertAll(at, v => v * high / 3))], step: 2e-3f);
            if (name != "tan")
                Near.AreEqual(function(x), KerasApi.keras.activations.get(name).Apply(x), name);
        }
    }
}
