using System.Text.RegularExpressions;
using Tensorflow.Keras.Callbacks;

namespace Tensorflow.Tests.Keras.Callbacks;

/// <summary>What people see while a model trains. Times, which differ from run to run, are read as T.</summary>
[TestClass]
public sealed partial class ProgbarLoggerTests : IDisposable
{
    private readonly StringWriter _output = new() { NewLine = "\n" };

    public void Dispose() => _output.Dispose();

    [TestMethod]
    public void OutsideATerminalALineAnEpoch()
    {
        Train(verbose: 1, isInteractive: false);
        Assert.AreEqual("Epoch 1/2 - 3/3 - T T/step - loss: 0.5000 - val_loss: 1.2300e-04\nEpoch 2/2 - 3/3 - T T/step - loss: 0.5000 - " +
            "val_loss: 1.2300e-04\n", Seen());
    }

    [TestMethod]
    public void AskedForALineAnEpochATerminalGetsNoMore()
    {
        Train(verbose: 2, isInteractive: true, epochs: 1);
        Assert.AreEqual("Epoch 1/1 - 3/3 - T T/step - loss: 0.5000 - val_loss: 1.2300e-04\n", Seen());
    }

    [TestMethod]
    public void AskedForSilenceNobodySeesAnything()
    {
        Train(verbose: 0, isInteractive: true);
        Assert.AreEqual("", Seen());
    }

    [TestMethod]
    public void InATerminalALineOverwritesItself()
    {
        Train(verbose: 1, isInteractive: true, epochs: 1);
        Assert.AreEqual(
            "Epoch 1/1\n" +
            "\r1/3 [=========>....................] - ETA: T - loss: 0.5000" +
            "\r3/3 [==============================] - T T/step - loss: 0.5000 - val_loss: 1.2300e-04\n",
            // A slow machine has the time for the second step's line too.
            Seen().Replace("\r2/3 [===================>..........] - ETA: T - loss: 0.5000", "", StringComparison.Ordinal));
    }

    [TestMethod]
    public void AShorterLineBlanksOutTheLonger()
    {
        var logger = new ProgbarLogger(new CallbackParams { Verbose = 1, Epochs = 1, Steps = 2 }, _output, isInteractive: true);
        logger.on_train_begin();
        logger.on_epoch_begin(0);
        logger.on_train_batch_end(0, new() { ["a_name_that_takes_a_lot_of_room"] = 1 });
        logger.on_epoch_end(0, []);
        var lines = _output.ToString().Split('\r', '\n');
        Assert.AreEqual(lines[2].Length, lines[3].Length);
    }

    [TestMethod]
    public void AnEpochOfUnknownLengthCountsItsSteps()
    {
        Train(verbose: 1, isInteractive: true, steps: 0);
        var seen = Seen();
        StringAssert.StartsWith(seen, "Epoch 1/2\n\r1/Unknown - T - loss: 0.5000");
        // Once an epoch has ended its length is known.
        StringAssert.Contains(seen, "\r3/3 [==============================] - T T/step");
        StringAssert.Contains(seen, "Epoch 2/2\n\r1/3 [=========>");
    }

    [TestMethod]
    public void EvaluationAndPredictionHaveALineToo()
    {
        var logger = new ProgbarLogger(new CallbackParams { Verbose = 1, Epochs = 1, Steps = 2 }, _output, isInteractive: false);
        logger.on_test_begin();
        logger.on_test_batch_end(0, new() { ["loss"] = 2 });
        logger.on_test_batch_end(1, new() { ["loss"] = 1 });
        logger.on_test_end(new() { ["loss"] = 1 });
        logger.on_predict_begin();
        logger.on_predict_batch_end(0, []);
        logger.on_predict_batch_end(1, []);
        logger.on_predict_end();
        Assert.AreEqual("2/2 - T T/step - loss: 1.0000\n2/2 - T T/step\n", Seen());
    }

    [TestMethod]
    [DataRow(0.5, "0s")]
    [DataRow(59.9, "59s")]
    [DataRow(65, "1:05")]
    [DataRow(7384, "2:03:04")]
    public void TimesAreShort(double seconds, string expected) => Assert.AreEqual(expected, LogText.Time(TimeSpan.FromSeconds(seconds)));

    [TestMethod]
    public void StepTimesAndNumbersAreShort()
    {
        Assert.AreEqual("2s/step", LogText.StepTime(TimeSpan.FromSeconds(4), 2));
        Assert.AreEqual("250ms/step", LogText.StepTime(TimeSpan.FromSeconds(1), 4));
        Assert.AreEqual("20us/step", LogText.StepTime(TimeSpan.FromMilliseconds(1), 50));
        Assert.AreEqual("0us/step", LogText.StepTime(TimeSpan.FromSeconds(1), 0));
        Assert.AreEqual("0.0000 -0.0020 -1.0000e-03 nan inf",
            string.Join(' ', new[] { 0f, -0.002f, -0.001f, float.NaN, float.PositiveInfinity }.Select(LogText.Number)));
    }

    private void Train(int verbose, bool isInteractive, int epochs = 2, long steps = 3)
    {
        var logger = new ProgbarLogger(new CallbackParams { Verbose = verbose, Epochs = epochs, Steps = steps }, _output, isInteractive);
        logger.on_train_begin();
        for (var epoch = 0; epoch < epochs; epoch++)
        {
            logger.on_epoch_begin(epoch);
            for (var step = 0; step < 3; step++)
                logger.on_train_batch_end(step, new() { ["loss"] = 0.5f });
            // A validation inside training shows nothing of its own.
            logger.on_test_begin();
            logger.on_test_batch_end(0, new() { ["loss"] = 1.23e-4f });
            logger.on_test_end(new() { ["loss"] = 1.23e-4f });
            logger.on_epoch_end(epoch, new() { ["loss"] = 0.5f, ["val_loss"] = 1.23e-4f });
        }

        logger.on_train_end();
    }

    /// <summary>What was written, times as T; blanks that cover a longer line left out.</summary>
    private string Seen() => Blanks().Replace(Times().Replace(_output.ToString(), "T"), "");

    [GeneratedRegex(@"\b\d+(:\d\d)*(us|ms|s)\b")]
    private static partial Regex Times();

    [GeneratedRegex(@" +(?=[\r\n])")]
    private static partial Regex Blanks();
}
