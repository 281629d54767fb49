namespace FashionGanTf.Cli.Tests.Faults;

/// <summary>A checkpoint that is damaged, and data that are no longer the same.</summary>
[TestClass]
public class CheckpointDamageTests
{
    [TestMethod]
    public void ACheckpointCutShort() => TheOneBeforeIsUsed("cut", bytes => bytes[..(bytes.Length * 2 / 3)]);

    [TestMethod]
    public void ACheckpointWithAFlippedBit() => TheOneBeforeIsUsed("flipped", bytes =>
    {
        // In the middle of the weights, where only a checksum can tell.
        bytes[bytes.Length / 2] ^= 0x10;
        return bytes;
    });

    [TestMethod]
    public void BothCheckpointsDamaged()
    {
        var run = FaultRun.CopyOfBrokenOff("both");
        foreach (var path in Directory.GetFiles(run.Run, "checkpoint*.safetensors"))
            File.WriteAllBytes(path, File.ReadAllBytes(path)[..100]);
        run.Finish().RequireFailure(1, "checkpoint");
    }

    [TestMethod]
    public void DataThatChanged()
    {
        var data = Support.Workplace.Folder("changing");
        Support.TinyDataset.Write(data);
        var run = new FaultRun("changed") { Data = data }.BrokenOff();
        var path = Path.Combine(data, "train-images-idx3-ubyte.gz");
        var pixels = Tensorflow.Keras.Datasets.IdxFile.load(path).ToArray<byte>();
        pixels[12_345] ^= 1;
        Tensorflow.Keras.Datasets.IdxFile.save(path, Tensorflow.NumPy.np.array(pixels).reshape((pixels.Length / 784, 28, 28)));

        var before = File.ReadAllBytes(run.Checkpoint);
        run.Finish().RequireFailure(1, "the data have changed");
        CollectionAssert.AreEqual(before, File.ReadAllBytes(run.Checkpoint));

        // Back come the data, on goes the run.
        pixels[12_345] ^= 1;
        Tensorflow.Keras.Datasets.IdxFile.save(path, Tensorflow.NumPy.np.array(pixels).reshape((pixels.Length / 784, 28, 28)));
        run.Finish().RequireSuccess();
        run.RequireAsUnbroken();
    }

    private static void TheOneBeforeIsUsed(string name, Func<byte[], byte[]> damage)
    {
        var run = FaultRun.CopyOfBrokenOff(name);
        File.WriteAllBytes(run.Checkpoint, damage(File.ReadAllBytes(run.Checkpoint)));
        var end = run.Finish();
        Assert.AreEqual(0, end.ExitCode, end.Error);
        Assert.HasCount(1, (end.Error + end.Output).Split('\n')
            .Where(line => line.Contains("checkpoint.previous.safetensors", StringComparison.Ordinal)), end.Error + end.Output);
        run.RequireAsUnbroken();
    }
}
