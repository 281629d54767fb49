using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using FashionGanTf.Training;

namespace FashionGanTf.Studio.Runs;

/// <summary>A run's folder, read while a training writes to it. Every file there is whole at any time, or not there.</summary>
/// <param name="root">The folder with its <c>samples/</c> and <c>run/</c>; it may be empty yet, or not be there.</param>
internal sealed class WatchedRun(string root)
{
    private readonly RunFolders _folders = new(root);

    /// <summary>Its folder's name.</summary>
    internal string Name { get; } = Path.GetFileName(Path.TrimEndingDirectorySeparator(Path.GetFullPath(root)));

    /// <summary>Its folder, as the command line takes it.</summary>
    internal string Root => root;

    /// <summary>Whether a training has begun here.</summary>
    internal bool HasBegun => File.Exists(Config);

    /// <summary>The file with its generator; there is none before its first epoch has ended.</summary>
    internal string Generator => Path.Combine(_folders.Run, "generator.safetensors");

    private string Config => Path.Combine(_folders.Run, "config.json");

    private string History => Path.Combine(_folders.Run, "history.jsonl");

    /// <summary>Changes when anything does that <see cref="Read"/> tells.</summary>
    internal string Stamp() => string.Join('|',
        [FileStamp(Config), FileStamp(History), FileStamp(_folders.Progress), FileStamp(_folders.RunningPicture),
            RunLock.IsHeld(_folders), .. _folders.Pictures().Select(Path.GetFileName)]);

    /// <summary>All that is known now.</summary>
    /// <exception cref="IOException">A file cannot be read.</exception>
    /// <exception cref="InvalidDataException">A file is no run's.</exception>
    internal RunStatus Read()
    {
        if (!HasBegun)
            return new RunStatus(Name, root, RunStatus.Waiting, 0, 0, [], [], [], null, null);
        var config = RunConfig.Read(Config);
        var history = ReadHistory();
        var state = config.Ended is not null ? RunStatus.Ended : RunLock.IsHeld(_folders) ? RunStatus.Training : RunStatus.Stopped;
        // A training that was killed leaves both behind.
        var isTraining = state == RunStatus.Training;
        return new RunStatus(Name, root, state, history.Length, config.Options.Epochs, history, [.. Pictures().Keys.Order()],
            [.. TrainingOption.All.Select(option => option.Given(config.Options)).OfType<string>()],
            isTraining ? RunningEpoch.Read(_folders.Progress) : null,
            isTraining && new FileInfo(_folders.RunningPicture) is { Exists: true } sample
                ? (int)(sample.LastWriteTimeUtc.Ticks / TimeSpan.TicksPerSecond % int.MaxValue) : null);
    }

    /// <summary>The file with an epoch's picture; null when there is none.
    /// It is one that was found in the folder, whatever was asked for.</summary>
    internal string? Picture(int epoch) => Pictures().GetValueOrDefault(epoch);

    /// <summary>The file with a picture within the running epoch; it need not be there.</summary>
    internal string Sample => _folders.RunningPicture;

    /// <summary>When a file was written and how long it is.</summary>
    internal static string FileStamp(string path)
    {
        var file = new FileInfo(path);
        return file.Exists ? string.Create(CultureInfo.InvariantCulture, $"{file.LastWriteTimeUtc.Ticks}-{file.Length}") : "";
    }

    private Dictionary<int, string> Pictures()
    {
        var pictures = new Dictionary<int, string>();
        foreach (var path in _folders.Pictures())
            if (int.TryParse(Path.GetFileNameWithoutExtension(path).AsSpan("epoch_".Length), NumberStyles.None,
                CultureInfo.InvariantCulture, out var epoch))
                pictures[epoch] = path;
        return pictures;
    }

    private JsonObject[] ReadHistory()
    {
        if (!File.Exists(History))
            return [];
        try
        {
            return [.. File.ReadLines(History).Select(line => JsonNode.Parse(line)!.AsObject())];
        }
        catch (Exception error) when (error is JsonException or InvalidOperationException or NullReferenceException)
        {
            throw new InvalidDataException($"{History} is no history of a run: {error.Message}", error);
        }
    }
}
