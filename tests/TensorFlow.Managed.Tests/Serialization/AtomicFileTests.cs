using Tensorflow.Serialization;

namespace Tensorflow.Tests.Files;

/// <summary>What happens when there is no room; what else AtomicFile does is shown by the files that are written with it.</summary>
[TestClass]
public class AtomicFileTests
{
    [TestMethod]
    public void NoRoomIsSaidOfTheFileThatIsWritten()
    {
        var folder = Directory.CreateTempSubdirectory();
        var path = Path.Combine(folder.FullName, "weights");
        // ENOSPC, EDQUOT, ERROR_DISK_FULL, and the framework's word for EFBIG.
        foreach (var fault in new Exception[]
        {
            new IOException("No space left on device : '/x/y.tmp'", 28), new IOException("quota", 122),
                new IOException("full", unchecked((int)0x80070070)),
            new ArgumentOutOfRangeException("value", "Specified file length was too large for the file system."),
        })
        {
            var error = Assert.ThrowsExactly<IOException>(() => AtomicFile.Write(path, _ => throw fault));
            Assert.AreEqual($"{path} cannot be written: the disk is full, or files may not grow so large.", error.Message);
            Assert.IsEmpty(folder.GetFiles());
        }

        folder.Delete();
    }

    [TestMethod]
    public void ALinkStaysOneAndADeviceToo()
    {
        if (OperatingSystem.IsWindows())
            return;
        var folder = Directory.CreateTempSubdirectory();
        var (file, link) = (Path.Combine(folder.FullName, "file"), Path.Combine(folder.FullName, "link"));
        File.WriteAllText(file, "old");
        File.CreateSymbolicLink(link, file);
        AtomicFile.Write(link, stream => stream.Write("new"u8));
        Assert.AreEqual("new", File.ReadAllText(file));
        Assert.AreEqual(file, new FileInfo(link).LinkTarget);

        File.Delete(link);
        File.CreateSymbolicLink(link, "/dev/full");
        foreach (var path in new[] { link, "/dev/full" })
        {
            var error = Assert.ThrowsExactly<IOException>(() => AtomicFile.Write(path, _ => Assert.Fail("nothing may be written")));
            Assert.AreEqual($"{path} cannot be written: it is a device or a pipe, no file may take its place.", error.Message);
        }

        var below = Path.Combine(file, "deep");
        Assert.AreEqual($"{below} cannot be written: {file} is a file, no folder.",
            Assert.ThrowsExactly<IOException>(() => AtomicFile.Write(below, _ => { })).Message);
        folder.Delete(recursive: true);
    }
}
