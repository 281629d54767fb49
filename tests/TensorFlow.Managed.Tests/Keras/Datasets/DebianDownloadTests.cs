using System.Runtime.Versioning;
using Tensorflow.Keras.Datasets;
using Tensorflow.Keras.Datasets.Sources;

namespace Tensorflow.Tests.Keras.Datasets;

/// <summary>The download by apt, with scripts in the place of apt-get and dpkg-deb: no network.</summary>
[TestClass]
[OSCondition(OperatingSystems.Linux)]
[SupportedOSPlatform("linux")]
public sealed class DebianDownloadTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    private string Cache => _folder.File("cache");

    public void Dispose() => _folder.Dispose();

    [TestMethod]
    public void ThePackageIsUnpackedIntoTheCache()
    {
        TinyDataset.Write(_folder.File("published"));
        Script("apt-get", """
            echo "$@" >> LOG
            case "$*" in *download*) touch some.deb;; esac
            """);
        Script("dpkg-deb", """
            mkdir -p "$3/usr/share/data"
            cp PUBLISHED/* "$3/usr/share/data"
            """);

        using (Path())
            TinyDataset.Check(Search().Load());

        Assert.HasCount(4, Directory.GetFileSystemEntries(Cache), "the work folder stayed behind");
        var log = File.ReadAllLines(_folder.File("log"));
        Assert.HasCount(2, log);
        StringAssert.EndsWith(log[0], " update");
        StringAssert.EndsWith(log[1], " download some-package");
        foreach (var option in new[] { "Dir::State=", "Dir::State::Lists=", "Dir::Cache=" })
            StringAssert.Contains(log[0], $"-o {option}{Cache}");
        Assert.IsFalse(log[0].Contains("Dir::State::status", StringComparison.Ordinal), "the list of installed packages stays dpkg's");
    }

    [TestMethod]
    public void AFailureIsQuoted()
    {
        Script("apt-get", """
            echo "W: first" >&2
            echo "E: no such host" >&2
            exit 100
            """);
        Script("dpkg-deb", "exit 1");
        using (Path())
            StringAssert.Contains(Failure(), "apt-get failed: E: no such host");
    }

    [TestMethod]
    public void AWrongPackageIsNotKept()
    {
        TinyDataset.Write(_folder.File("published"));
        TinyDataset.Spoil(_folder.File("published"), 0);
        Script("apt-get", "touch some.deb");
        Script("dpkg-deb", """
            mkdir -p "$3/usr/share/data"
            cp PUBLISHED/* "$3/usr/share/data"
            """);
        using (Path())
            StringAssert.Contains(Failure(), "is not the published file");
    }

    [TestMethod]
    public void AMachineWithoutAptIsNotADebian()
    {
        using (new EnvironmentVariable("PATH", _folder))
            StringAssert.Contains(Failure(), "there is no apt-get here");
    }

    private DatasetSearch Search() => new(TinyDataset.Files, [new DebianDownload("some-package", "usr/share/data", Cache)]);

    private string Failure()
    {
        var error = Assert.ThrowsExactly<FileNotFoundException>(() => Search().Load());
        Assert.IsEmpty(Directory.GetFileSystemEntries(Cache));
        return error.Message;
    }

    /// <summary>The scripts come first, the system's own programs after them.</summary>
    private EnvironmentVariable Path() => new("PATH", $"{_folder.Path}:{Environment.GetEnvironmentVariable("PATH")}");

    private void Script(string name, string lines)
    {
        var path = _folder.File(name);
        File.WriteAllText(path, "#!/bin/sh\nset -e\n" + lines.Replace("LOG", _folder.File("log"), StringComparison.Ordinal)
            .Replace("PUBLISHED", _folder.File("published"), StringComparison.Ordinal) + "\n");
        File.SetUnixFileMode(path, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
    }
}
