using Tensorflow.Keras.Engine;
using Tensorflow.Keras.Utils;
using Tensorflow.NumPy;
using static Tensorflow.Binding;
using static Tensorflow.KerasApi;

namespace Tensorflow.Tests.Api;

/// <summary>What TensorFlow.NET's programs call around operations: helpers, variables, names.</summary>
[TestClass]
public class CompatibilityTests
{
    [TestMethod]
    public void OperationsAreComputedAtOnce()
    {
        Assert.IsTrue(tf.executing_eagerly());
        Assert.IsTrue(tf.Context.executing_eagerly());
        tf.enable_eager_execution();
        tf.Context.ensure_initialized();
        Assert.AreEqual("", new Status().Message);
    }

    [TestMethod]
    public void PythonsWith()
    {
        var scope = tf_with(new ops.NameScope("outer"), within => (string)within);
        Assert.AreEqual("outer/", scope);
        var disposable = new Listener();
        Assert.ThrowsExactly<InvalidOperationException>(
            () => tf_with(disposable, _ => throw new InvalidOperationException()));
        Assert.IsTrue(disposable.IsDisposed);
        tf_with(tf.name_scope("again"), _ => { });
    }

    [TestMethod]
    public void OutputGoesWhereItIsSent()
    {
        using var output = new StringWriter();
        output.Write("old");
        var model = keras.Sequential(keras.layers.InputLayer(2), keras.layers.Dense(1));
        try
        {
            tf_output_redirect = output;
            print("number {0}", 1.5);
            tf.print(tf.range(3));
            Assert.AreEqual($"number 1.5{Environment.NewLine}tf.Tensor: shape=(3,), dtype=int32, numpy=[0 1 2]{Environment.NewLine}",
                output.ToString(), "a writer is emptied when it is set");
            tf_output_redirect = output;
            Assert.AreEqual(model.summary(), output.ToString());
        }
        finally
        {
            tf_output_redirect = null;
        }
    }

    [TestMethod]
    public void ALineIsFittedAsInTensorFlowNetsReadme()
    {
        NDArray x = np.array(0f, 1f, 2f, 3f), y = np.array(1f, 3f, 5f, 7f);
        ResourceVariable w = tf.Variable(-0.06f, name: "weight"), b = tf.Variable(-0.73f, name: "bias");
        var optimizer = keras.optimizers.SGD(0.1f);
        foreach (var step in range(1, 501))
        {
            using var g = tf.GradientTape();
            var loss = tf.reduce_sum(tf.pow((w * x) + b - y, 2)) / (2 * 4);
            var gradients = g.gradient(loss, (w, b));
            optimizer.apply_gradients(zip(gradients, (w, b)));
        }

        Assert.AreEqual(2f, (float)w.numpy(), 1e-4f);
        Assert.AreEqual(1f, (float)b.numpy(), 1e-4f);
    }

    [TestMethod]
    public void AModelIsSavedAsAnIModel()
    {
        var path = Path.Combine(Path.GetTempPath(), $"{Guid.NewGuid():N}.keras");
        try
        {
            IModel model = keras.Sequential(keras.layers.InputLayer(2), keras.layers.Dense(1));
            model.save(path);
            Assert.AreEqual(model.get_weights()[0].ToString(), keras.models.load_model(path).get_weights()[0].ToString());
        }
        finally
        {
            File.Delete(path);
        }
    }

    [TestMethod]
    public void ClassNumbersBecomeRows()
    {
        Assert.AreEqual("[[0. 1. 0.]\n [0. 0. 1.]]", np_utils.to_categorical(np.array<byte>(1, 2)).ToString());
        var rows = np_utils.to_categorical(np.array(new[,] { { 1 }, { 0 } }), 4, TF_DataType.TF_INT32);
        Assert.AreEqual((np.int32, "[[0 1 0 0]\n [1 0 0 0]]"), (rows.dtype, rows.ToString()));
        Assert.AreEqual("to_categorical: the class number 3 is not in 0 to 2.",
            Assert.ThrowsExactly<ArgumentException>(() => np_utils.to_categorical(np.array(3), 3)).Message);
        Assert.AreEqual("to_categorical: the class number -1 is not in 0 to 1.",
            Assert.ThrowsExactly<ArgumentException>(() => np_utils.to_categorical(np.array(-1, 1))).Message);
        Assert.AreEqual("to_categorical: there is no class number; say num_classes.",
            Assert.ThrowsExactly<ArgumentException>(() => np_utils.to_categorical(np.zeros(0))).Message);
    }

    [TestMethod]
    public void InitializersHaveNamesInTf()
    {
        CollectionAssert.AreEqual(new[] { 0f, 0 }, tf.zeros_initializer.Apply(2).ToArray<float>());
        CollectionAssert.AreEqual(new[] { 1f, 1 }, tf.ones_initializer.Apply(2).ToArray<float>());
        // The bound of (2, 3) is sqrt(6 / 5).
        var drawn = tf.glorot_uniform_initializer.Apply((2, 3)).ToArray<float>();
        Assert.IsTrue(drawn.Distinct().Count() > 1 && Array.TrueForAll(drawn, value => Math.Abs(value) <= Math.Sqrt(6.0 / 5)));
    }

    [TestMethod]
    public void SliceTakesTheTypesOfItsNumbers() => Assert.AreEqual("[[4 5]]",
        tf.slice<int, long>(tf.reshape(tf.range(6), (3, 2)), [2, 0], [1, -1]).numpy().ToString());

    [TestMethod]
    public void VariablesTakeATypeAndAssignGivesThemBack()
    {
        var v = tf.Variable(3.0, dtype: tf.float32);
        Assert.AreEqual(TF_DataType.TF_FLOAT, v.dtype);
        Assert.AreEqual(TF_DataType.TF_INT32, tf.Variable(10, name: "x").dtype);
        Assert.AreEqual<Shape>((2, 1), tf.Variable(new[] { new[] { 1f }, new[] { 2f } }).shape);
        Assert.AreEqual(4f, (float)v.assign(v + 1.0).numpy());
        Assert.AreEqual(6f, (float)(v.assign_add(3f) * 1.0) - 1);
        Assert.AreEqual(5f, (float)v.assign_sub(2f).numpy());
        var copy = tf.Variable(v);
        v.assign(1f);
        Assert.AreEqual(5f, (float)copy.numpy());
        Assert.ThrowsExactly<ArgumentException>(() => tf.Variable("text"));
    }

    [TestMethod]
    public void PartsOfVariablesAreAssignedTo()
    {
        var v = tf.Variable(np.arange(9f).reshape((3, 3)));
        using var before = v.AsTensor();
        var part = v[":2", ":2"];
        CollectionAssert.AreEqual(new[] { 0f, 1, 3, 4 }, part.ToArray<float>());
        Assert.AreSame(v, part.assign(22 * tf.ones((2, 2))));
        v[2, 0].assign(-1f);
        v[new Slice(step: 2), -1].assign(tf.constant(new[] { 7f, 8 }));
        CollectionAssert.AreEqual(new[] { 22f, 22, 7, 22, 22, 5, -1, 7, 8 }, v.numpy().ToArray<float>());
        Assert.AreEqual(0f, before.ToArray<float>()[0], "what was read before stays");
        using var tape = tf.GradientTape();
        CollectionAssert.AreEqual(new[] { 0f, 0, 0, 1, 1, 1, 0, 0, 0 }, tape.gradient(tf.reduce_sum(v[1]), v).ToArray<float>());
        Assert.ThrowsExactly<ArgumentException>(() => v[0].assign(tf.ones(2)));
        Assert.ThrowsExactly<ArgumentException>(() => v[0].assign(tf.ones(3, tf.int32)));
        Assert.ThrowsExactly<ArgumentException>(() => v[3]);
    }

    [TestMethod]
    public void ListsOfTensors()
    {
        var list = tf.TensorArray(tf.float32, size: 0, dynamic_size: true, clear_after_read: false);
        list.write(0, 10).write(2, 30f);
        Assert.AreEqual(10f, (float)list.read(0));
        Assert.AreEqual(3, list.size());
        StringAssert.Contains(Assert.ThrowsExactly<ArgumentException>(() => list.read(1)).Message, "nothing in place 1");
        list.write(1, 20f);
        CollectionAssert.AreEqual(new[] { 10f, 20, 30 }, list.stack().ToArray<float>());
        var once = tf.TensorArray(tf.int32, size: 2).unstack(tf.constant(new[] { 4, 5 }));
        Assert.AreEqual(5, (int)once.read(1));
        Assert.ThrowsExactly<ArgumentException>(() => once.read(1));
        Assert.ThrowsExactly<ArgumentException>(() => once.write(2, 1));
    }

    [TestMethod]
    public void PlacesAndSizesAreWrittenInManyWays()
    {
        var x = tf.reshape(tf.range(12), (3, 4));
        int[] expected = [5, 6, 9, 10];
        CollectionAssert.AreEqual(expected, tf.slice(x, new[] { 1, 1 }, new[] { 2, 2 }).ToArray<int>());
        CollectionAssert.AreEqual(expected, tf.slice(x, new long[] { 1, 1 }, new Shape(2, 2)).ToArray<int>());
        CollectionAssert.AreEqual(expected,
            array_ops.slice(x, ops.convert_n_to_tensor([1, 1]), tf.constant(new[] { 2, 2 })).ToArray<int>());
        CollectionAssert.AreEqual(new[] { 2, 2 }, (int[])tf.slice(x, new[] { 1, 1 }, new[] { 2, 2 }).shape);
        Assert.AreEqual<Shape>((6, 4), tf.tile(x, tf.constant(new[] { 2, 1 })).shape);
        Assert.AreEqual<Shape>((6, 4), tf.tile(x, new[] { 2, 1 }).shape);
        CollectionAssert.AreEqual(
            new[] { 1f, 2 }, tf.concat([tf.constant(1f), tf.constant(2f)], 0).ToArray<float>(), "of scalars a vector");
        Assert.AreEqual<Shape>((2, 2), tf.constant(new[] { new[] { 1.0, 2 }, [3, 4] }).shape);
    }

    /// <summary>As after Python's <c>with</c>.</summary>
    [TestMethod]
    public void GradientsAreGivenAfterTheTapesEnd()
    {
        var x = tf.Variable(2f);
        using var outer = tf.GradientTape();
        var inner = tf.GradientTape();
        Tensor y = x * x * x;
        inner.Dispose();
        var first = inner.gradient(y, x);
        outer.Dispose();
        Assert.AreEqual(12f, (float)first);
        Assert.AreEqual(12f, (float)outer.gradient(first, x));
        Assert.ThrowsExactly<RuntimeError>(() => inner.gradient(y, x));
    }

    private sealed class Listener : IDisposable
    {
        internal bool IsDisposed { get; private set; }

        public void Dispose() => IsDisposed = true;
    }

    [TestMethod]
    public void TensorsAreGatheredAndTakenApart()
    {
        var (first, others) = new Tensors { tf.constant(1), tf.constant(2), tf.constant(3) };
        Assert.AreEqual(1, (int)first);
        CollectionAssert.AreEqual(new[] { 2, 3 }, others!.Select(one => (int)one).ToArray());
        (_, others) = new Tensors(first);
        Assert.IsNull(others);
        Assert.AreEqual<Shape>((2, 3), keras.initializers.Ones().Apply(new InitializerArgs((2, 3), dtypes.float64)).shape);
    }
}
