using Tensorflow.Keras.Callbacks;
using Tensorflow.Keras.Engine;
using Tensorflow.Operations;
using static Tensorflow.KerasApi;

namespace Tensorflow.Tests.Keras.Callbacks;

/// <summary>Which hooks are called when, by lists and by fit, evaluate and predict.</summary>
[TestClass]
public class CallbackListTests
{
    [TestMethod]
    public void FitEvaluateAndPredictCallEveryHookInOrder()
    {
        var model = Run.Model();
        model.compile(keras.optimizers.SGD(0.1f), keras.losses.MeanSquaredError());
        var recorder = new Recorder();
        Tensor x = Fill.Ones((3, 1)), y = Fill.Ones((3, 1));
        model.fit(x, y, batch_size: 2, epochs: 2, verbose: 0, callbacks: [recorder], validation_split: 0.34f);
        string[] epoch = ["batch 0", "end 0: loss", "test", "test batch 0", "test end 0: loss", "test end: loss"];
        CollectionAssert.AreEqual(
            new[] { "train" }.Concat(["epoch 0", .. epoch, "epoch end 0: loss val_loss"])
                .Concat(["epoch 1", .. epoch, "epoch end 1: loss val_loss"]).Append("train end").ToArray(),
            recorder.Calls);
        Assert.AreSame(model, recorder.model);
        Assert.AreEqual(2, recorder.@params.Epochs);
        Assert.AreEqual(1, recorder.@params.Steps);

        recorder.Calls.Clear();
        model.evaluate(x, y, batch_size: 2, verbose: 0, callbacks: [recorder]);
        CollectionAssert.AreEqual(
            new[] { "test", "test batch 0", "test end 0: loss", "test batch 1", "test end 1: loss", "test end: loss" }, recorder.Calls);

        recorder.Calls.Clear();
        model.predict(x, batch_size: 2, verbose: 0, callbacks: [recorder]);
        CollectionAssert.AreEqual(
            new[] { "predict", "predict batch 0", "predict end 0: outputs", "predict batch 1", "predict end 1: outputs", "predict end" },
            recorder.Calls);
    }

    [TestMethod]
    public void AListBeginsWithHistoryAndProgressAndTakesMore()
    {
        var model = Run.Model();
        var list = new CallbackList(new CallbackParams { Model = model, Verbose = 0, Epochs = 1, Steps = 1 });
        Assert.AreSame(list.History, list.callbacks[0]);
        Assert.IsInstanceOfType<ProgbarLogger>(list.callbacks[1]);
        var recorder = new Recorder();
        list.callbacks.Add(recorder);
        list.on_train_begin();
        Assert.AreSame(model, recorder.model);
        list.on_epoch_begin(0);
        list.on_train_batch_begin(0);
        list.on_train_batch_end(0, []);
        list.on_epoch_end(0, new() { ["loss"] = 2 });
        list.on_train_end();
        CollectionAssert.AreEqual(new[] { "train", "epoch 0", "batch 0", "end 0: ", "epoch end 0: loss", "train end" }, recorder.Calls);
        CollectionAssert.AreEqual(new[] { 2f }, list.History.history["loss"]);
    }

    [TestMethod]
    public void HistoryRecordsEveryEpochAndBeginsAnew()
    {
        var history = new History();
        Assert.AreEqual(3, Run.Epochs(history, Run.Model(), Run.Logs("loss", 3, 2, 1)));
        CollectionAssert.AreEqual(new[] { 3f, 2f, 1f }, history.history["loss"]);
        CollectionAssert.AreEqual(new[] { 0, 1, 2 }, history.epoch);
        Run.Epochs(history, Run.Model(), Run.Logs("accuracy", 0.5f));
        CollectionAssert.AreEqual(new[] { "accuracy" }, history.history.Keys);
        CollectionAssert.AreEqual(new[] { 0 }, history.epoch);
    }

    [TestMethod]
    public void FunctionsAreCallbacks()
    {
        var calls = new List<string>();
        ICallback callback = keras.callbacks.LambdaCallback(
            on_epoch_begin: epoch => calls.Add($"epoch {epoch}"),
            on_epoch_end: (epoch, logs) => calls.Add($"epoch end {epoch}: {logs["loss"]}"),
            on_train_batch_begin: step => calls.Add($"batch {step}"),
            on_train_batch_end: (step, logs) => calls.Add($"end {step}: {logs["loss"]}"),
            on_train_begin: () => calls.Add("train"),
            on_train_end: () => calls.Add("train end"));
        var loss = new Dictionary<string, float> { ["loss"] = 1.5f };
        foreach (var each in new[] { callback, keras.callbacks.LambdaCallback() })
        {
            each.on_train_begin();
            each.on_epoch_begin(1);
            each.on_train_batch_begin(2);
            each.on_train_batch_end(2, loss);
            each.on_epoch_end(1, loss);
            each.on_train_end();
        }

        CollectionAssert.AreEqual(new[] { "train", "epoch 1", "batch 2", "end 2: 1.5", "epoch end 1: 1.5", "train end" }, calls);
    }

    /// <summary>Writes down every hook that is called, with the names in its logs.</summary>
    private sealed class Recorder : Callback
    {
        internal List<string> Calls { get; } = [];

        public override void on_train_begin() => Calls.Add("train");

        public override void on_train_end() => Calls.Add("train end");

        public override void on_epoch_begin(int epoch) => Calls.Add($"epoch {epoch}");

        public override void on_epoch_end(int epoch, Dictionary<string, float> epoch_logs) =>
            Calls.Add($"epoch end {epoch}: {string.Join(" ", epoch_logs.Keys)}");

        public override void on_train_batch_begin(long step) => Calls.Add($"batch {step}");

        public override void on_train_batch_end(long end_step, Dictionary<string, float> logs) =>
            Calls.Add($"end {end_step}: {string.Join(" ", logs.Keys)}");

        public override void on_test_begin() => Calls.Add("test");

        public override void on_test_end(Dictionary<string, float> logs) => Calls.Add($"test end: {string.Join(" ", logs.Keys)}");

        public override void on_test_batch_begin(long step) => Calls.Add($"test batch {step}");

        public override void on_test_batch_end(long end_step, Dictionary<string, float> logs) =>
            Calls.Add($"test end {end_step}: {string.Join(" ", logs.Keys)}");

        public override void on_predict_begin() => Calls.Add("predict");

        public override void on_predict_end() => Calls.Add("predict end");

        public override void on_predict_batch_begin(long step) => Calls.Add($"predict batch {step}");

        public override void on_predict_batch_end(long end_step, Dictionary<string, Tensors> logs) =>
            Calls.Add($"predict end {end_step}: {string.Join(" ", logs.Keys)}");
    }
}
