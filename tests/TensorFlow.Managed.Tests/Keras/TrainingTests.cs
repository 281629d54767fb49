using Tensorflow.Common.Types;
using Tensorflow.Keras.ArgsDefinition;
using Tensorflow.Keras.Callbacks;
using Tensorflow.Keras.Engine;
using Tensorflow.Keras.Metrics;
using Tensorflow.NumPy;
using static Tensorflow.Binding;
using static Tensorflow.KerasApi;

namespace Tensorflow.Tests.Keras;

/// <summary>compile, fit, evaluate, predict, and the steps that a model may make its own.</summary>
[TestClass]
public class TrainingTests
{
    private static readonly NDArray s_x = np.array(0f, 0f, 0f, 1f, 1f, 0f, 1f, 1f).reshape((4, 2));
    private static readonly NDArray s_y = np.array(0f, 1f, 1f, 0f).reshape((4, 1));

    [TestMethod]
    public void LearnsExclusiveOr()
    {
        tf.set_random_seed(3);
        var model = keras.Sequential(keras.layers.InputLayer(2), keras.layers.Dense(8, "tanh"), keras.layers.Dense(1));
        model.compile(keras.optimizers.Adam(0.05f), keras.losses.BinaryCrossentropy(from_logits: true), ["accuracy"]);
        var history = model.fit(s_x, s_y, batch_size: 4, epochs: 150, verbose: 0).history;
        Assert.HasCount(150, history["loss"]);
        Assert.IsLessThan(0.1f, history["loss"][^1]);
        Assert.IsGreaterThan(0.4f, history["loss"][0]);
        var logs = model.evaluate(s_x, s_y, verbose: 0);
        Assert.IsLessThan(0.1f, logs["loss"]);
        CollectionAssert.AreEqual(new[] { "loss", "accuracy" }, logs.Keys.ToArray());

        // The accuracy asks for probabilities, and a logit above 0.5 is one of more than a half.
        Assert.AreEqual(1, logs["accuracy"]);
        Tensor predicted = model.predict(s_x, batch_size: 3);
        CollectionAssert.AreEqual(((Tensor)model.Apply(s_x)).ToArray<float>(), predicted.ToArray<float>());
    }

    [TestMethod]
    public void TheSameSeedGivesTheSameRun()
    {
        float[] Run()
        {
            tf.set_random_seed(5);
            var model = keras.Sequential(keras.layers.InputLayer(2), keras.layers.Dense(8, "relu"), keras.layers.Dropout(0.5f),
                keras.layers.Dense(1));
            model.compile("adam", "mse");
            return [.. model.fit(s_x, s_y, batch_size: 2, epochs: 3, verbose: 0).history["loss"]];
        }

        CollectionAssert.AreEqual(Run(), Run());
    }

    [TestMethod]
    public void TheLossIsTheMeanOverTheEpoch()
    {
        // A model that cannot learn: a learning rate of 0. Its loss over batches of 3 and 1 is that of all 4.
        var model = Linear();
        model.compile(keras.optimizers.SGD(0f), keras.losses.MeanSquaredError(), ["mae"]);
        var whole = model.evaluate(s_x, s_y, batch_size: 4, verbose: 0);
        var fitted = model.fit(s_x, s_y, batch_size: 3, epochs: 1, verbose: 0).history;
        Assert.AreEqual(whole["loss"], fitted["loss"][0], 1e-6);
        Assert.AreEqual(whole["mae"], fitted["mae"][0], 1e-6);
        var dataset = tf.data.Dataset.from_tensor_slices(s_x, s_y).batch(3);
        Assert.AreEqual(whole["loss"], model.evaluate(dataset, verbose: 0)["loss"], 1e-6);
        Assert.AreEqual(whole["loss"], model.fit(dataset, verbose: 0).history["loss"][0], 1e-6);
        Assert.AreEqual(whole["loss"], model.train_on_batch(s_x, s_y)["loss"], 1e-6);
        Assert.AreEqual(whole["loss"], model.test_on_batch(s_x, s_y)["loss"], 1e-6);
        CollectionAssert.AreEqual(((Tensor)model.Apply(s_x)).ToArray<float>(), ((Tensor)model.predict(dataset)).ToArray<float>());
    }

    [TestMethod]
    public void ValidationIsMeasuredAfterEachEpoch()
    {
        var model = Linear();
        model.compile(keras.optimizers.SGD(0.1f), keras.losses.MeanSquaredError());
        var history = model.fit(s_x, s_y, epochs: 2, verbose: 0, validation_data: (s_x, s_y)).history;
        CollectionAssert.AreEqual(new[] { "loss", "val_loss" }, history.Keys.ToArray());
        Assert.AreEqual(model.evaluate(s_x, s_y, verbose: 0)["loss"], history["val_loss"][1], 1e-6);

        // The last quarter is the last example.
        history = model.fit(s_x, s_y, verbose: 0, validation_split: 0.25f).history;
        Assert.AreEqual(model.evaluate(np.array(1f, 1f).reshape((1, 2)), np.array(0f).reshape((1, 1)), verbose: 0)["loss"],
            history["val_loss"][0], 1e-6);
    }

    [TestMethod]
    public void CallbacksHearEverythingInOrder()
    {
        var model = Linear();
        model.compile("sgd", "mse");
        var spy = new Spy { StopAfter = 3 };
        var history =
            model.fit(s_x, s_y, batch_size: 2, epochs: 9, initial_epoch: 2, verbose: 0, callbacks: [spy], validation_data: (s_x, s_y));
        Assert.AreEqual(
            "begin; epoch 2; batch 0 loss; batch 1 loss; test 0; test 1; end of 2: loss val_loss; "
            + "epoch 3; batch 0 loss; batch 1 loss; test 0; test 1; end of 3: loss val_loss; end",
            string.Join("; ", spy.Heard));
        CollectionAssert.AreEqual(new[] { 2, 3 }, history.epoch);
        Assert.AreSame(model, spy.model);
    }

    [TestMethod]
    public void FitCallsTheModelsOwnStep()
    {
        var model = new Counting();
        var spy = new Spy();
        Model plain = model;
        var history = plain.fit(s_x, batch_size: 3, epochs: 2, verbose: 0, callbacks: [spy]).history;
        CollectionAssert.AreEqual(new[] { 4f, 4f }, history["seen"]);
        Assert.AreEqual(4, model.evaluate(s_x, verbose: 0)["tested"]);
    }

    [TestMethod]
    public void FrozenLayersStayAsTheyAre()
    {
        var frozen = keras.layers.Dense(3, "tanh");
        var model = keras.Sequential(keras.layers.InputLayer(2), frozen, keras.layers.Dense(1));
        frozen.Trainable = false;
        float[] kernel = frozen.get_weights()[0].ToArray<float>(), top = model.get_weights()[2].ToArray<float>();
        model.compile("adam", "mse");
        model.fit(s_x, s_y, verbose: 0);
        CollectionAssert.AreEqual(kernel, frozen.get_weights()[0].ToArray<float>());
        CollectionAssert.AreNotEqual(top, model.get_weights()[2].ToArray<float>());

        // Keras trains nothing then, which is no error: what is counted is counted, and no weight moves.
        model.Trainable = false;
        model.compile("adam", "mse", metrics: ["mae"]);
        var warnings = new StringWriter();
        model.Warnings = warnings;
        var (before, expected) = (All(model), model.evaluate(s_x, s_y, verbose: 0));
        var history = model.fit(s_x, s_y, epochs: 2, shuffle: false, verbose: 0).history;
        CollectionAssert.AreEqual(before, All(model));
        Assert.AreEqual(expected["loss"], history["loss"][1]);
        Assert.AreEqual(
            $"Warning: Model '{model.Name}' (Sequential) has nothing to train: its layers were frozen when it was compiled, or were not " +
            $"registered with StackLayers.{Environment.NewLine}", warnings.ToString(), "once");

        static float[] All(Model model) => [.. model.get_weights().SelectMany(weight => weight.ToArray<float>())];
    }

    /// <summary>The bits: a score is the same alone and in a batch, whatever activation gives it.</summary>
    [TestMethod]
    public void AScoreDoesNotDependOnItsBatch()
    {
        var x = tf.random.Generator.from_seed(1).normal((9, 6));
        foreach (var activation in new[] { "sigmoid", "tanh", "exponential", "softplus", "gelu" })
            foreach (var width in new[] { 1, 3 })
            {
                var model = keras.Sequential(
                    keras.layers.InputLayer(6), keras.layers.Dense(5, "tanh"), keras.layers.Dense(width, activation));
                var together = ((Tensor)model.predict(x, batch_size: 9)).ToArray<float>();
                foreach (var size in new[] { 1, 2, 3, 4, 7 })
                    CollectionAssert.AreEqual(together, ((Tensor)model.predict(x, batch_size: size)).ToArray<float>(),
                        $"{activation}, {width} outputs, batches of {size}");
            }
    }

    [TestMethod]
    public void SeveralInputsAndOutputs()
    {
        Tensors a = keras.Input(2), b = keras.Input(2);
        var joined = keras.layers.Concatenate().Apply(new Tensors(a, b));
        var model = keras.Model(new Tensors(a, b), new Tensors(keras.layers.Dense(1).Apply(joined), keras.layers.Dense(2).Apply(joined)));
        model.compile("adam", "mse");
        var history = model.fit((s_x, s_x), (s_y, s_x), epochs: 2, batch_size: 3, verbose: 0).history;
        Assert.IsLessThan(history["loss"][0], history["loss"][1]);
        var predictions = model.predict((s_x, s_x), batch_size: 3);
        Assert.AreEqual<Shape>((4, 1), predictions[0].shape);
        Assert.AreEqual<Shape>((4, 2), predictions[1].shape);
    }

    [TestMethod]
    public void ASubclassTrainsItsRegisteredLayers()
    {
        var model = new Doubled();
        model.compile("adam", "mse");
        Assert.AreEqual("(None, 1)", model.Apply(keras.Input(2)).shape.ToString());
        Assert.HasCount(2, model.TrainableVariables);
        var history = model.fit(s_x, s_y, epochs: 3, verbose: 0).history;
        Assert.IsLessThan(history["loss"][0], history["loss"][2]);
        Assert.Contains("Total params: 3 (", model.summary());

        var eager = new Doubled();
        eager.Apply(s_x);
        Assert.AreEqual("(None, 1)", eager.OutputShape!.ToString());
    }

    [TestMethod]
    public void StepsTakeNoNewMemory()
    {
        var model = keras.Sequential(
            keras.layers.InputLayer((8, 8, 1)), keras.layers.Conv2D(4, 3, 2, "same"), keras.layers.BatchNormalization(),
            keras.layers.LeakyReLU(),
            keras.layers.Dropout(0.2f), keras.layers.Flatten(), keras.layers.Dense(1));
        model.compile("adam", "mse", ["mae"]);
        var x = FiniteDifferences.Random((64, 8, 8, 1), 1);
        var y = FiniteDifferences.Random((64, 1), 2);
        var memory = new MemoryWatch();
        model.fit(x, y, batch_size: 8, epochs: 6, verbose: 0, callbacks: [memory]);
        // What the second epoch had, the last had too.
        Assert.AreEqual(memory.Bytes[1], memory.Bytes[5]);
        Assert.IsGreaterThan(0, memory.Bytes[1]);
    }

    [TestMethod]
    public void ABatchSizeOfMinusOneIsThirtyTwo()
    {
        var model = keras.Sequential(keras.layers.InputLayer(2), keras.layers.Dense(1));
        model.compile("sgd", "mse");
        model.fit(tf.ones((33, 2)), tf.ones((33, 1)), batch_size: -1, verbose: 0);
        Assert.AreEqual(2, model.optimizer!.iterations);
        Assert.AreEqual(model.evaluate(s_x, s_y, verbose: 0)["loss"], model.evaluate(s_x, s_y, batch_size: -1, verbose: 0)["loss"]);
        Assert.AreEqual(new Shape(33, 1), model.predict(tf.ones((33, 2)), batch_size: -1).shape);
    }

    [TestMethod]
    public void WhatCannotBeTrainedIsRefused()
    {
        var model = keras.Sequential([keras.layers.InputLayer(2), keras.layers.Dense(1)], "m");
        Says<RuntimeError>(
            "Model 'm' (Sequential) must be compiled before it is trained or evaluated: call compile(optimizer, loss), or override " +
            "train_step and test_step.",
            () => model.fit(s_x, s_y, verbose: 0));
        model.compile("adam", "mse");
        Says<ArgumentException>(
            "Model 'm' (Sequential) was compiled with the loss 'mean_squared_error', which needs labels; the data has none.", () =>
                model.fit(s_x, verbose: 0));
        Says<ArgumentException>("fit needs arrays of equally many examples; it got 4 and 3.", () =>
            model.fit(s_x, tf.zeros((3, 1)), verbose: 0));
        Says<ArgumentException>("fit: batch_size must be a positive number; it is 0.", () => model.fit(s_x, s_y, batch_size: 0));
        Says<ArgumentException>("fit: epochs must be at least 1; it is 0.", () => model.fit(s_x, s_y, epochs: 0));
        Says<ArgumentException>("fit needs arrays of examples; it got the shape (0, 2).", () => model.fit(tf.zeros((0, 2)), verbose: 0));
        Says<ArgumentException>(
            "fit: validation_split of 1 leaves nothing to train or to validate with, of 4 examples.", () =>
                model.fit(s_x, s_y, validation_split: 1));
        var data = tf.data.Dataset.from_tensor_slices(s_x, s_y).batch(2);
        Says<ArgumentException>("fit: this dataset never ends; say with take how many batches to use.", () => model.fit(data.repeat()));
        Says<ArgumentException>("fit got no batches to train with: the dataset is empty.", () => model.fit(data.take(0), verbose: 0));
        Says<ArgumentException>(
            "Model 'm' (Sequential) needs an input of shape (None, 2); it got (2,), which is one example without the batch's axis (a " +
            "dataset makes batches with .batch(n)).",
            () => model.fit(tf.data.Dataset.from_tensor_slices(s_x, s_y), verbose: 0));
        Says<ArgumentException>("Model 'm' (Sequential) needs an input of shape (None, 2); it got (4, 3).", () =>
            model.predict(tf.zeros((4, 3))));
        Assert.Contains("There is no metric 'speed'",
            Assert.ThrowsExactly<ArgumentException>(() => model.compile("adam", "mse", ["speed"])).Message);
    }

    private static Sequential Linear() => keras.Sequential(keras.layers.InputLayer(2), keras.layers.Dense(1));

    private static void Says<T>(string message, Func<object> action)
        where T : Exception => Assert.AreEqual(message, Assert.ThrowsExactly<T>(action).Message);

    private sealed class Spy : Callback
    {
        internal List<string> Heard { get; } = [];

        internal int StopAfter { get; init; } = int.MaxValue;

        public override void on_train_begin() => Heard.Add("begin");

        public override void on_train_end() => Heard.Add("end");

        public override void on_epoch_begin(int epoch) => Heard.Add($"epoch {epoch}");

        public override void on_train_batch_end(long end_step, Dictionary<string, float> logs) =>
            Heard.Add($"batch {end_step} {string.Join(" ", logs.Keys)}");

        public override void on_test_batch_begin(long step) => Heard.Add($"test {step}");

        public override void on_epoch_end(int epoch, Dictionary<string, float> epoch_logs)
        {
            Heard.Add($"end of {epoch}: {string.Join(" ", epoch_logs.Keys)}");
            model.Stop_training = epoch >= StopAfter;
        }
    }

    private sealed class MemoryWatch : Callback
    {
        internal List<long> Bytes { get; } = [];

        public override void on_epoch_end(int epoch, Dictionary<string, float> epoch_logs) => Bytes.Add(Tensor.Device.BytesTaken);
    }

    /// <summary>Counts the examples of an epoch; the metric begins anew because <c>metrics</c> names it.</summary>
    private sealed class Counting() : Model(new ModelArgs())
    {
        private readonly Sum _seen = new("seen");

        public override IEnumerable<Metric> metrics => [_seen];

        public override Dictionary<string, float> train_step(Tensors x, Tensors? y)
        {
            Assert.IsNull(y);
            _seen.update_state(tf.ones(x.shape[0]));
            return new() { ["seen"] = (float)_seen.result() };
        }

        public override Dictionary<string, float> test_step(Tensors x, Tensors? y) => new() { ["tested"] = train_step(x, y)["seen"] };
    }

    private sealed class Doubled : Model
    {
        private readonly Tensorflow.Keras.ILayer _dense = keras.layers.Dense(1);

        internal Doubled()
            : base(new ModelArgs()) => StackLayers(_dense);

        protected override Tensors Call(Tensors inputs, Tensors state = null!, bool? training = null, IOptionalArgs? optional_args = null)
        {
            Tensor y = _dense.Apply(inputs, training: training);
            return y * 2;
        }
    }
}
