namespace FashionGanTf.Studio.Runs;

/// <summary>The runs that a studio knows: the one that it watches, and those in the folder of runs. Folders are looked at each time, so a
/// run that somebody begins there is known at once.</summary>
/// <param name="options">Which.</param>
internal sealed class RunCatalogue(StudioOptions options)
{
    /// <summary>The most that are listed, those that were begun last: all that is known of them is sent to the page.</summary>
    internal const int Most = 40;

    /// <summary>The run that was named, whose generator draws; null for none.</summary>
    internal WatchedRun? Watched { get; } = options.Run is null ? null : new WatchedRun(options.Run);

    /// <summary>Whether there is anything to watch, be it a folder without runs yet.</summary>
    internal bool IsAny => Watched is not null || options.Runs is not null;

    /// <summary>The run that was named first, then those in the folder of runs that have begun, the newest first.</summary>
    internal IReadOnlyList<WatchedRun> All() => [.. Watched is null ? [] : (WatchedRun[])[Watched],
        .. InFolder().Where(run => run.HasBegun && run.Name != Watched?.Name).Take(Most)];

    /// <summary>A run by its name, which is looked for in the folder and never followed as a path; null without one of this
    /// name.</summary>
    /// <param name="name">Null for the one that was named first, or without it the newest.</param>
    internal WatchedRun? Find(string? name) => name is null ? Watched ?? InFolder().FirstOrDefault(run => run.HasBegun)
        : Watched?.Name == name ? Watched : InFolder().FirstOrDefault(run => run.Name == name);

    private IEnumerable<WatchedRun> InFolder() => options.Runs is { } folder && Directory.Exists(folder)
        ? new DirectoryInfo(folder).EnumerateDirectories().OrderByDescending(run => run.CreationTimeUtc)
            .Select(run => new WatchedRun(Path.Combine(folder, run.Name)))
        : [];
}
