using Tensorflow.Keras.Callbacks;
using Tensorflow.Keras.Engine;
using static Tensorflow.Binding;

namespace Tensorflow.Tests.Keras;

/// <summary>fit that goes on within an epoch.</summary>
[TestClass]
public class InitialStepTests
{
    [TestMethod]
    public void TheFirstEpochGoesOnAndTheOthersAreWhole()
    {
        var model = new Listener();
        var heard = new Steps();
        model.fit(Data(5), epochs: 4, verbose: 0, callbacks: [heard], initial_epoch: 2, initial_step: 3);
        CollectionAssert.AreEqual(new float[] { 3, 4, 0, 1, 2, 3, 4 }, model.Seen);
        CollectionAssert.AreEqual(new[] { "2/3", "2/4", "3/0", "3/1", "3/2", "3/3", "3/4" }, heard.Begun);
        CollectionAssert.AreEqual(heard.Begun, heard.Ended);
    }

    [TestMethod]
    public void WithItsStreamRestoredAShuffledEpochGoesOnInItsOrder()
    {
        Listener whole = new(), half = new();
        var data = Data(20).shuffle(20).prefetch();
        tf.set_random_seed(3);
        whole.fit(data, verbose: 0);
        tf.set_random_seed(3);
        half.fit(data, verbose: 0, initial_step: 8);
        CollectionAssert.AreEqual(whole.Seen.Skip(8).ToList(), half.Seen);
    }

    [TestMethod]
    public void AStepBeyondTheEpochIsRefused()
    {
        foreach (var step in new[] { -1, 5, 6 })
            StringAssert.Contains(Assert.ThrowsExactly<ArgumentException>(
                () => new Listener().fit(Data(5), verbose: 0, initial_step: step)).Message, $"5 steps of an epoch; it is {step}");
    }

    [TestMethod]
    public void TheProgressLineCountsFromThere()
    {
        var output = new StringWriter();
        var progress = new ProgbarLogger(new CallbackParams { Verbose = 2, Epochs = 1, Steps = 5 }, output, isInteractive: false);
        new Listener().fit(Data(5), verbose: 2, callbacks: [progress], initial_step: 3);
        StringAssert.Contains(output.ToString(), "5/5");
    }

    private static IDatasetV2 Data(int count) => tf.data.Dataset.from_tensor_slices(tf.range(0, count));

    private sealed class Listener() : Model(new Tensorflow.Keras.ArgsDefinition.ModelArgs { Name = "listener" })
    {
        internal List<float> Seen { get; } = [];

        public override Dictionary<string, float> train_step(Tensors x, Tensors? y)
        {
            Tensor value = x;
            Seen.Add((int)value);
            return [];
        }
    }

    private sealed class Steps : Callback
    {
        private int _epoch;

        internal List<string> Begun { get; } = [];

        internal List<string> Ended { get; } = [];

        public override void on_epoch_begin(int epoch) => _epoch = epoch;

        public override void on_train_batch_begin(long step) => Begun.Add($"{_epoch}/{step}");

        public override void on_train_batch_end(long end_step, Dictionary<string, float> logs) => Ended.Add($"{_epoch}/{end_step}");
    }
}
