using FashionGanTf.Models;
using Tensorflow;
using Tensorflow.Keras.Layers;
using Tensorflow.Serialization;
using static Tensorflow.Binding;

namespace FashionGanTf.Training;

/// <summary>All that a run is at one moment: a run that goes on from it ends as one that was never interrupted.</summary>
public sealed class Checkpoint
{
    /// <summary>What its text <c>format</c> says; no other file of ours has one.</summary>
    internal const string Format = "fashion-gan checkpoint";
    private const string Version = "2";

    /// <summary>The losses of each step so far; not there before the first.</summary>
    private const string StepsName = "history/steps";

    private readonly SafeTensors _file;
    private readonly string _path;

    private Checkpoint(string path, SafeTensors file, CheckpointState state)
    {
        (_path, _file, State) = (path, file, state);
        if (!file.contains(StepsName))
            Steps = new StepLosses();
        else if (file.shape(StepsName) is { ndim: 2 } shape && shape[1] == 2)
            Steps = new StepLosses(file.ToArray<float>(StepsName));
        // Rows say how many steps there were at their epochs' ends.
        if (Steps is null || Steps.Count != (state.History.Length > 0 ? state.History[^1].Step : 0) + state.Step)
            throw new InvalidDataException("its history contradicts itself.");
    }

    /// <summary>How many epochs have ended.</summary>
    public int Epoch => State.Epoch;

    /// <summary>How many steps of the next epoch were made.</summary>
    public int Step => State.Step;

    internal CheckpointState State { get; }

    /// <summary>The losses of all steps so far.</summary>
    internal StepLosses Steps { get; }

    /// <summary>Reads a checkpoint and checks that it is undamaged.</summary>
    /// <exception cref="IOException">It cannot be read.</exception>
    /// <exception cref="InvalidDataException">It is damaged, or no checkpoint; the message names the file.</exception>
    public static Checkpoint Load(string path) => Of(SafeTensors.load(path), path);

    /// <summary>Reads one from memory.</summary>
    /// <inheritdoc cref="Load"/>
    internal static Checkpoint Of(byte[] bytes, string path) => Of(SafeTensors.load(new MemoryStream(bytes), path), path);

    /// <summary>The file's bytes, for other processes.</summary>
    internal byte[] ReadBytes() => File.ReadAllBytes(_path);

    private static Checkpoint Of(SafeTensors file, string path)
    {
        if (file.metadata.GetValueOrDefault("format") != Format)
            throw new InvalidDataException($"{path}: it is no checkpoint of a training run.");
        file.require_checksum();
        if (file.metadata.GetValueOrDefault("version") != Version)
            throw new InvalidDataException(
                $"{path}: its format has version {file.metadata.GetValueOrDefault("version")}; this program reads version {Version}.");
        try
        {
            return new Checkpoint(path, file, CheckpointState.FromJson(file.metadata.GetValueOrDefault("state", "")));
        }
        catch (InvalidDataException error)
        {
            throw new InvalidDataException($"{path}: {error.Message}", error);
        }
    }

    /// <summary>Writes a checkpoint: beside its place first, flushed to the disk, then renamed.</summary>
    internal static void Save(string path, FashionGan gan, CheckpointState state, StepLosses steps)
    {
        using var scope = TensorScope.Begin();
        var metadata = new Dictionary<string, string> { ["format"] = Format, ["version"] = Version, ["state"] = state.ToJson() };
        var tensors = CheckpointVariables.Of(gan).Select(item => (item.Name, item.Variable.AsTensor()));
        if (steps.Count > 0)
            tensors = tensors.Append((StepsName, steps.ToTensor()));
        // In the order of the names the checksum holds for a file that another tool has written again.
        SafeTensors.save(path, tensors.OrderBy(item => item.Item1, StringComparer.Ordinal), metadata, checksum: true);
    }

    /// <summary>Gives a model the weights, the optimizers' moments and steps.</summary>
    /// <param name="gan">A compiled model of the same sizes.</param>
    /// <exception cref="InvalidDataException">The checkpoint is one of another model; nothing was changed.</exception>
    public void RestoreVariables(FashionGan gan)
    {
        using var scope = TensorScope.Begin();
        var variables = CheckpointVariables.Of(gan);
        foreach (var (name, variable) in variables)
        {
            if (!_file.contains(name))
                throw new InvalidDataException($"{_path} is a checkpoint of another model: it has no '{name}'.");
            if (_file.shape(name) != variable.shape || _file.tensor(name).dtype != variable.dtype)
                throw new InvalidDataException(
                    $"{_path} is a checkpoint of another model: '{name}' has the shape {_file.shape(name)}; {variable.shape} is needed.");
        }

        if (_file.names.Count(name => name != StepsName) != variables.Count || State.Dropouts.Length != Streams(gan).Count
            || !gan.metrics.All(metric => State.Metrics.ContainsKey(metric.Name)))
            throw new InvalidDataException($"{_path} is a checkpoint of another model.");
        using var together = VariableSnapshot.Postpone();
        foreach (var (name, variable) in variables)
            variable.assign(_file.tensor(name));
        gan.ForgetAveraged();
    }

    /// <summary>Sets the streams of random numbers and the running metrics, once the walk over the epoch's data has begun.</summary>
    internal void RestoreStreamsAndMetrics(FashionGan gan)
    {
        State.Global.Restore(tf.random.get_global_generator());
        foreach (var (stream, place) in Streams(gan).Zip(State.Dropouts))
            place.Restore(stream);
        foreach (var metric in gan.metrics)
            metric.set_state(State.Metrics[metric.Name]);
    }

    /// <summary>The dropout layers' streams.</summary>
    internal static List<PhiloxGenerator> Streams(FashionGan gan) =>
        [.. gan.Generator.Layers.Concat(gan.Discriminator.Layers).OfType<Dropout>().Select(layer => layer.random_generator!)];
}
