namespace Tensorflow.Keras.Datasets.Sources;

/// <summary>
/// Debian's package, fetched by apt from whatever mirror the machine is set up for and unpacked without being installed, so that any user
/// can. The system's own package lists are neither needed nor touched.
/// </summary>
/// <param name="package">The package's name.</param>
/// <param name="folderInPackage">Where in it the files lie.</param>
/// <param name="cache">The cache folder; null when there is none.</param>
internal sealed class DebianDownload(string package, string folderInPackage, string? cache) : IDatasetSource
{
    private static readonly TimeSpan s_patience = TimeSpan.FromMinutes(3);

    public string Name => $"apt-get download {package}";

    public string Provide(DatasetFiles files)
    {
        var folder = CacheEntry.Open(cache);
        if (!OperatingSystem.IsLinux() || !ChildProcess.Exists("apt-get") || !ChildProcess.Exists("dpkg-deb"))
            throw new FileNotFoundException("there is no apt-get here");

        Console.WriteLine($"Downloading Debian's package {package}");
        var work = Directory.CreateDirectory(Path.Combine(folder, "apt-" + Path.GetRandomFileName())).FullName;
        try
        {
            var unpacked = Fetch(work);
            foreach (var file in files.All.Where(file => !CacheEntry.Holds(folder, file)))
                CacheEntry.Add(folder, file, target =>
                {
                    using var source = File.OpenRead(Path.Combine(unpacked, file.Name + ".gz"));
                    source.CopyTo(target);
                });
        }
        finally
        {
            Directory.Delete(work, recursive: true);
        }

        return folder;
    }

    /// <summary>Downloads and unpacks below a folder; returns where the files lie.</summary>
    private string Fetch(string work)
    {
        Directory.CreateDirectory(Path.Combine(work, "lists", "partial"));
        Directory.CreateDirectory(Path.Combine(work, "cache", "archives", "partial"));
        string[] options =
        [
            "-o", $"Dir::State={work}",
            "-o", $"Dir::State::Lists={work}/lists",
            "-o", $"Dir::Cache={work}/cache",
            // Root's apt drops its rights for a user who may not write here.
            "-o", "APT::Sandbox::User=",
            "-o", "Acquire::Languages=none",
            "-o", "Acquire::Retries=0",
            "-o", "Acquire::http::Timeout=10",
            "-o", "Acquire::https::Timeout=10",
        ];
        ChildProcess.Run("apt-get", [.. options, "-q", "update"], work, s_patience);
        ChildProcess.Run("apt-get", [.. options, "-q", "download", package], work, s_patience);
        var archive = Directory.EnumerateFiles(work, "*.deb").FirstOrDefault()
            ?? throw new FileNotFoundException("apt-get left no package");
        ChildProcess.Run("dpkg-deb", ["-x", archive, Path.Combine(work, "unpacked")], work, s_patience);
        return Path.Combine(work, "unpacked", folderInPackage);
    }
}
