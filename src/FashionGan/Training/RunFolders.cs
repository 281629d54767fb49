namespace FashionGanTf.Training;

/// <summary>Where a run writes what.</summary>
/// <param name="Root">The folder that both lie in.</param>
public sealed record RunFolders(string Root)
{
    /// <summary>The pictures of each epoch.</summary>
    public string Samples => Path.Combine(Root, "samples");

    /// <summary>Configuration, history and weights.</summary>
    public string Run => Path.Combine(Root, "run");

    /// <summary>Makes both folders.</summary>
    /// <exception cref="IOException">They cannot be made or written to; the message is one line that names the folder.</exception>
    public void Create()
    {
        foreach (var folder in new[] { Samples, Run })
        {
            try
            {
                Directory.CreateDirectory(folder);
                // Found out now, not after an epoch.
                using var probe = new FileStream(Path.Combine(folder, Path.GetRandomFileName()), FileMode.CreateNew, FileAccess.Write, FileShare.None, 1, FileOptions.DeleteOnClose);
            }
            catch (Exception error) when (error is IOException or UnauthorizedAccessException)
            {
                throw new IOException($"The folder {folder} cannot be written to: {error.Message}", error);
            }
        }
    }
}
