using System.Text.Json;
using FashionGanTf.Callbacks;
using FashionGanTf.Imaging;
using FashionGanTf.Models;
using FashionGanTf.Networks;
using FashionGanTf.Tests.Support;
using FashionGanTf.Training;
using Tensorflow.Keras.Callbacks;
using Tensorflow.Serialization;

namespace FashionGanTf.Tests.Callbacks;

/// <summary>What a run leaves beside its samples.</summary>
[TestClass]
public class RunRecorderTests
{
    [TestMethod]
    public void EachEpochAddsALineAndRenewsTheWeights()
    {
        using var folder = new TemporaryFolder();
        var gan = new FashionGan(new DcganShape(PictureShape.FashionMnist, 2, [1, 1, 1], [1, 1], 0));
        var recorder = new RunRecorder(
            folder.Path, new RunConfig(new TrainingOptions { LearningRate = 3e-4, Data = "/pictures" }, Images: 7, Threads: 2), gan);

        recorder.@params = new CallbackParams { Steps = 5 };
        recorder.on_train_begin();
        CollectionAssert.AreEqual(new[] { "config.json" }, Names(folder.Path));
        using var config = JsonDocument.Parse(File.ReadAllText(Path.Combine(folder.Path, "config.json")));
        Assert.AreEqual(3e-4, config.RootElement.GetProperty("options").GetProperty("learning_rate").GetDouble());
        Assert.AreEqual("/pictures", config.RootElement.GetProperty("options").GetProperty("data").GetString());

        recorder.on_epoch_begin(0);
        for (var step = 0; step < 5; step++)
            recorder.on_train_batch_end(step, []);
        recorder.on_epoch_end(0, new() { ["d_loss"] = 1.5f, ["g_loss"] = float.NaN });
        recorder.on_epoch_begin(1);
        recorder.on_epoch_end(1, new() { ["d_loss"] = 1e-7f, ["g_loss"] = float.PositiveInfinity });

        CollectionAssert.AreEqual(
            new[] { "config.json", "discriminator.safetensors", "generator.safetensors", "history.csv", "history.jsonl", "steps.csv" },
            Names(folder.Path));
        var csv = File.ReadAllLines(Path.Combine(folder.Path, "history.csv"));
        Assert.HasCount(3, csv);
        Assert.AreEqual("epoch,step,d_loss,g_loss,images_per_second,seconds", csv[0]);
        StringAssert.StartsWith(csv[1], "1,5,1.5,NaN,");
        StringAssert.StartsWith(csv[2], "2,10,1E-07,Infinity,");
        CollectionAssert.AreEqual(new[] { "step,d_loss,g_loss", "1,0,0", "2,0,0", "3,0,0", "4,0,0", "5,0,0" },
            File.ReadAllLines(Path.Combine(folder.Path, "steps.csv")));
        var json = File.ReadAllLines(Path.Combine(folder.Path, "history.jsonl")).Select(line => JsonDocument.Parse(line).RootElement)
            .ToArray();
        Assert.HasCount(2, json);
        Assert.AreEqual((1, 1.5), (json[0].GetProperty("epoch").GetInt32(), json[0].GetProperty("d_loss").GetDouble()));
        Assert.AreEqual(JsonValueKind.Null, json[0].GetProperty("g_loss").ValueKind, "JSON has no NaN");
        Assert.AreEqual(new Tensorflow.Shape(2, 49),
            SafeTensors.load(Path.Combine(folder.Path, "generator.safetensors")).shape("dense/kernel"));
    }

    [TestMethod]
    public void AFolderThatCannotBeMadeIsNamed()
    {
        using var folder = new TemporaryFolder();
        var file = Path.Combine(folder.Path, "file");
        File.WriteAllText(file, "");
        var error = Assert.ThrowsExactly<IOException>(new RunFolders(file).Create);
        StringAssert.Contains(error.Message, file);
        Assert.IsFalse(error.Message.Contains('\n'));

        new RunFolders(Path.Combine(folder.Path, "new")).Create();
        Assert.IsEmpty(Directory.GetFiles(Path.Combine(folder.Path, "new"), "*", SearchOption.AllDirectories), "the probe stayed behind");
    }

    private static string?[] Names(string folder) =>
        [.. Directory.GetFileSystemEntries(folder).Select(Path.GetFileName).Order(StringComparer.Ordinal)];
}
