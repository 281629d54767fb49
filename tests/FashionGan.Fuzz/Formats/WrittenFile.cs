namespace FashionGanTf.Fuzz.Formats;

/// <summary>What a writer that writes to a path has written.</summary>
internal static class WrittenFile
{
    internal static byte[] Of(string name, Action<string> write)
    {
        var folder = Directory.CreateTempSubdirectory("fuzz-");
        try
        {
            var path = Path.Combine(folder.FullName, name);
            write(path);
            return File.ReadAllBytes(path);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }
}
