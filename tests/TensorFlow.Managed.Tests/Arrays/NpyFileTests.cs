using System.Diagnostics;
using System.IO.Compression;
using System.Text;
using Tensorflow.NumPy;

namespace Tensorflow.Tests.Arrays;

/// <summary>NumPy's files: those that NumPy wrote are read, and NumPy reads those that are written.</summary>
[TestClass]
public class NpyFileTests
{
    private static readonly string s_made = Path.Combine(AppContext.BaseDirectory, "numpy");

    private string _folder = "";

    [TestInitialize]
    public void Begin() => _folder = Directory.CreateTempSubdirectory("npy").FullName;

    [TestCleanup]
    public void End() => Directory.Delete(_folder, recursive: true);

    [TestMethod]
    public void EveryTypeThatNumPyWroteIsRead()
    {
        var file = np.loadz(Path.Combine(s_made, "numpy.npz"));
        Check("f4", TF_DataType.TF_FLOAT, -1f, 0f, 1f, 2f, 3f, 4f);
        Check("f2", TF_DataType.TF_FLOAT, -1f, 0f, 1f, 2f, 3f, 4f);
        Check("f8", TF_DataType.TF_DOUBLE, -1d, 0d, 1d, 2d, 3d, 4d);
        Check("i1", TF_DataType.TF_INT32, -1, 0, 1, 2, 3, 4);
        Check("i2", TF_DataType.TF_INT32, -1, 0, 1, 2, 3, 4);
        Check("u2", TF_DataType.TF_INT32, 65535, 0, 1, 2, 3, 4);
        Check("i4", TF_DataType.TF_INT32, -1, 0, 1, 2, 3, 4);
        Check("i8", TF_DataType.TF_INT64, -1L, 0L, 1L, 2L, 3L, 4L);
        Check("u4", TF_DataType.TF_INT64, 4294967295L, 0L, 1L, 2L, 3L, 4L);
        Check<byte>("u1", TF_DataType.TF_UINT8, 255, 0, 1, 2, 3, 4);
        Check("?", TF_DataType.TF_BOOL, true, false, true, true, true, true);

        void Check<T>(string type, TF_DataType dtype, params T[] values) where T : unmanaged
        {
            var array = file["type_" + type];
            Assert.AreEqual((dtype, new Shape(2, 3)), (array.dtype, array.shape), type);
            CollectionAssert.AreEqual(values, array.ToArray<T>(), type);
        }
    }

    [TestMethod]
    public void OtherOrdersOfBytesAndAxesAreRead()
    {
        var file = np.loadz(Path.Combine(s_made, "numpy.npz"));
        CollectionAssert.AreEqual(new[] { -1f, 0, 1, 2, 3, 4 }, file["big_f4"].ToArray<float>());
        CollectionAssert.AreEqual(new[] { -1, 0, 1, 2, 3, 4 }, file["big_i2"].ToArray<int>());
        Assert.AreEqual(new Shape(2, 3), file["fortran"].shape);
        CollectionAssert.AreEqual(new long[] { 0, 1, 2, 3, 4, 5 }, file["fortran"].ToArray<long>());
        Assert.AreEqual(new Shape(2, 3, 4), file["fortran_3d"].shape);
        CollectionAssert.AreEqual(Enumerable.Range(0, 24).Select(i => (long)i).ToArray(), file["fortran_3d"].ToArray<long>());
        Assert.AreEqual((Shape.Scalar, 1.5f), (file["scalar.npy"].shape, file["scalar"].ToArray<float>()[0]));
        CollectionAssert.AreEqual(new long[] { 0, 1, 2 }, file["vector"].ToArray<long>());
        Assert.AreEqual((new Shape(0, 4), TF_DataType.TF_DOUBLE), (file["empty"].shape, file["empty"].dtype));
        CollectionAssert.AreEqual(new[] { 65504f, -65504f, float.PositiveInfinity, float.NaN }, file["edges_f2"].ToArray<float>());
        CollectionAssert.AreEqual(new[] { 0L, 4294967295L }, file["edges_u4"].ToArray<long>());
        CollectionAssert.AreEqual(new long[] { 0, 1, 2, 3, 4, 5 }, np.load(Path.Combine(s_made, "version_2.npy")).ToArray<long>());
    }

    [TestMethod]
    [DataRow("objects", "'|O'")]
    [DataRow("texts", "'<U2'")]
    [DataRow("structures", "structures")]
    [DataRow("complex", "'<c16'")]
    [DataRow("unsigned", "'<u8'")]
    public void WhatIsNotReadIsNamedAndTheOthersAre(string name, string complaint)
    {
        var file = np.loadz(Path.Combine(s_made, "objects.npz"));
        var error = Assert.ThrowsExactly<InvalidDataException>(() => file[name]);
        StringAssert.Contains(error.Message, $"objects.npz: array '{name}': its elements are ");
        StringAssert.Contains(error.Message, complaint);
        CollectionAssert.AreEqual(new long[] { 0, 1 }, file["plain"].ToArray<long>());
        StringAssert.Contains(Assert.ThrowsExactly<KeyNotFoundException>(() => file["more"]).Message,
            "there is no array 'more' in this file; it has objects, texts, structures, complex, unsigned, plain.");
    }

    [TestMethod]
    public void WhatIsWrittenIsReadAgain()
    {
        var (npy, npz) = (Path.Combine(_folder, "a.npy"), Path.Combine(_folder, "a.npz"));
        foreach (var array in Arrays())
        {
            np.save(npy, array);
            Same(array, np.load(npy));
        }

        np.savez(npz, Arrays());
        var file = np.loadz(npz);
        CollectionAssert.AreEqual(Arrays().Select((_, i) => $"arr_{i}").ToArray(), file.Keys.ToArray());
        foreach (var (i, array) in Arrays().Index())
            Same(array, file[$"arr_{i}"]);
        np.savez_compressed(npz, Arrays().Index().ToDictionary(one => $"of {one.Item.shape}", one => one.Item));
        foreach (var array in Arrays())
            Same(array, np.loadz(npz)[$"of {array.shape}.npy"]);
        var first = File.ReadAllBytes(npz);
        np.savez_compressed(npz, Arrays().Index().ToDictionary(one => $"of {one.Item.shape}", one => one.Item));
        CollectionAssert.AreEqual(first, File.ReadAllBytes(npz), "The same arrays gave other bytes.");
    }

    [TestMethod]
    public void NumPyReadsWhatIsWritten()
    {
        var path = Path.Combine(_folder, "a.npz");
        np.savez_compressed(path, Arrays());
        const string Show =
            "import sys, numpy as np\nfor name, a in np.load(sys.argv[1]).items(): print(name, a.dtype, a.shape, a.ravel()[:3].tolist())";
        // Another one than the system's may come first and have no NumPy.
        var output = Output("python3", ["-I", "-c", Show, path]) ?? Output("/usr/bin/python3", ["-I", "-c", Show, path]);
        if (output is null)
            Assert.Inconclusive("There is no Python with NumPy here.");
        Assert.AreEqual("""
            arr_0 float32 (2, 3) [1.5, 2.0, 3.0]
            arr_1 float64 () [0.1]
            arr_2 int32 (3,) [-1, 0, 1]
            arr_3 int64 (1, 2) [-9223372036854775808, 9223372036854775807]
            arr_4 uint8 (2, 2, 1) [0, 255, 7]
            arr_5 bool (2,) [True, False]
            arr_6 float32 (0, 4) []

            """, output);
    }

    [TestMethod]
    public void EveryCutAndEveryLieIsOneLine()
    {
        var valid = Saved(np.array(1f, 2f, 3f));
        for (var length = 0; length < valid.Length; length++)
            Refused(valid[..length]);
        Refused([.. valid, 0], "bytes follow");
        Refused(Headed("{'descr': '<f4', 'fortran_order': False, 'shape': (268435456,), }", 4), "cut short");
        Refused(Headed("{'descr': '<f4', 'fortran_order': False, 'shape': (99999999999999999999,), }", 4), "damaged");
        Refused(Headed("{'descr': '<f4', 'fortran_order': False, 'shape': (65536, 65536, 65536, 65536), }", 4), "more than this reader");
        Refused(Headed("{'descr': '<f4', 'fortran_order': False, 'shape': (0, 99999999999), }", 0), "more than this reader");
        Refused(Headed("{'descr': '<f4', 'fortran_order': false, 'shape': (1,), }", 4), "damaged");
        Refused(Headed("{'descr': '<f4', 'shape': (1,), }", 4), "damaged");
        Refused(Headed("{'descr': '<f4', 'fortran_order': False, 'shape': (1,), 'shape': (1,)}", 4), "damaged");
        Refused(Headed("{'descr': '<f4', 'fortran_order': False, 'shape': (1,), 'more': 'x'}", 4), "damaged");
        Refused(Headed("{'descr': '<f4', 'fortran_order': False, 'shape': (-1,), }", 4), "damaged");
        Refused(Headed("{'descr': '|b1', 'fortran_order': False, 'shape': (1,), }", 1, fill: 2), "truth value");
        // As NumPy under Python 2 wrote it, and with the keys in another order.
        CollectionAssert.AreEqual(new[] { 0f }, Loaded(Headed("{'shape': (1L,), 'fortran_order': False, 'descr': '<f4'}", 4))
            .ToArray<float>());

        void Refused(byte[] bytes, string complaint = "")
        {
            var error = Assert.ThrowsExactly<InvalidDataException>(() => Loaded(bytes));
            StringAssert.Contains(error.Message, complaint);
            Assert.IsFalse(error.Message.Contains('\n', StringComparison.Ordinal));
        }
    }

    [TestMethod]
    public void AnArchiveThatClaimsMoreThanItsBytesCanHoldIsRefused()
    {
        var path = Path.Combine(_folder, "a.npz");
        using (var archive = new ZipArchive(File.Create(path), ZipArchiveMode.Create))
        using (var entry = archive.CreateEntry("a.npy").Open())
            entry.Write(Headed("{'descr': '|u1', 'fortran_order': False, 'shape': (1000000,), }", 100_000));
        StringAssert.Contains(Assert.ThrowsExactly<InvalidDataException>(() => np.loadz(path)["a"]).Message, "array 'a': damaged file");
        File.WriteAllBytes(path, "no archive"u8.ToArray());
        Assert.AreEqual($"{path}: not a .npz file, or a damaged one: its table of arrays cannot be read.",
            Assert.ThrowsExactly<InvalidDataException>(() => np.loadz(path)).Message);
        StringAssert.StartsWith(Assert.ThrowsExactly<FileNotFoundException>(() => np.load(path + "x")).Message, "There is no file ");
    }

    /// <summary>What a program prints; null where it is not there or has no NumPy.</summary>
    private static string? Output(string program, string[] arguments)
    {
        try
        {
            using var process = Process.Start(new ProcessStartInfo(program, arguments)
                { RedirectStandardOutput = true, RedirectStandardError = true })!;
            var (output, error) = (process.StandardOutput.ReadToEnd(), process.StandardError.ReadToEnd());
            if (error.Contains("No module named 'numpy'", StringComparison.Ordinal))
                return null;
            Assert.AreEqual("", error);
            return output;
        }
        catch (System.ComponentModel.Win32Exception)
        {
            return null;
        }
    }

    private static NDArray[] Arrays() =>
    [
        np.array(1.5f, 2, 3, 4, 5, 6).reshape((2, 3)), np.array(0.1).reshape(Shape.Scalar), np.array(-1, 0, 1),
        np.array(long.MinValue, long.MaxValue).reshape((1, 2)), np.array<byte>(0, 255, 7, 1).reshape((2, 2, 1)), np.array(true, false),
        np.zeros((0, 4), np.float32),
    ];

    private static void Same(NDArray expected, NDArray actual)
    {
        Assert.AreEqual((expected.shape, expected.dtype), (actual.shape, actual.dtype));
        Assert.AreEqual(expected.ToString(), actual.ToString());
    }

    private byte[] Saved(NDArray array)
    {
        var path = Path.Combine(_folder, "saved.npy");
        np.save(path, array);
        return File.ReadAllBytes(path);
    }

    private NDArray Loaded(byte[] bytes)
    {
        var path = Path.Combine(_folder, "loaded.npy");
        File.WriteAllBytes(path, bytes);
        return np.load(path);
    }

    private static byte[] Headed(string head, int elements, byte fill = 0) =>
    [
        0x93, .. "NUMPY"u8, 1, 0, (byte)head.Length, (byte)(head.Length >> 8), .. Encoding.ASCII.GetBytes(head),
        .. Enumerable.Repeat(fill, elements),
    ];
}
