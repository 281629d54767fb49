using System.IO.Compression;
using Tensorflow.Keras.Datasets;

namespace Tensorflow.Tests.Keras.Datasets;

/// <summary>IDX files: what is written is read, and no damage gets through.</summary>
[TestClass]
public sealed class IdxFileTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [TestMethod]
    [DataRow("images-idx3-ubyte")]
    [DataRow("images-idx3-ubyte.gz")]
    [DataRow("IMAGES.GZ")]
    public void WhatIsWrittenIsRead(string name)
    {
        var path = _folder.File(name);
        var values = Enumerable.Range(0, 2 * 3 * 5).Select(i => (byte)(i * 9)).ToArray();
        IdxFile.save(path, Tensor.From<byte>(values, (2, 3, 5)));

        var read = IdxFile.load(path);

        Assert.AreEqual(new Shape(2, 3, 5), read.shape);
        Assert.AreEqual(TF_DataType.TF_UINT8, read.dtype);
        CollectionAssert.AreEqual(values, read.ToArray<byte>());
        Assert.AreEqual(1, Directory.GetFileSystemEntries(_folder).Length, "something was left beside the file");
        Assert.AreEqual(name.EndsWith("gz", StringComparison.OrdinalIgnoreCase), File.ReadAllBytes(path)[0] == 0x1f);
    }

    [TestMethod]
    public void TheLayoutIsTheFormats()
    {
        IdxFile.save(_folder.File("a"), Tensor.From<byte>([7, 8], 2));
        Assert.AreEqual("00000801" + "00000002" + "0708", Convert.ToHexString(File.ReadAllBytes(_folder.File("a"))));
    }

    [TestMethod]
    public void ContentTellsCompressionNotTheName()
    {
        Write("plain.gz", Plain);
        Write("packed", Gzip(Plain));
        CollectionAssert.AreEqual(new byte[] { 1, 2, 3 }, IdxFile.load(_folder.File("plain.gz")).ToArray<byte>());
        CollectionAssert.AreEqual(new byte[] { 1, 2, 3 }, IdxFile.load(_folder.File("packed")).ToArray<byte>());
    }

    [TestMethod]
    public void AnEmptyArrayIsAnArray() =>
        Assert.AreEqual(
            new Shape(0, 28, 28), IdxFile.load(Write("empty", Convert.FromHexString("00000803000000000000001C0000001C"))).shape);

    [TestMethod]
    [DataRow("", "cut short")]
    [DataRow("000008", "cut short")]
    [DataRow("0000080300000001", "cut short")]
    [DataRow("0000080100000003" + "0102", "cut short")]
    [DataRow("0000080100000003" + "01020304", "bytes follow")]
    [DataRow("0001080100000003" + "010203", "not an IDX file")]
    [DataRow("89504E470D0A1A0A", "not an IDX file")]
    [DataRow("00000D0100000001" + "3F800000", "element type 0x0d")]
    [DataRow("00000800", "0 axes")]
    [DataRow("000008FF", "255 axes")]
    [DataRow("00000803FFFFFFFFFFFFFFFFFFFFFFFF", "more than this reader takes")]
    [DataRow("00000804" + "00010000" + "00010000" + "00010000" + "00010000", "more than this reader takes")]
    [DataRow("00000801" + "7FFFFFFF", "more than this reader takes")]
    [DataRow("00000801" + "7FFFFF00", "cut short")]
    public void DamageIsNamed(string content, string complaint)
    {
        foreach (var bytes in new[] { Convert.FromHexString(content), Gzip(Convert.FromHexString(content)) })
        {
            var path = Write("damaged", bytes);
            var error = Assert.ThrowsExactly<InvalidDataException>(() => IdxFile.load(path));
            StringAssert.StartsWith(error.Message, path);
            StringAssert.Contains(error.Message, complaint);
            Assert.IsFalse(error.Message.Contains('\n'));
        }
    }

    [TestMethod]
    public void EveryCutOfACompressedFileIsToldAsOne()
    {
        var content = Content(1000);
        var whole = Gzip(content);
        for (var length = 0; length < whole.Length; length++)
        {
            var path = Write("cut.gz", whole[..length]);
            var message = Assert.ThrowsExactly<InvalidDataException>(() => IdxFile.load(path), $"{length} of {whole.Length} bytes").Message;
            // Of the sum at the end nothing tells a cut from what may follow.
            var complaint = length < whole.Length - 8 ? "cut short" : "damaged file: the end of its compressed data is cut off";
            StringAssert.Contains(message, complaint, $"{length} of {whole.Length} bytes");
        }
    }

    [TestMethod]
    public void PartsThatFollowEachOtherAreOneFile()
    {
        var content = Content(100_000);
        byte[] first = Gzip(content[..5]), second = Gzip(content[5..60_000]), third = Gzip(content[60_000..]);
        byte[] whole = [.. first, .. second, .. third];
        CollectionAssert.AreEqual(content[8..], IdxFile.load(Write("parts.gz", whole)).ToArray<byte>());

        Damaged([.. first, .. second], "damaged file, cut short");
        Damaged(whole[..^1], "the end of its compressed data is cut off");
        Damaged(whole[..^8], "the end of its compressed data is cut off");
        Damaged(whole[..(first.Length + second.Length - 4)], "cut short");
        Damaged([.. whole, .. Gzip([7])], "bytes follow the 99992 elements");
        whole[^6] ^= 1; // The last part's sum.
        Damaged(whole, "damaged file: its compressed data are altered");
    }

    [TestMethod]
    public void BytesAfterACompressedFileAreFound()
    {
        var whole = Gzip(Plain);
        Damaged([.. whole, 1, 2, 3, 4, 5, 6, 7, 8], "or other bytes follow it");
        Damaged([.. whole, .. new byte[512]], "or other bytes follow it");
        Damaged([.. whole, 0x1f], "or other bytes follow it");
    }

    private void Damaged(byte[] file, string complaint)
    {
        var path = Write("damaged.gz", file);
        var message = Assert.ThrowsExactly<InvalidDataException>(() => IdxFile.load(path)).Message;
        StringAssert.StartsWith(message, path);
        StringAssert.Contains(message, complaint);
    }

    /// <summary>An IDX file of a length in bytes that does not shrink.</summary>
    private static byte[] Content(int length)
    {
        var content = Noise(length);
        Convert.FromHexString("00000801").CopyTo(content, 0);
        System.Buffers.Binary.BinaryPrimitives.WriteInt32BigEndian(content.AsSpan(4), length - 8);
        return content;
    }

    [TestMethod]
    public void AWrongSumOfACompressedFileIsFound()
    {
        var bytes = Gzip(Plain);
        bytes[^5] ^= 1; // The last byte of the CRC; four bytes of length follow it.
        Assert.ThrowsExactly<InvalidDataException>(() => IdxFile.load(Write("sum.gz", bytes)));
    }

    [TestMethod]
    public void EveryFlippedByteOfACompressedFileIsDamage()
    {
        var whole = Gzip(Plain);
        // From the compression method on; flags that are not set, the time and the system (bytes 4 to 9) say nothing of the content.
        foreach (var place in Enumerable.Range(10, whole.Length - 10).Prepend(2))
        {
            var bytes = whole.ToArray();
            bytes[place] ^= 0xff;
            var path = Write("flipped.gz", bytes);
            StringAssert.StartsWith(Assert.ThrowsExactly<InvalidDataException>(() => IdxFile.load(path)).Message,
                $"{path}: damaged file", $"byte {place} of {whole.Length}");
        }
    }

    [TestMethod]
    public void ABombIsNotBlownUp()
    {
        // A head that promises three bytes, and 64 MiB of zeros: only the first byte too many is ever unpacked.
        var bomb = new byte[64 << 20];
        Convert.FromHexString("0000080100000003").CopyTo(bomb, 0);
        var path = Write("bomb.gz", Gzip(bomb));
        var before = GC.GetAllocatedBytesForCurrentThread();
        Assert.ThrowsExactly<InvalidDataException>(() => IdxFile.load(path));
        Assert.IsLessThan(1 << 20, GC.GetAllocatedBytesForCurrentThread() - before);
    }

    [TestMethod]
    public void AHeadThatPromisesTooMuchAllocatesNothing()
    {
        var path = Write("promise.gz", Gzip(Convert.FromHexString("000008017FFFFF00")));
        var before = GC.GetAllocatedBytesForCurrentThread();
        Assert.ThrowsExactly<InvalidDataException>(() => IdxFile.load(path));
        Assert.IsLessThan(1 << 20, GC.GetAllocatedBytesForCurrentThread() - before);
    }

    [TestMethod]
    public void AHeadThatPromisesMoreThanTheTrailerAllocatesNothing()
    {
        // A mebibyte of noise could hold a gibibyte; the trailer says that it does not.
        var path = Write("trailer.gz", Gzip([.. Convert.FromHexString("000008013FFFFF00"), .. Noise(1 << 20)]));
        var before = GC.GetAllocatedBytesForCurrentThread();
        StringAssert.Contains(Assert.ThrowsExactly<InvalidDataException>(() => IdxFile.load(path)).Message, "cut short");
        Assert.IsLessThan(1 << 20, GC.GetAllocatedBytesForCurrentThread() - before);
    }

    [TestMethod]
    public void ABombThatKeepsItsPromiseIsRefusedByItsSize()
    {
        var bytes = Gzip([.. Convert.FromHexString("0000080140000001"), .. Noise(5 << 18)]);
        BitConverter.GetBytes(0x40000001 + 8).CopyTo(bytes, bytes.Length - 4);
        var path = Write("honest.gz", bytes);
        var before = GC.GetAllocatedBytesForCurrentThread();
        StringAssert.Contains(Assert.ThrowsExactly<InvalidDataException>(() => IdxFile.load(path)).Message,
            "1073741833 bytes; a compressed file with more than 1073741824");
        Assert.IsLessThan(1 << 20, GC.GetAllocatedBytesForCurrentThread() - before);
    }

    [TestMethod]
    public void OtherTypesAndShapesAreRefused()
    {
        StringAssert.Contains(Assert.ThrowsExactly<ArgumentException>(() => IdxFile.save(_folder.File("a"), new float[] { 1 })).Message,
            "float32");
        StringAssert.Contains(Assert.ThrowsExactly<ArgumentException>(
            () => IdxFile.save(_folder.File("a"), Tensor.From<byte>([1], Shape.Scalar))).Message, "axes");
        Assert.AreEqual(0, Directory.GetFileSystemEntries(_folder).Length);
    }

    [TestMethod]
    public void AnErrorLeavesTheOldFile()
    {
        IdxFile.save(_folder.File("a"), Tensor.From<byte>([1], 1));
        Assert.ThrowsExactly<IOException>(() => Serialization.AtomicFile.Write(_folder.File("a"), stream =>
        {
            stream.WriteByte(9);
            throw new IOException("the disk is full");
        }));
        CollectionAssert.AreEqual(new byte[] { 1 }, IdxFile.load(_folder.File("a")).ToArray<byte>());
        Assert.AreEqual(1, Directory.GetFileSystemEntries(_folder).Length);
    }

    [TestMethod]
    public void AFolderThatIsNotThereIsNamed()
    {
        var error = Assert.ThrowsExactly<IOException>(() => IdxFile.save(_folder.File("none/a"), Tensor.From<byte>([1], 1)));
        StringAssert.Contains(error.Message, "there is no folder " + _folder.File("none"));
        StringAssert.Contains(Assert.ThrowsExactly<IOException>(() => IdxFile.load(_folder)).Message, "is a folder");
    }

    [TestMethod]
    public void APipeIsToldAsOne()
    {
        if (!OperatingSystem.IsLinux())
            return;
        using var pipe = new System.IO.Pipes.AnonymousPipeServerStream(System.IO.Pipes.PipeDirection.Out);
        var path = $"/proc/self/fd/{pipe.ClientSafePipeHandle.DangerousGetHandle()}";
        Assert.AreEqual($"{path} is a pipe, not a file.", Assert.ThrowsExactly<InvalidDataException>(() => IdxFile.load(path)).Message);
    }

    private static byte[] Plain => Convert.FromHexString("0000080100000003010203");

    private static byte[] Noise(int length)
    {
        var bytes = new byte[length];
        new System.Random(1).NextBytes(bytes);
        return bytes;
    }

    private static byte[] Gzip(byte[] content)
    {
        using var packed = new MemoryStream();
        using (var gzip = new GZipStream(packed, CompressionLevel.Optimal))
            gzip.Write(content);
        return packed.ToArray();
    }

    private string Write(string name, byte[] content)
    {
        File.WriteAllBytes(_folder.File(name), content);
        return _folder.File(name);
    }
}
