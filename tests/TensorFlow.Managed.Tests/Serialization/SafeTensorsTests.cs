using System.Numerics.Tensors;
using System.Runtime.InteropServices;
using Tensorflow.Serialization;

namespace Tensorflow.Tests.Files;

/// <summary>safetensors: what is written is read, and nothing else is left behind.</summary>
[TestClass]
public class SafeTensorsTests
{
    private string _folder = "";

    private string File => Path.Combine(_folder, "model.safetensors");

    [TestInitialize]
    public void Begin() => _folder = Directory.CreateTempSubdirectory("safetensors").FullName;

    [TestCleanup]
    public void End() => Directory.Delete(_folder, recursive: true);

    [TestMethod]
    public void EveryTypeShapeAndNameComesBack()
    {
        (string, Tensor)[] tensors =
        [
            ("float", Tensor.From<float>([1.5f, float.NaN, float.NegativeInfinity, -0f, 5, 6], (2, 3))),
            ("double", Tensor.From<double>([Math.PI], Shape.Scalar)),
            ("int", Tensor.From<int>([int.MinValue, int.MaxValue], (2, 1))),
            ("long", Tensor.From<long>([long.MinValue, 0, 1], 3)),
            ("byte", Tensor.From<byte>([0, 255, 7], (1, 3, 1))),
            ("bool", Tensor.From<bool>([true, false, true], 3)),
            ("none", Tensor.From<float>([], (0, 4))),
            ("größer \"than\" / 名\n", Tensor.From<float>([1], 1)),
            ("", Tensor.From<float>([2], 1)),
        ];
        var metadata = new Dictionary<string, string> { ["seed"] = "1", ["text"] = "zwei \"Zeilen\"\nund ein Ende" };
        SafeTensors.save(File, tensors, metadata);
        var read = SafeTensors.load(File);
        CollectionAssert.AreEqual(tensors.Select(item => item.Item1).ToArray(), read.names.ToArray());
        CollectionAssert.AreEquivalent(metadata.ToArray(), read.metadata.ToArray());
        foreach (var (name, value) in tensors)
        {
            Assert.IsTrue(read.contains(name));
            Assert.AreEqual(value.shape, read.shape(name));
            var tensor = read.tensor(name);
            Assert.AreEqual((value.shape, value.dtype), (tensor.shape, tensor.dtype));
            CollectionAssert.AreEqual(Bytes(value), Bytes(tensor), name);
        }

        CollectionAssert.AreEqual(new[] { int.MinValue, int.MaxValue }, read.ToArray<int>("int"));
    }

    /// <summary>Every one of the 65,536, as TensorPrimitives converts it: numbers below the normal ones and the infinities, too.</summary>
    [TestMethod]
    public void Float16IsReadAsFloat32()
    {
        var bits = Enumerable.Range(0, 1 << 16).Select(value => (ushort)value).ToArray();
        var header = """{"half":{"dtype":"F16","shape":[256,256],"data_offsets":[0,131072]}}"""u8;
        using (var file = System.IO.File.Create(File))
        {
            file.Write(BitConverter.GetBytes((long)header.Length));
            file.Write(header);
            file.Write(MemoryMarshal.AsBytes<ushort>(bits));
        }

        var expected = new float[bits.Length];
        TensorPrimitives.ConvertToSingle(MemoryMarshal.Cast<ushort, Half>(bits), expected);
        var read = SafeTensors.load(File);
        CollectionAssert.AreEqual(expected, read.ToArray<float>("half"));
        Assert.AreEqual((new Shape(256, 256), TF_DataType.TF_FLOAT), (read.tensor("half").shape, read.tensor("half").dtype));
        CollectionAssert.AreEqual(expected, read.tensor("half").ToArray<float>());
    }

    [TestMethod]
    public void BFloat16IsTheUpperHalfOfAFloat32()
    {
        float[] values = [1, -2.5f, 0, -0f, float.PositiveInfinity, float.NaN, 3.3895314e38f, BitConverter.UInt32BitsToSingle(1 << 16)];
        Write("""{"b":{"dtype":"BF16","shape":[2,4],"data_offsets":[0,16]}}""",
            Array.ConvertAll(values, value => (ushort)(BitConverter.SingleToUInt32Bits(value) >> 16)));
        var read = SafeTensors.load(File);
        CollectionAssert.AreEqual(values, read.ToArray<float>("b"));
        Assert.AreEqual((new Shape(2, 4), TF_DataType.TF_FLOAT), (read.tensor("b").shape, read.tensor("b").dtype));
    }

    /// <summary>What another tool may do: tensors in any order, all texts at the end, fields that nobody asks for, whitespace of every
    /// kind, empty tensors between others, a length that is no multiple of 8, escaped names, null for no texts.</summary>
    [TestMethod]
    public void UnusualHeadersAreTaken()
    {
        Write("""
            { "b" : {"data_offsets":[8,12],"extra":{"x":[1]},"shape":[2],"dtype":"F16"},
            	"scalar":{"dtype":"F32","shape":[],"data_offsets":[4,8]}, "\u00e4":{"dtype":"I8","shape":[0,3],"data_offsets":[8,8]},
              "empty":{"dtype":"F32","shape":[7,0],"data_offsets":[0,0]}, "four":{"dtype":"F4","shape":[2,4],"data_offsets":[0,4]},
              "__metadata__": {"format":"pt","":""} }
            """ + " \t\r\n   ", [1, 2, 0, 0x3F80, 0x3C00, 0xC000]);
        var read = SafeTensors.load(File);
        CollectionAssert.AreEquivalent(new[] { "b", "scalar", "ä", "empty", "four" }, read.names.ToArray());
        CollectionAssert.AreEqual(new[] { 1f, -2f }, read.ToArray<float>("b"));
        CollectionAssert.AreEqual(new[] { 1f }, read.ToArray<float>("scalar"));
        Assert.AreEqual((new Shape(7, 0), 0), (read.tensor("empty").shape, read.ToArray<float>("empty").Length));
        Assert.AreEqual((2, "pt"), (read.metadata.Count, read.metadata["format"]));
        Write("""{"__metadata__":null}""", []);
        Assert.IsEmpty(SafeTensors.load(File).names);
    }

    private void Write(string header, ushort[] elements)
    {
        var bytes = System.Text.Encoding.UTF8.GetBytes(header);
        System.IO.File.WriteAllBytes(
            File, [.. BitConverter.GetBytes((long)bytes.Length), .. bytes, .. MemoryMarshal.AsBytes<ushort>(elements)]);
    }

    [TestMethod]
    public void AFileWithoutTensorsIsAFile()
    {
        SafeTensors.save(File, []);
        Assert.IsEmpty(SafeTensors.load(File).names);
        Assert.IsEmpty(SafeTensors.load(File).metadata);
    }

    [TestMethod]
    public void ElementsAreAligned()
    {
        for (var length = 1; length < 20; length++)
        {
            SafeTensors.save(File, [(new string('n', length), Tensor.From<float>([1], 1))]);
            Assert.AreEqual(0, (new FileInfo(File).Length - 4) % 8);
        }
    }

    [TestMethod]
    public void AnErrorWhileWritingLeavesWhatWasThere()
    {
        SafeTensors.save(File, [("a", (Tensor)1f)]);
        var before = System.IO.File.ReadAllBytes(File);
        var gone = Tensor.From<float>([1, 2], 2);
        gone.Dispose();
        Assert.ThrowsExactly<ObjectDisposedException>(() => SafeTensors.save(File, [("a", (Tensor)2f), ("b", gone)]));
        CollectionAssert.AreEqual(before, System.IO.File.ReadAllBytes(File));
        CollectionAssert.AreEqual(new[] { File }, Directory.GetFiles(_folder));
    }

    [TestMethod]
    public void TwoTensorsCannotHaveOneName()
    {
        var error = Assert.ThrowsExactly<ArgumentException>(() => SafeTensors.save(File, [("a", (Tensor)1f), ("a", (Tensor)2f)]));
        Assert.AreEqual("Two tensors cannot both be named 'a' in one file.", error.Message);
        error = Assert.ThrowsExactly<ArgumentException>(() => SafeTensors.save(File, [("__metadata__", (Tensor)1f)]));
        Assert.AreEqual("A tensor in a safetensors file cannot be named '__metadata__': the format keeps that name for itself.",
            error.Message);
        Assert.IsEmpty(Directory.GetFiles(_folder));
    }

    [TestMethod]
    public void MissingTensorsFoldersAndTypesAreNamed()
    {
        SafeTensors.save(File, [("a", (Tensor)1f)]);
        var file = SafeTensors.load(File);
        Assert.AreEqual($"{File}: there is no tensor 'b' in this file.",
            Assert.ThrowsExactly<KeyNotFoundException>(() => file.tensor("b")).Message);
        Assert.AreEqual($"{File}: a holds float32, not int32.",
            Assert.ThrowsExactly<ArgumentException>(() => file.ToArray<int>("a")).Message);
        var nowhere = Path.Combine(_folder, "no", "model.safetensors");
        Assert.Contains(nowhere, Assert.ThrowsExactly<IOException>(() => SafeTensors.save(nowhere, [("a", (Tensor)1f)])).Message);
        Assert.Contains(nowhere, Assert.ThrowsExactly<DirectoryNotFoundException>(() => SafeTensors.load(nowhere)).Message);
        Assert.Contains(File + "x", Assert.ThrowsExactly<FileNotFoundException>(() => SafeTensors.load(File + "x")).Message);
    }

    private static byte[] Bytes(Tensor tensor)
    {
        var bytes = new byte[tensor.ByteLength];
        Tensor.Device.CopyToHost(tensor.Storage, 0, bytes);
        return bytes;
    }

    [TestMethod]
    public void AChecksumCoversTextsNamesTypesShapesAndElements()
    {
        Tensor values = Tensor.From<float>([1, 2, 3, 4], (2, 2)), other = Tensor.From<float>([1, 2, 3, 5], (2, 2));
        var texts = new Dictionary<string, string> { ["b"] = "2", ["a"] = "1" };
        SafeTensors.save(File, [("x", values)], texts, checksum: true);
        var file = SafeTensors.load(File);
        file.require_checksum();
        var sums = new HashSet<string> { file.metadata["sha256"] };
        foreach (var (tensors, metadata) in new ((string, Tensor)[], Dictionary<string, string>)[]
        {
            ([("x", other)], texts),
            ([("y", values)], texts),
            ([("x", Tensor.From<float>([1, 2, 3, 4], 4))], texts),
            ([("x", Tensor.From<int>([0x3f800000, 0x40000000, 0x40400000, 0x40800000], (2, 2)))], texts),
            ([("x", values)], new() { ["b"] = "1", ["a"] = "2" }),
            ([("x", values)], new() { ["b"] = "2a", ["a"] = "1" }),
        })
        {
            SafeTensors.save(File, tensors, metadata, checksum: true);
            SafeTensors.load(File).require_checksum();
            SafeTensors.verify(File);
            Assert.IsTrue(sums.Add(SafeTensors.load(File).metadata["sha256"]), "two files have one checksum");
        }

        // Someone else's sum, and none.
        SafeTensors.save(File, [("x", values)], new Dictionary<string, string>(texts) { ["sha256"] = sums.Last() });
        StringAssert.Contains(Assert.ThrowsExactly<InvalidDataException>(SafeTensors.load(File).require_checksum).Message, "damaged");
        StringAssert.Contains(Assert.ThrowsExactly<InvalidDataException>(() => SafeTensors.verify(File)).Message, "damaged");
        SafeTensors.save(File, [("x", values)], texts);
        StringAssert.Contains(Assert.ThrowsExactly<InvalidDataException>(SafeTensors.load(File).require_checksum).Message, "no checksum");
        StringAssert.Contains(Assert.ThrowsExactly<InvalidDataException>(() => SafeTensors.verify(File)).Message, "no checksum");
    }

    [TestMethod]
    public void VerifyingFindsEveryDamageAndTakesLargeTensors()
    {
        // Several of the pieces that a file is read in, and an odd rest.
        SafeTensors.save(File, [("x", Tensor.From<byte>(new byte[300_001], 300_001)), ("empty", Tensor.From<float>([], 0))],
            checksum: true);
        SafeTensors.verify(File);
        var bytes = System.IO.File.ReadAllBytes(File);
        foreach (var place in new[] { bytes.Length - 1, bytes.Length - 150_000, bytes.Length - 300_001 })
        {
            var damaged = (byte[])bytes.Clone();
            damaged[place] ^= 4;
            System.IO.File.WriteAllBytes(File, damaged);
            StringAssert.Contains(Assert.ThrowsExactly<InvalidDataException>(() => SafeTensors.verify(File)).Message, "damaged");
        }

        System.IO.File.WriteAllBytes(File, bytes[..^1]);
        StringAssert.Contains(Assert.ThrowsExactly<InvalidDataException>(() => SafeTensors.verify(File)).Message, "cut short");
        System.IO.File.WriteAllBytes(File, [.. bytes, 0]);
        StringAssert.Contains(Assert.ThrowsExactly<InvalidDataException>(() => SafeTensors.verify(File)).Message, "something follows");
    }
}
