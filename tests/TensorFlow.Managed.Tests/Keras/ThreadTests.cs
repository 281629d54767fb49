using System.Collections.Concurrent;
using Tensorflow.Keras.Engine;
using Tensorflow.NumPy;
using static Tensorflow.Binding;
using static Tensorflow.KerasApi;

namespace Tensorflow.Tests.Keras;

/// <summary>One model on several threads: predictions are of whole steps, and change nothing for a training.</summary>
[TestClass]
public class ThreadTests
{
    private static readonly NDArray s_x = tf.random.Generator.from_seed(1).normal((24, 6)).numpy();
    private static readonly NDArray s_y = tf.random.Generator.from_seed(2).normal((24, 1)).numpy();

    /// <summary>Batch normalisation and dropout: what a mixture of two steps, or a stolen random number, would show in.</summary>
    [TestMethod]
    public void PredictionsWhileFitRunsAreOfAStepAndLeaveItsBits()
    {
        var expected = Fit(out var steps, draw: null);
        var drawn = new ConcurrentBag<float[]>();
        var actual = Fit(out _, model =>
        {
            for (var i = 0; i < 3; i++)
                drawn.Add(((Tensor)model.predict(s_x, batch_size: 5)).ToArray<float>());
        });
        CollectionAssert.AreEqual(expected, actual, "the training's bits");
        Assert.IsGreaterThan(20, drawn.Count);
        var known = steps.Select(Key).ToHashSet();
        var seen = drawn.Select(Key).ToHashSet();
        foreach (var key in seen)
            Assert.Contains(key, known, "a prediction of no step's weights");
        Assert.IsGreaterThan(1, seen.Count, "predictions of several steps");
    }

    [TestMethod]
    public void ThreadsThatApplyANewModelAtOnceMakeItsWeightsOnce()
    {
        for (var round = 0; round < 50; round++)
        {
            var model = keras.Sequential(keras.layers.Dense(7, "tanh"), keras.layers.BatchNormalization(), keras.layers.Dense(1));
            var results = new float[4][];
            using var start = new Barrier(results.Length);
            Parallel.For(0, results.Length, new ParallelOptions { MaxDegreeOfParallelism = results.Length }, i =>
            {
                start.SignalAndWait();
                results[i] = ((Tensor)model.predict(s_x)).ToArray<float>();
            });
            Assert.HasCount(8, model.Weights);
            foreach (var result in results)
                CollectionAssert.AreEqual(results[0], result);
        }
    }

    private static string Key(float[] values) => Convert.ToHexString(System.Runtime.InteropServices.MemoryMarshal.AsBytes(values.AsSpan()));

    /// <summary>Trains the same model with the same seed; with someone who draws, two threads do so until it ends.</summary>
    /// <param name="steps">What the model predicts at first, and, unless others draw, after each step.</param>
    /// <param name="draw">What the other threads do over and over; null for none.</param>
    /// <returns>The weights.</returns>
    private static float[] Fit(out List<float[]> steps, Action<Model>? draw)
    {
        tf.set_random_seed(3);
        var model = keras.Sequential(keras.layers.InputLayer(6), keras.layers.Dense(64, "relu"), keras.layers.BatchNormalization(),
            keras.layers.Dropout(0.3f), keras.layers.Dense(1));
        model.compile("adam", "mse");
        var predictions = new List<float[]>();
        Record();
        var stop = false;
        Exception? error = null;
        Thread[] others = [.. Enumerable.Range(0, draw is null ? 0 : 2).Select(_ => new Thread(() =>
        {
            try
            {
                while (!Volatile.Read(ref stop))
                    draw!(model);
            }
            catch (Exception caught)
            {
                error = caught;
            }
        }))];
        foreach (var thread in others)
            thread.Start();
        var record = keras.callbacks.LambdaCallback(on_train_batch_end: (_, _) => Record());
        model.fit(s_x, s_y, batch_size: 8, epochs: 40, verbose: 0, callbacks: draw is null ? [record] : []);
        Volatile.Write(ref stop, true);
        foreach (var thread in others)
            thread.Join();
        Assert.IsNull(error);
        steps = predictions;
        return [.. model.get_weights().SelectMany(weight => weight.ToArray<float>())];

        void Record() => predictions.Add(((Tensor)model.predict(s_x, batch_size: 5)).ToArray<float>());
    }
}
