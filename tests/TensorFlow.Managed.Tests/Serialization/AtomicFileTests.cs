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
            new IOException("No space left on device : '/x/y.tmp'", 28), new IOException("quota", 122), new IOException("full", unchecked((int)0x80070070)),
            new ArgumentOutOfRangeException("value", "Specified file length was too large for the file system."),
        })
        {
            var error = Assert.ThrowsExactly<IOException>(() => AtomicFile.Write(path, _ => throw fault));
            Assert.AreEqual($"{path} cannot be written: the disk is full, or files may not grow so large.", error.Message);
            Assert.IsEmpty(folder.GetFiles());
        }

        folder.Delete();
    }
}
