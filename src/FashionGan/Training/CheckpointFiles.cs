using FashionGanTf.Models;
using Tensorflow.Serialization;

namespace FashionGanTf.Training;

/// <summary>
/// A run's checkpoints: the newest, and the one before. A new one takes the newest one's place only after it was read back, so that at any
/// moment a whole one is there.
/// </summary>
/// <param name="folder">Where they lie, <c>run/</c>.</param>
public sealed class CheckpointFiles(string folder)
{
    private const string Newest = "checkpoint.safetensors";
    private const string Next = "checkpoint.next.safetensors";
    private const string Previous = "checkpoint.previous.safetensors";

    /// <summary>The names of all files that may be there.</summary>
    public static IReadOnlyList<string> Names { get; } = [Newest, Next, Previous];

    /// <summary>The newest checkpoint's place.</summary>
    public string Path => At(Newest);

    /// <summary>Whether there is any, good or damaged.</summary>
    internal bool Any => Names.Any(name => File.Exists(At(name)));

    /// <summary>Reads the newest checkpoint; the one before where that one is damaged.</summary>
    /// <param name="warn">Is told in one line why the newest one is not used.</param>
    /// <exception cref="FileNotFoundException">There is none.</exception>
    /// <exception cref="InvalidDataException">None of them can be used; the message is one line that says why.</exception>
    public Checkpoint Load(Action<string> warn)
    {
        // Between two renames the newest one bears another name.
        string[] places = [!File.Exists(At(Newest)) && File.Exists(At(Next)) ? At(Next) : At(Newest), At(Previous)];
        if (!places.Any(File.Exists))
            throw new FileNotFoundException($"There is no checkpoint in {folder} to go on from; begin anew with --overwrite.");
        var faults = new List<string>();
        foreach (var place in places)
        {
            try
            {
                var checkpoint = Checkpoint.Load(place);
                if (faults.Count > 0)
                    warn($"{faults[0]} Going on from the checkpoint before it, {place}.");
                return checkpoint;
            }
            catch (Exception error) when (error is IOException or InvalidDataException or UnauthorizedAccessException)
            {
                faults.Add(error is FileNotFoundException ? $"{place}: it is missing." : error.Message);
            }
        }

        throw new InvalidDataException($"No checkpoint can be used: {string.Join(" ", faults)} Begin anew with --overwrite, or in " +
            "another folder with --out.");
    }

    /// <summary>Writes a new checkpoint, reads it back, and keeps the newest one so far as the one before.</summary>
    /// <exception cref="IOException">It cannot be written, or does not read back as it was written;
    /// those that were there are still there.</exception>
    internal void Save(FashionGan gan, CheckpointState state, StepLosses steps)
    {
        Checkpoint.Save(At(Next), gan, state, steps);
        try
        {
            SafeTensors.verify(At(Next));
        }
        catch (InvalidDataException error)
        {
            throw new IOException($"The disk did not keep a checkpoint as it was written: {error.Message}", error);
        }

        if (File.Exists(At(Newest)))
            File.Move(At(Newest), At(Previous), overwrite: true);
        File.Move(At(Next), At(Newest));
    }

    private string At(string name) => System.IO.Path.Combine(folder, name);
}
