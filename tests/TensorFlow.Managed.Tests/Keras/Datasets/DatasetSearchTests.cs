using System.Runtime.InteropServices;
using Tensorflow.Keras.Datasets;
using Tensorflow.Keras.Datasets.Sources;

namespace Tensorflow.Tests.Keras.Datasets;

/// <summary>Which source is asked when, and what is said when none has the data.</summary>
[TestClass]
public sealed partial class DatasetSearchTests : IDisposable
{
    private const int Root = 0, Nobody = 65534;

    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [TestMethod]
    public void TheFirstSourceThatHasTheDataIsTheLastThatIsAsked()
    {
        TinyDataset.Write(_folder);
        var (first, second, third) = (new Source(null), new Source(_folder), new Source(_folder));
        TinyDataset.Check(new DatasetSearch(TinyDataset.Files, [first, second, third]).Load());
        Assert.AreEqual((1, 1, 0), (first.Asked, second.Asked, third.Asked));
    }

    [TestMethod]
    [DataRow(0)]
    [DataRow(1)]
    [DataRow(2)]
    [DataRow(3)]
    public void AFolderWithOneWrongFileIsPassedOver(int number)
    {
        TinyDataset.Write(_folder.File("bad"));
        TinyDataset.Spoil(_folder.File("bad"), number);
        TinyDataset.Write(_folder.File("good"), ending: "");
        TinyDataset.Check(new DatasetSearch(
            TinyDataset.Files, [new FolderSource("bad", _folder.File("bad")), new FolderSource("good", _folder.File("good"))]).Load());
    }

    [TestMethod]
    public void WhenNoneHasItOneLineSaysWhatWasTried()
    {
        TinyDataset.Write(_folder);
        TinyDataset.Spoil(_folder, 1);
        var search = new DatasetSearch(
            TinyDataset.Files,
            [new FolderSource("the variable", null), new FolderSource("the cache", _folder.File("none")),
                new FolderSource("the package", _folder)]);

        var error = Assert.ThrowsExactly<FileNotFoundException>(search.Load);

        foreach (var part in new[]
            { "the variable (not set)", "the cache (There is no folder", "the package (", "SHA-256", "dataset-fashion-mnist", "--data" })
            StringAssert.Contains(error.Message, part);
        Assert.IsFalse(error.Message.Contains('\n'));
    }

    [TestMethod]
    public void TheOrderIsCachePackagePublisherApt() => CollectionAssert.AreEqual(
        new[] { typeof(FolderSource), typeof(FolderSource), typeof(PublisherDownload), typeof(DebianDownload) },
        FashionMnist.DefaultSources().Select(source => source.GetType()).ToArray());

    [TestMethod]
    public void TheCacheFoldersVariableIsHeeded()
    {
        if (!OperatingSystem.IsLinux())
            return;
        using (new EnvironmentVariable("XDG_CACHE_HOME", _folder))
            Assert.AreEqual(_folder.File("fashion-gan/fashion-mnist"), FashionMnist.DefaultSources()[0].Provide(TinyDataset.Files));
        using (new EnvironmentVariable("XDG_CACHE_HOME", "relative"))
            StringAssert.EndsWith(CacheFolder.Path("x"), ".cache/fashion-gan/x");
    }

    [TestMethod]
    public void WhoeverSetsTheVariableMeansIt()
    {
        TinyDataset.Write(_folder.File("tiny"));
        Directory.CreateDirectory(_folder.File("empty"));
        foreach (var (folder, complaint) in new[]
        {
            ("none", "There is no folder"), ("empty", "holds no train-images-idx3-ubyte.gz"),
                ("tiny", "has the shape (5, 28, 28), not (60000, 28, 28)"),
            ("tiny/train-images-idx3-ubyte.gz", "is a file; a folder"),
        })
        {
            using var variable = new EnvironmentVariable("FASHION_MNIST_DIR", _folder.File(folder));
            var message = Assert.ThrowsExactly<IOException>(() => new FashionMnist().load_data()).Message;
            foreach (var part in new[] { $"FASHION_MNIST_DIR names {_folder.File(folder)}, which will not do: ", complaint, "--data" })
                StringAssert.Contains(message, part);
            Assert.IsFalse(message.Contains('\n'));
        }
    }

    [TestMethod]
    public void WhetherItIsAtHandIsSeenWithoutReading()
    {
        var mnist = new FashionMnist();
        // Right by their names is enough: reading 60,000 pictures to say so takes a second.
        TinyDataset.Write(_folder.File("named"), ending: "");
        Assert.IsTrue(mnist.is_at_hand(_folder.File("named")));
        Assert.IsFalse(mnist.is_at_hand(_folder.File("none")));
        // Who trains, or looks for neighbours, needs no test files.
        File.Delete(_folder.File("named/t10k-labels-idx1-ubyte"));
        Assert.IsTrue(mnist.is_at_hand(_folder.File("named")));
        File.Delete(_folder.File("named/train-images-idx3-ubyte"));
        Assert.IsFalse(mnist.is_at_hand(_folder.File("named")));

        TinyDataset.Write(_folder.File("variable"));
        using (new EnvironmentVariable("FASHION_MNIST_DIR", _folder.File("variable")))
            Assert.IsTrue(mnist.is_at_hand());
        using (new EnvironmentVariable("FASHION_MNIST_DIR", _folder.File("none")))
            Assert.IsFalse(mnist.is_at_hand());
        if (!OperatingSystem.IsLinux())
            return;
        TinyDataset.Write(_folder.File("cache/fashion-gan/fashion-mnist"));
        using (new EnvironmentVariable("FASHION_MNIST_DIR", ""))
        using (new EnvironmentVariable("XDG_CACHE_HOME", _folder.File("cache")))
            Assert.IsTrue(mnist.is_at_hand());
    }

    [TestMethod]
    public void TheVariablesFolderMustBeWholeAndGenuine()
    {
        TinyDataset.Write(_folder);
        TinyDataset.Check(TinyDataset.Files.LoadNamed("VARIABLE", _folder));
        TinyDataset.Spoil(_folder, 2);
        StringAssert.Contains(Assert.ThrowsExactly<IOException>(() => TinyDataset.Files.LoadNamed("VARIABLE", _folder)).Message,
            "is not the published file");
        File.Delete(_folder.File("t10k-images-idx3-ubyte.gz"));
        StringAssert.Contains(Assert.ThrowsExactly<IOException>(() => TinyDataset.Files.LoadNamed("VARIABLE", _folder)).Message,
            "holds no t10k-images-idx3-ubyte.gz");
    }

    [TestMethod]
    public void AFolderThatMayNotBeReadIsNotCalledEmpty()
    {
        var isRoot = Environment.IsPrivilegedProcess;
        if (OperatingSystem.IsWindows() || (isRoot && !OperatingSystem.IsLinux()))
        {
            Assert.Inconclusive("Nothing is forbidden to this user.");
            return;
        }

        var closed = _folder.File("closed");
        TinyDataset.Write(closed);
        File.SetUnixFileMode(closed, UnixFileMode.None);
        if (isRoot)
        {
            // No folder's mode stops root, so that this thread opens files as nobody, who must reach the folder.
            File.SetUnixFileMode(_folder, (UnixFileMode)0x1ED);
            SetFileUser(Nobody);
        }

        try
        {
            var error = Assert.ThrowsExactly<IOException>(() => new FashionMnist().load_data(closed));
            Assert.AreEqual($"{closed} cannot be read: permission denied.", error.Message);
        }
        finally
        {
            if (isRoot)
                SetFileUser(Root);
            File.SetUnixFileMode(closed, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        }
    }

    [TestMethod]
    public void AnyDataSetOfTheLayoutIsTakenFromANamedFolder()
    {
        TinyDataset.Write(_folder);
        TinyDataset.Check(new FashionMnist().load_data(_folder));
        var (x_train, y_train, x_test, y_test) = new FashionMnist().load_data(_folder);
        Assert.AreEqual((5L, 5L, 3L, 3L), (x_train.shape[0], y_train.shape[0], x_test.shape[0], y_test.shape[0]));
    }

    [TestMethod]
    [DataRow("train-images-idx3-ubyte", "(0, 28, 28)", "holds no pictures")]
    [DataRow("train-images-idx3-ubyte", "(5, 28, 27)", "28 x 28")]
    [DataRow("t10k-images-idx3-ubyte", "(3, 784)", "28 x 28")]
    [DataRow("train-labels-idx1-ubyte", "(4)", "5 pictures")]
    [DataRow("t10k-labels-idx1-ubyte", "(3, 1)", "3 pictures")]
    public void ItsSizesMustFit(string name, string shape, string complaint)
    {
        TinyDataset.Write(_folder);
        var sizes = new Shape([.. shape.Trim('(', ')').Split(", ").Select(long.Parse)]);
        IdxFile.save(_folder.File(name + ".gz"), Tensor.From<byte>(new byte[sizes.size], sizes));
        var error = Assert.ThrowsExactly<InvalidDataException>(() => new FashionMnist().load_data(_folder));
        StringAssert.Contains(error.Message, complaint);
        StringAssert.Contains(error.Message, name);
    }

    [TestMethod]
    public void AMissingFolderOrFileIsNamed()
    {
        StringAssert.Contains(Assert.ThrowsExactly<FileNotFoundException>(() => new FashionMnist().load_data(_folder.File("none"))).Message,
            _folder.File("none"));
        StringAssert.Contains(Assert.ThrowsExactly<FileNotFoundException>(() => new FashionMnist().load_data(_folder)).Message,
            "train-images-idx3-ubyte.gz");
    }

    private sealed class Source(string? folder) : IDatasetSource
    {
        public int Asked { get; private set; }

        public string Name => "a source";

        public string Provide(DatasetFiles files)
        {
            Asked++;
            return folder ?? throw new IOException("empty");
        }
    }

    /// <summary>As whom the calling thread, and no other, opens files from now on.</summary>
    [LibraryImport("libc", EntryPoint = "setfsuid")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static partial int SetFileUser(int user);
}
