using Tensorflow.Common.Types;
using Tensorflow.Keras;
using Tensorflow.Keras.Engine;
using static Tensorflow.Binding;
using static Tensorflow.KerasApi;

namespace Tensorflow.Tests.Keras;

/// <summary>How a layer behaves that is applied within another one's Call: as it is told, else as that one (Keras' call context).</summary>
[TestClass]
public class CallContextTests
{
    private static readonly Tensor s_ones = tf.ones((4, 500));

    [TestMethod]
    [DataRow(null, true, true)]
    [DataRow(null, false, false)]
    [DataRow(null, null, false)]
    [DataRow(false, true, false)]
    [DataRow(true, false, true)]
    public void AnInnerLayerDoesAsItIsToldElseAsTheOneAround(bool? inner, bool? outer, bool drops)
    {
        var layer = new Around(inner, keras.layers.Dropout(0.5f));
        Tensor y = layer.Apply(s_ones, training: outer);
        Assert.AreEqual(drops, y.ToArray<float>().Contains(0));
        // Through a model between, and a symbolic one.
        var model = keras.Sequential(keras.layers.InputLayer(500), new Around(inner, keras.Sequential(keras.layers.Dropout(0.5f))));
        y = model.Apply(s_ones, training: outer);
        Assert.AreEqual(drops, y.ToArray<float>().Contains(0));
    }

    [TestMethod]
    public void TheContextEndsWithTheCall()
    {
        var dropout = keras.layers.Dropout(0.5f);
        Tensor plain = dropout.Apply(s_ones);
        CollectionAssert.DoesNotContain(plain.ToArray<float>(), 0f);
        var failing = new Around(null, keras.layers.Dense(3), () => throw new InvalidOperationException("within"));
        Assert.ThrowsExactly<InvalidOperationException>(() => failing.Apply(s_ones, training: true));
        plain = dropout.Apply(s_ones);
        CollectionAssert.DoesNotContain(plain.ToArray<float>(), 0f);
    }

    [TestMethod]
    public void FitReachesInnerLayersAndAFrozenBatchNormalisationInfers()
    {
        var normalization = keras.layers.BatchNormalization();
        var model = keras.Sequential(keras.layers.InputLayer(2), new Around(null, normalization), keras.layers.Dense(1));
        model.compile("sgd", "mse");
        Tensor x = new float[,] { { 1, 10 }, { 3, 20 } }, y = new float[,] { { 1 }, { 2 } };
        model.fit(x, y, verbose: 0);
        // Keras: moving = moving * 0.99 + batch * 0.01; of rank 2 the variance is the biased one.
        var moving = normalization.NonTrainableWeights.ConvertAll(weight => weight.numpy().ToArray<float>());
        Near.AreEqual([0.02, 0.15], Array.ConvertAll(moving[0], value => (double)value), "moving mean", 1e-6);
        Near.AreEqual([1, 0.99 + 0.25], Array.ConvertAll(moving[1], value => (double)value), "moving variance", 1e-6);

        normalization.Trainable = false;
        model.compile("sgd", "mse");
        model.fit(x, y, verbose: 0);
        var after = normalization.Weights.ConvertAll(weight => weight.numpy().ToArray<float>());
        CollectionAssert.AreEqual(moving[0], after[2]);
        CollectionAssert.AreEqual(moving[1], after[3]);
        Tensor trained = normalization.Apply(x, training: true), inferred = normalization.Apply(x, training: false);
        CollectionAssert.AreEqual(inferred.ToArray<float>(), trained.ToArray<float>(), "frozen, training changes nothing");
    }

    /// <summary>A layer that applies another one, as a program's own layers do.</summary>
    private sealed class Around : Layer
    {
        private readonly bool? _training;
        private readonly ILayer _inner;
        private readonly Action? _within;

        internal Around(bool? training, ILayer inner, Action? within = null)
            : base(new())
        {
            (_training, _inner, _within) = (training, inner, within);
            StackLayers(inner);
        }

        protected override Tensors Call(
            Tensors inputs, Tensors state = null!, bool? training = null, IOptionalArgs? optional_args = null)
        {
            _within?.Invoke();
            return _training is null ? _inner.Apply(inputs) : _inner.Apply(inputs, training: _training);
        }
    }
}
