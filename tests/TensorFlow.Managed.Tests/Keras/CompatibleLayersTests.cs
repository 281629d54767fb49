using Tensorflow.NumPy;
using static Tensorflow.Binding;
using static Tensorflow.KerasApi;

namespace Tensorflow.Tests.Keras;

/// <summary>Layers under TensorFlow.NET's names: activations, pooling with channels first and of sequences, borders as arrays,
/// inputs.</summary>
[TestClass]
public class CompatibleLayersTests
{
    private static readonly Tensor s_x = FiniteDifferences.Random((2, 4, 6, 3), 1);

    [TestMethod]
    public void ActivationsAsLayers()
    {
        foreach (var (layer, name) in new[]
        {
            (keras.layers.SELU(), "selu"), (keras.layers.Softplus(), "softplus"), (keras.layers.Softsign(), "softsign"),
            (keras.layers.HardSigmoid(), "hard_sigmoid"), (keras.layers.Swish(), "swish"), (keras.layers.Tanh(), "tanh"),
            (keras.layers.Exponential(), "exponential"), (keras.layers.Mish(), "mish"), (keras.layers.Softmax(), "softmax"),
        })
        {
            Tensor y = layer.Apply(s_x);
            CollectionAssert.AreEqual(keras.activations.get(name).Apply(s_x).ToArray<float>(), y.ToArray<float>(), name);
            Assert.StartsWith(name, layer.Name);
        }

        Tensor elu = keras.layers.ELU(0.5f).Apply(s_x), plain = keras.activations.elu(s_x);
        CollectionAssert.AreEqual(
            Array.ConvertAll(plain.ToArray<float>(), y => y < 0 ? 0.5f * y : y), elu.ToArray<float>());
        Tensor tenth = keras.layers.ELU().Apply(tf.constant(new[] { -3f }));
        Assert.AreEqual(-0.0950213f, tenth.ToArray<float>()[0], 1e-7f, "TensorFlow.NET's 0.1");
        CollectionAssert.AreEqual(tf.nn.softmax(s_x, 1).ToArray<float>(), ((Tensor)keras.layers.Softmax(1).Apply(s_x)).ToArray<float>());
        Assert.ThrowsExactly<NotSupportedException>(() => keras.layers.Softmax((1, 2)));
    }

    /// <summary>The same pictures turned, pooled, and turned back.</summary>
    [TestMethod]
    public void PoolingWithChannelsFirst()
    {
        var first = tf.transpose(s_x, (0, 3, 1, 2));
        foreach (var (last, other) in new[]
        {
            (keras.layers.MaxPooling2D(2), keras.layers.MaxPooling2D(2, data_format: "channels_first")),
            (keras.layers.AveragePooling2D(3, 2, "same"), keras.layers.AveragePooling2D(3, 2, "same", "channels_first")),
        })
        {
            Tensor expected = tf.transpose(last.Apply(s_x), (0, 3, 1, 2)), actual = other.Apply(first);
            CollectionAssert.AreEqual(expected.ToArray<float>(), actual.ToArray<float>());
            Assert.AreEqual(expected.shape, actual.shape);
            Assert.AreEqual(actual.shape, ((Tensorflow.Keras.Engine.Layer)other).ComputeOutputShape(first.shape));
        }

        Tensor mean = keras.layers.GlobalAveragePooling2D("channels_first").Apply(first);
        Tensor largest = keras.layers.GlobalMaxPooling2D().Apply(s_x);
        Near.AreEqual(tf.reduce_mean(s_x, (1, 2)), mean, "mean");
        CollectionAssert.AreEqual(tf.reduce_max(s_x, (1, 2)).ToArray<float>(), largest.ToArray<float>());
        Assert.AreEqual<Shape>((2, 1, 1, 3), keras.layers.GlobalMaxPooling2D(keepdims: true).Apply(s_x).shape);
        Assert.AreEqual<Shape>((2, 3, 1, 1), keras.layers.GlobalAveragePooling2D("channels_first", keepdims: true).Apply(first).shape);
        Assert.AreEqual<Shape>((-1, 1, 1, 3), keras.layers.GlobalMaxPooling2D(keepdims: true).Apply(keras.Input((4, 6, 3))).shape);
        var error = Assert.ThrowsExactly<ArgumentException>(() => keras.layers.MaxPooling2D(data_format: "channels_middle"));
        Assert.Contains("data_format is 'channels_last' or 'channels_first', not 'channels_middle'.", error.Message);
    }

    [TestMethod]
    public void SequencesArePooled()
    {
        Tensor x = FiniteDifferences.Random((2, 5, 3), 2), mean = keras.layers.GlobalAveragePooling1D().Apply(x);
        Near.AreEqual(tf.reduce_mean(x, 1), mean, "mean");
        Tensor largest = keras.layers.GlobalMaxPooling1D("channels_first", keepdims: true).Apply(x);
        CollectionAssert.AreEqual(tf.reduce_max(x, 2, keepdims: true).ToArray<float>(), largest.ToArray<float>());
        Assert.AreEqual<Shape>((2, 5, 1), largest.shape);
        FiniteDifferences.Check("pooling", values => keras.layers.GlobalAveragePooling1D().Apply(values[0]), [x]);
    }

    [TestMethod]
    public void BordersAreArraysAndPicturesWholeNumbers()
    {
        var x = np.arange(4L).reshape((1, 1, 2, 2));
        Tensor padded = keras.layers.ZeroPadding2D(new[,] { { 1, 0 }, { 1, 0 } }).Apply(x);
        Assert.AreEqual((tf.int64, new Shape(1, 2, 3, 2)), (padded.dtype, padded.shape));
        CollectionAssert.AreEqual(new long[] { 0, 0, 0, 0, 0, 0, 0, 0, 0, 1, 2, 3 }, padded.ToArray<long>());
        Tensor cropped = keras.layers.Cropping2D(np.array(new[,] { { 1, 0 }, { 1, 0 } })).Apply(padded);
        CollectionAssert.AreEqual(new long[] { 0, 1, 2, 3 }, cropped.ToArray<long>());
        Tensor larger = keras.layers.UpSampling2D((1, 2)).Apply(x);
        CollectionAssert.AreEqual(new long[] { 0, 1, 0, 1, 2, 3, 2, 3 }, larger.ToArray<long>());
        Tensor same = keras.layers.UpSampling2D((3, 2)).Apply(tf.cast(x, tf.float32)), ints = keras.layers.UpSampling2D((3, 2)).Apply(x);
        CollectionAssert.AreEqual(same.ToArray<float>(), tf.cast(ints, tf.float32).ToArray<float>());
        Assert.AreEqual(tf.int32, keras.layers.UpSampling2D().Apply(keras.Input((2, 2, 1), dtype: tf.int32)).dtype);
        Assert.ThrowsExactly<ArgumentException>(() => keras.layers.Cropping2D(np.array(1, 2)));
    }

    [TestMethod]
    public void SequentialTakesASymbolicInput()
    {
        var model = keras.Sequential();
        model.add(keras.layers.Input(16));
        model.add(keras.layers.Dense(32, "relu"));
        Assert.AreEqual<Shape>((-1, 32), model.output_shape!);
        Assert.HasCount(2, model.Weights);
        Assert.ThrowsExactly<ArgumentException>(() => model.add(keras.Input(16)));
        Assert.ThrowsExactly<ArgumentException>(() => keras.Sequential().add((Tensors)tf.ones((1, 16))));
    }
}
