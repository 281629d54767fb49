using System.Globalization;
using Tensorflow.Keras.Callbacks;

namespace Tensorflow.Tests.Keras.Callbacks;

/// <summary>The table that a run leaves.</summary>
[TestClass]
public sealed class CSVLoggerTests : IDisposable
{
    private readonly string _path = Path.GetTempFileName();

    public void Dispose() => File.Delete(_path);

    [TestMethod]
    public void ALineAnEpochUnderAHeader()
    {
        File.WriteAllText(_path, "old");
        var logger = new CSVLogger(_path);
        logger.on_train_begin();
        logger.on_epoch_end(0, new() { ["loss"] = 0.1f, ["accuracy"] = 1 });
        Assert.AreEqual("epoch,loss,accuracy\n0,0.1,1\n", File.ReadAllText(_path), "the file is whole after each epoch");
        logger.on_epoch_end(1, new() { ["accuracy"] = float.NaN });
        logger.on_train_end();
        Assert.AreEqual("epoch,loss,accuracy\n0,0.1,1\n1,NA,NaN\n", File.ReadAllText(_path));
    }

    [TestMethod]
    public void LinesAreAddedUnderTheHeaderThatIsThere()
    {
        File.Delete(_path);
        var warnings = new StringWriter();
        Run.Epochs(new CSVLogger(_path, ";", append: true), Run.Model(), new Dictionary<string, float> { ["a"] = 1, ["b"] = 2 });
        Run.Epochs(
            new CSVLogger(_path, ";", append: true) { Warnings = warnings }, Run.Model(),
            new Dictionary<string, float> { ["b"] = 4, ["a"] = 3, ["c"] = 5 }, new Dictionary<string, float> { ["c"] = 5 });
        Assert.AreEqual("epoch;a;b\n0;1;2\n0;3;4\n1;NA;NA\n", File.ReadAllText(_path));
        Assert.AreEqual($"Warning: CSVLogger: {_path} has no column 'c'; it is not written.{Environment.NewLine}", warnings.ToString());
    }

    /// <summary>A run that was killed while it wrote leaves a line without its end; a number in it may be a shorter one.</summary>
    [TestMethod]
    [DataRow("epoch,a\n0,0.25\n1,0.1", "epoch,a\n0,0.25\n0,1\n", "1,0.1")]
    [DataRow("epoch,a\n0", "epoch,a\n0,1\n", "0")]
    [DataRow("epoch,ac", "epoch,a\n0,1\n", "epoch,ac")]
    [DataRow("epoch,a\n\u001b[2J", "epoch,a\n0,1\n", "?[2J")]
    public void LinesAreAddedBehindWholeOnes(string before, string after, string cut)
    {
        File.WriteAllText(_path, before);
        var warnings = new StringWriter();
        Run.Epochs(new CSVLogger(_path, append: true) { Warnings = warnings }, Run.Model(), Run.Logs("a", 1));
        Assert.AreEqual(after, File.ReadAllText(_path));
        Assert.AreEqual(
            $"Warning: CSVLogger: {_path} ends within a line, which is taken away: {cut}{Environment.NewLine}", warnings.ToString());
    }

    [TestMethod]
    public void NumbersReadBackAsTheSameFloats()
    {
        float[] values = [0.1f, 1f / 3, float.Epsilon, float.MaxValue, -1.17549435e-38f, 16777217];
        Run.Epochs(new CSVLogger(_path), Run.Model(), Run.Logs("x", values));
        var read = File.ReadLines(_path).Skip(1).Select(line => float.Parse(line.Split(',')[1], CultureInfo.InvariantCulture)).ToArray();
        CollectionAssert.AreEqual(values, read);
    }

    [TestMethod]
    public void ATableOfSomethingElseIsNotTouched()
    {
        File.WriteAllText(_path, "name,price\n");
        var error = Assert.ThrowsExactly<InvalidDataException>(() => new CSVLogger(_path, append: true).on_train_begin());
        Assert.AreEqual($"{_path}: its first line is no header that begins with 'epoch'; CSVLogger cannot add to it.", error.Message);
        Assert.AreEqual("name,price\n", File.ReadAllText(_path));
    }
}
