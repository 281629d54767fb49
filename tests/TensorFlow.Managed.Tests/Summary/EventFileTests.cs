using System.Buffers.Binary;
using Tensorflow.Summary;
using static Tensorflow.Binding;

namespace Tensorflow.Tests.Summary;

/// <summary>TensorBoard's files, byte for byte as the published formats say.</summary>
[TestClass]
public class EventFileTests
{
    private string _folder = "";

    private string Only => Directory.GetFiles(_folder).Single();

    [TestInitialize]
    public void Begin() => _folder = Directory.CreateTempSubdirectory("events").FullName;

    [TestCleanup]
    public void End() => Directory.Delete(_folder, recursive: true);

    [TestMethod]
    public void ARecordHasItsLengthAndTwoMaskedSums()
    {
        var path = Path.Combine(_folder, "a");
        using (var file = EventFile.Open(path, _ => true))
            file.Add(new EventMessage(1.5, 7, "loss", [0x15, 0, 0, 0x40, 0x40]));
        var bytes = File.ReadAllBytes(path);
        // By hand from event.proto and summary.proto: wall_time 1.5, step 7, summary { value { tag "loss", simple_value 3 } }.
        byte[] message =
            [0x09, 0, 0, 0, 0, 0, 0, 0xf8, 0x3f, 0x10, 7, 0x2a, 13, 0x0a, 11, 0x0a, 4, .. "loss"u8, 0x15, 0, 0, 0x40, 0x40];
        CollectionAssert.AreEqual(message, bytes[12..^4]);
        Assert.AreEqual((ulong)message.Length, BinaryPrimitives.ReadUInt64LittleEndian(bytes));
        Assert.AreEqual(Masked(bytes[..8]), BinaryPrimitives.ReadUInt32LittleEndian(bytes.AsSpan(8)));
        Assert.AreEqual(Masked(message), BinaryPrimitives.ReadUInt32LittleEndian(bytes.AsSpan(bytes.Length - 4)));
        // The check value that RFC 3720, B.4, gives for 32 bytes of zero.
        Assert.AreEqual(0x8a9136aau, Sum(new byte[32]));
    }

    [TestMethod]
    public void AFileBeginsWithItsVersion()
    {
        using (var writer = tf.summary.create_file_writer(_folder))
            writer.scalar("loss", 3, 7);
        StringAssert.StartsWith(Path.GetFileName(Only), "events.out.tfevents.");
        var bytes = File.ReadAllBytes(Only);
        StringAssert.Contains(System.Text.Encoding.Latin1.GetString(bytes), "brain.Event:2");
        var events = EventReader.Read(Only);
        Assert.AreEqual((null, 0L, "loss", 7L), (events[0].Tag, events[0].Step, events[1].Tag, events[1].Step));
        Assert.IsTrue(Math.Abs((DateTime.UnixEpoch.AddSeconds(events[1].Time) - DateTime.UtcNow).TotalSeconds) < 60);
    }

    [TestMethod]
    public void ValuesAreAsSummaryProtoSays()
    {
        using (var writer = new SummaryWriter(_folder))
        {
            writer.image("sheet", [1, 2, 3], width: 5, height: 6, channels: 3, step: 1);
            writer.text("config", "a *b*", 0);
            writer.histogram("weights", Tensor.From<float>([0, 30, 15, float.NaN], 4), 2);
            writer.hparams(new Dictionary<string, object> { ["seed"] = 1, ["flip"] = true, ["data"] = "x" });
        }

        var values = ProtoText.Values(Only);
        Assert.AreEqual("1 1:'sheet' 4:{1:6 2:5 3:3 4:'\\1\\2\\3'}", values[0]);
        Assert.AreEqual("0 1:'config' 9:{1:{1:'text'}} 8:{1:7 2:{2:{1:1}} 8:'a *b*'}", values[1]);
        StringAssert.StartsWith(values[2], "2 1:'weights' 5:{1:0 2:30 3:3 4:45 5:1125 6:[1,2,3,");
        StringAssert.EndsWith(values[2],
            ",30] 7:[1,0,0,0,0,0,0,0,0,0,0,0,0,0,0,1,0,0,0,0,0,0,0,0,0,0,0,0,0,1]}");
        StringAssert.StartsWith(values[3], "0 1:'_hparams_/session_start_info' 9:{1:{1:'hparams' 2:{3:{" +
            "1:{1:'seed' 2:{2:1}} 1:{1:'flip' 2:{4:1}} 1:{1:'data' 2:{3:'x'}} 5:");
    }

    /// <summary>As tf.summary.image of TensorFlow 2 lays them out: a tensor of texts, width, height and the first three files.</summary>
    [TestMethod]
    public void PicturesOfATensorAreFilesUnderOneName()
    {
        var data = tf.reshape(tf.constant(new[] { -1f, 0, 0.5f, 1, 2, 0.001f, 0.002f, 0.0039f }), (4, 1, 2, 1));
        using (var writer = new SummaryWriter(_folder))
        {
            writer.image("first", data, step: 7, max_outputs: 1);
            writer.image("bytes", tf.cast(tf.ones((4, 2, 3, 1)), tf.uint8), step: 8);
        }

        var values = ProtoText.Values(Only);
        var png = string.Concat(tf.io.encode_png(tf.constant(new byte[,,] { { { 0 }, { 0 } } })).Select(one => $"\\{one}"));
        Assert.AreEqual($"7 1:'first' 9:{{1:{{1:'images'}} 4:3}} 8:{{1:7 2:{{2:{{1:3}}}} 8:'2' 8:'1' 8:'{png}'}}", values[0]);
        StringAssert.StartsWith(values[1], "8 1:'bytes' 9:{1:{1:'images'} 4:3} 8:{1:7 2:{2:{1:5}} 8:'3' 8:'2' 8:'\\137\\80\\78\\71");
        Assert.ThrowsExactly<ArgumentException>(() => new SummaryWriter(_folder).image("a", tf.zeros((2, 2)), 1));
    }

    [TestMethod]
    public void ACutOrDamagedEndIsLeftOutAndWrittenOver()
    {
        using (var writer = new SummaryWriter(_folder))
            for (var step = 0; step < 4; step++)
                writer.scalar("loss", step, step);
        var whole = File.ReadAllBytes(Only);
        for (var length = whole.Length - 1; length > whole.Length - 40; length--)
        {
            File.WriteAllBytes(Only, whole[..length]);
            Assert.HasCount(4, EventReader.Read(Only), $"{length}");
        }

        for (var at = 40; at < whole.Length; at++)
        {
            var damaged = (byte[])whole.Clone();
            damaged[at] ^= 0x10;
            File.WriteAllBytes(Only, damaged);
            Assert.IsLessThan(5, EventReader.Read(Only).Count, $"{at}");
        }

        File.WriteAllBytes(Only, whole[..^3]);
        using (var writer = new SummaryWriter(_folder, (_, step) => step < 2))
        {
            Assert.IsTrue(writer.is_continued);
            writer.scalar("loss", 9, 2);
        }

        CollectionAssert.AreEqual(new[] { 0L, 0, 1, 2 }, EventReader.Read(Only).Select(one => one.Step).ToArray());
    }

    [TestMethod]
    public void AFolderThatCannotBeWrittenIsOneLine()
    {
        var file = Path.Combine(_folder, "file");
        File.WriteAllText(file, "");
        StringAssert.Contains(Assert.ThrowsExactly<IOException>(() => new SummaryWriter(file)).Message, "is a file, a folder was expected");
    }

    /// <summary>tensorflow/core/lib/hash/crc32c.h: rotated right by 15 bits, and a constant added.</summary>
    private static uint Masked(byte[] bytes) => ((Sum(bytes) >> 15) | (Sum(bytes) << 17)) + 0xa282ead8;

    /// <summary>CRC-32C bit by bit.</summary>
    private static uint Sum(byte[] bytes)
    {
        var sum = uint.MaxValue;
        foreach (var one in bytes)
        {
            sum ^= one;
            for (var bit = 0; bit < 8; bit++)
                sum = (sum >> 1) ^ ((sum & 1) != 0 ? 0x82f63b78u : 0);
        }

        return ~sum;
    }
}
