using System.Text;
using System.Text.RegularExpressions;
using FashionGanTf.Plots;
using Tensorflow.Distribute;
using Tensorflow.Summary;

namespace FashionGanTf.Training;

/// <summary>Where a run writes what.</summary>
/// <param name="Root">The folder that both lie in.</param>
public sealed partial record RunFolders(string Root)
{
    /// <summary>The file that a training holds locked.</summary>
    internal const string Lock = "lock";

    /// <summary>The number of the process that holds it.</summary>
    internal const string LockHolder = "lock.pid";

    private const string ProgressName = "progress.json";
    private const string RunningPictureName = "running.png";

    /// <summary>The files of <see cref="Run"/> that a run writes for its reader, and that tell that there is one.</summary>
    private static readonly string[] s_files =
    [
        "config.json", "history.csv", "history.jsonl", "steps.csv", "generator.safetensors", "generator.raw.safetensors",
            "discriminator.safetensors", ProgressName,
        .. CheckpointFiles.Names,
    ];

    /// <summary>The pictures of each epoch, and the plots.</summary>
    public string Samples => Path.Combine(Root, "samples");

    /// <summary>Configuration, history and weights.</summary>
    public string Run => Path.Combine(Root, "run");

    /// <summary>What TensorBoard shows, where a run was asked to write it.</summary>
    public string TensorBoard => Path.Combine(Run, "tensorboard");

    /// <summary>How far the running epoch is, while one runs.</summary>
    internal string Progress => Path.Combine(Run, ProgressName);

    /// <summary>What the generator draws within the running epoch, while one runs.</summary>
    internal string RunningPicture => Path.Combine(Samples, RunningPictureName);

    /// <summary>Makes both folders.</summary>
    /// <exception cref="IOException">They cannot be made or written to; the message is one line that names the folder.</exception>
    public void Create()
    {
        OutputFolder.Prepare(Samples);
        OutputFolder.Prepare(Run);
    }

    /// <summary>The files with the epochs' pictures, in the order of the epochs.</summary>
    internal IReadOnlyList<string> Pictures() => [.. In(Samples, name => Sample().IsMatch(name))
        .OrderBy(Path.GetFileName, StringComparer.Ordinal).OrderBy(file => Path.GetFileName(file)!.Length)];

    /// <summary>Whether a run lies here already: any of its files or pictures.</summary>
    public bool HoldRun => Files().Any();

    /// <summary>The configuration of the run that lies here.</summary>
    /// <exception cref="IOException">There is none, or it cannot be read; the message is one line.</exception>
    /// <exception cref="InvalidDataException">It is damaged.</exception>
    public RunConfig ReadConfig()
    {
        var path = Path.Combine(Run, "config.json");
        return File.Exists(path) ? RunConfig.Read(path) : throw new IOException(HoldRun
            ? $"The run in {Root} cannot go on without its {path}, which is missing; put it back, or replace the run with --overwrite."
            : $"{Root} holds no run to go on with; begin one without --resume.");
    }

    /// <summary>The same in each of several processes, of which only rank 0 looks into the folder.</summary>
    /// <inheritdoc cref="ReadConfig()"/>
    public RunConfig ReadConfig(ICommunicator communicator)
    {
        var config = communicator.Rank == 0 ? ReadConfig() : null;
        return Told(communicator, config);
    }

    /// <summary>What rank 0 says that a run's configuration is.</summary>
    /// <param name="communicator">The processes.</param>
    /// <param name="config">What rank 0 says; not used elsewhere.</param>
    internal static RunConfig Told(ICommunicator communicator, RunConfig? config)
    {
        var text = communicator.Broadcast(config is null ? null : Encoding.UTF8.GetBytes(config.ToJson()));
        return config ?? RunConfigReader.Read(new MemoryStream(text), "What rank 0 says");
    }

    /// <summary>Requires that a new run destroys nothing.</summary>
    /// <exception cref="IOException">A run lies here; the one-line message names the ways out.</exception>
    public void RequireNoRun()
    {
        if (HoldRun)
            throw new IOException($"{Root} holds a run already: go on with it with --resume, choose another folder with --out, or " +
                $"replace it with --overwrite.");
    }

    /// <summary>Removes the files that a run wrote, also those it was writing when it was killed,
    /// and no others; the folders stay.</summary>
    /// <exception cref="IOException">One cannot be removed; the message names it.</exception>
    public void RemoveRun() =>
        // The configuration last: while anything is left, the folder is known to hold a run.
        Remove(Files().Concat(HalfWritten()).OrderBy(file => Path.GetFileName(file) == "config.json"));

    /// <summary>Removes what a run was writing when it was killed: after many kills it would fill the disk.</summary>
    /// <exception cref="IOException">One cannot be removed; the message names it.</exception>
    public void RemoveHalfWritten() => Remove(HalfWritten());

    private static void Remove(IEnumerable<string> files)
    {
        foreach (var file in files.ToList())
        {
            try
            {
                File.Delete(file);
            }
            catch (Exception error) when (error is IOException or UnauthorizedAccessException)
            {
                throw new IOException($"{file} cannot be removed: {error.Message}", error);
            }
        }
    }

    [GeneratedRegex(@"^epoch_[0-9]{2,}\.png\z")]
    private static partial Regex Sample();

    /// <summary>What AtomicFile leaves behind when it is killed: the name, a random name of eight and three letters, tmp.</summary>
    [GeneratedRegex(@"^(?<name>.+)\.[a-z0-9]{8}\.[a-z0-9]{3}\.tmp\z")]
    private static partial Regex Temporary();

    private static bool IsPicture(string name) =>
        Sample().IsMatch(name) || name == RunningPictureName || RunPlots.Names.Contains(name);

    private static IEnumerable<string> In(string folder, Func<string, bool> isOurs) =>
        Directory.Exists(folder) ? Directory.EnumerateFiles(folder).Where(file => isOurs(Path.GetFileName(file))) : [];

    private IEnumerable<string> Files() => In(Run, s_files.Contains).Concat(In(Samples, IsPicture)).Concat(
        In(Path.Combine(TensorBoard, "train"), name => name.StartsWith(SummaryWriter.FileName, StringComparison.Ordinal)));

    private IEnumerable<string> HalfWritten() =>
        In(Run, name => Temporary().Match(name) is { Success: true } match && s_files.Contains(match.Groups["name"].Value))
            .Concat(In(Samples, name => Temporary().Match(name) is { Success: true } match && IsPicture(match.Groups["name"].Value)));
}
