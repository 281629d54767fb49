using System.Buffers.Binary;
using FashionGanTf.Cli.Tests.Support;
using Tensorflow.Keras.Datasets;
using Tensorflow.NumPy;

namespace FashionGanTf.Cli.Tests.Commands;

/// <summary>Data, models and folders that will not do: exit code 1, one line, nothing half-written.</summary>
[TestClass]
public class DataErrorTests
{
    [TestMethod]
    public void NoSuchFolder() => Train(Workplace.Folder("none"), "There is no folder " + Workplace.Folder("none"));

    [TestMethod]
    public void AnEmptyFolder() =>
        Train(Directory.CreateDirectory(Workplace.Folder("empty")).FullName, "holds no pictures: neither JPEG");

    [TestMethod]
    public void ATruncatedGzip() => Spoiled("cut", bytes => bytes[..(bytes.Length / 2)], "train-images-idx3-ubyte.gz");

    [TestMethod]
    public void ACorruptGzip() => Spoiled(
        "corrupt",
        bytes =>
        {
            bytes[^6] ^= 0x55;
            return bytes;
        },
        "train-images-idx3-ubyte.gz");

    [TestMethod]
    public void NotAnIdxFile() => Spoiled("text", _ => "no pictures at all"u8.ToArray(), "not an IDX file");

    [TestMethod]
    public void ATruncatedIdxFile() => Spoiled(
        "short",
        _ =>
        {
            var head = new byte[16];
            BinaryPrimitives.WriteInt32BigEndian(head, 0x803);
            for (var i = 1; i < 4; i++)
                BinaryPrimitives.WriteInt32BigEndian(head.AsSpan(4 * i), 28);
            return head;
        },
        "cut short");

    [TestMethod]
    public void NoPictures()
    {
        var folder = Workplace.Folder("zero");
        TinyDataset.Write(folder);
        var head = Convert.FromHexString("00000803000000000000001C0000001C");
        File.WriteAllBytes(Path.Combine(folder, "train-images-idx3-ubyte.gz"), head);
        Train(folder, "holds no pictures");
    }

    [TestMethod]
    public void PicturesThatAreNotSquare()
    {
        var folder = Workplace.Folder("wide");
        TinyDataset.Write(folder);
        IdxFile.save(Path.Combine(folder, "train-images-idx3-ubyte.gz"), np.array(new byte[40 * 32 * 30]).reshape((40, 32, 30)));
        Train(folder, "square pictures are needed");
    }

    [TestMethod]
    public void ABatchLargerThanTheData()
    {
        Train(Workplace.Data, "A batch of 41 is larger than the data, which has 40 pictures", "--batch-size", "41");
        Train(Workplace.Data, "A batch of 16 is larger than the data, which has 15 pictures", "--batch-size", "16", "--limit", "15");
    }

    [TestMethod]
    public void AFolderThatCannotBeWrittenTo()
    {
        var file = Workplace.Folder("a-file");
        File.WriteAllText(file, "");
        var folder = Path.Combine(file, "out");
        ProgramRun.Of("train", "--data", Workplace.Data, "--batch-size", "8", "--out", folder).RequireFailure(1, folder);
        ProgramRun.Of("generate", "--model", Workplace.Model, "--count", "1", "--out", folder).RequireFailure(1, folder);
        ProgramRun.Of("generate", "--model", Workplace.Model, "--count", "1", "--out", folder + ".png").RequireFailure(1, folder);
        ProgramRun.Of("generate", "--model", Workplace.Model, "--count", "1", "--format", "idx", "--out", folder).RequireFailure(1, folder);
    }

    [TestMethod]
    public void NoSuchModel() => Generate(Workplace.Folder("none.safetensors"), "none.safetensors");

    [TestMethod]
    public void NotAModel() => Generate(Path.Combine(Workplace.Data, "t10k-labels-idx1-ubyte.gz"), "safetensors");

    [TestMethod]
    public void ACutModel()
    {
        var path = Workplace.Folder("cut.safetensors");
        File.WriteAllBytes(path, File.ReadAllBytes(Workplace.Model)[..^100]);
        Generate(path, path);
    }

    [TestMethod]
    public void AModelOfOtherShapes() =>
        Generate(Path.Combine(Workplace.Trained, "run", "discriminator.safetensors"), "discriminator.safetensors");

    private static void Spoiled(string name, Func<byte[], byte[]> spoil, string complaint)
    {
        var folder = Workplace.Folder(name);
        TinyDataset.Write(folder);
        var path = Path.Combine(folder, "train-images-idx3-ubyte.gz");
        File.WriteAllBytes(path, spoil(File.ReadAllBytes(path)));
        Train(folder, complaint);
    }

    private static void Train(string data, string complaint, params string[] more)
    {
        var output = Workplace.Folder("failed");
        ProgramRun.Of(["train", "--data", data, "--out", output, .. more]).RequireFailure(1, complaint);
        Assert.IsFalse(Path.Exists(output));
    }

    private static void Generate(string model, string complaint)
    {
        var output = Workplace.Folder("failed.png");
        ProgramRun.Of("generate", "--model", model, "--out", output).RequireFailure(1, complaint);
        Assert.IsFalse(Path.Exists(output));
    }
}
