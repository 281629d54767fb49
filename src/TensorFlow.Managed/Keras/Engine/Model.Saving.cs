using Tensorflow.Serialization;
using Tensorflow.Serialization.Keras;

namespace Tensorflow.Keras.Engine;

/// <content>Weights in files.</content>
public partial class Model
{
    /// <inheritdoc/>
    public void save_weights(string filepath, bool overwrite = true, string? save_format = null, object? options = null)
    {
        var format = save_format ?? WeightsFormat.Of(filepath);
        if (format is not (WeightsFormat.Safetensors or WeightsFormat.Keras))
            throw new ArgumentException($"save_weights writes safetensors or h5, not '{save_format}'.");
        if (format != WeightsFormat.Of(filepath))
            throw new ArgumentException($"{filepath} does not end as a file of the format {format} does.");
        if (format == WeightsFormat.Safetensors)
            WeightsFormat.Require(nameof(save_weights), filepath);
        if (!overwrite && File.Exists(filepath))
            throw new IOException($"{filepath} is there already, and overwrite is false.");
        RequireWeights("save");
        if (format == WeightsFormat.Keras)
            KerasWeightsWriter.Write(filepath, this);
        else
            SaveWeights(filepath, metadata: null);
    }

    /// <inheritdoc/>
    public void load_weights(string filepath)
    {
        RequireWeights("load");
        if (KerasWeightsFile.is_one(filepath))
            LoadKerasWeights(filepath);
        else
            load_weights(SafeTensors.load(filepath), filepath);
    }

    /// <summary>Reads all weights from a file that is open already.</summary>
    /// <param name="file">What <see cref="save_weights"/> wrote.</param>
    /// <param name="filepath">What it is called in a message.</param>
    /// <exception cref="ArgumentException">Names or shapes differ from this model's;
    /// the message lists them, and nothing is changed.</exception>
    public void load_weights(SafeTensors file, string filepath)
    {
        RequireWeights("load");
        using var scope = TensorScope.Begin();
        var weights = WeightNames.Of(this);
        RequireSame(filepath, file, weights);
        // Read everything before anything is changed.
        var values = weights.ConvertAll(weight => file.tensor(weight.Name));
        for (var i = 0; i < values.Count; i++)
            // Other tools keep weights in float64, too.
            if (values[i].dtype.IsFloating() && weights[i].Variable.dtype.IsFloating())
                values[i] = Operations.Cast.Apply(values[i], weights[i].Variable.dtype);
            else if (values[i].dtype != weights[i].Variable.dtype)
                throw new ArgumentException($"{filepath} does not fit model '{Name}': '{weights[i].Name}' holds " +
                    $"{values[i].dtype.Name()}; {weights[i].Variable.dtype.Name()} is needed.");
        using var together = VariableSnapshot.Postpone();
        for (var i = 0; i < values.Count; i++)
            weights[i].Variable.assign(values[i]);
    }

    /// <summary>
    /// Each weight once, moving statistics among them, under the name that files have it: <c>dense/kernel</c>, which is the same for the
    /// same model in any process.
    /// </summary>
    public IReadOnlyList<(string Name, ResourceVariable Variable)> named_weights => WeightNames.Of(this);

    /// <summary>Writes the weights of one moment, with texts beside them.</summary>
    internal void SaveWeights(string filepath, IReadOnlyDictionary<string, string>? metadata)
    {
        RequireWeights("save");
        using var scope = TensorScope.Begin();
        using var snapshot = VariableSnapshot.Take(Lists.All);
        SafeTensors.save(filepath, WeightNames.Of(this).Select(weight => (weight.Name, weight.Variable.AsTensor())), metadata);
    }

    private void RequireWeights(string what)
    {
        if (!built || Lists.All.Count == 0)
            throw new InvalidOperationException(
                $"{Description} has no weights to {what} yet: call build with the input's shape, or apply it once.");
    }

    private void RequireSame(string filepath, SafeTensors file, List<(string Name, ResourceVariable Variable)> weights)
    {
        var needed = weights.ToDictionary(weight => weight.Name, weight => weight.Variable.shape);
        string[] differences =
        [
            .. needed.Keys.Where(name => !file.contains(name)).Select(name => $"'{name}' is missing"),
            .. file.names.Where(name => !needed.ContainsKey(name)).Select(name => $"'{name}' is not in the model"),
            .. needed.Where(pair => file.contains(pair.Key) && file.shape(pair.Key) != pair.Value)
                .Select(pair => $"'{pair.Key}' has the shape {file.shape(pair.Key)}, {pair.Value} is needed"),
        ];
        ThrowIfAny(filepath, differences);
    }

    private void ThrowIfAny(string filepath, IReadOnlyCollection<string> differences)
    {
        if (differences.Count == 0)
            return;
        const int shown = 5;
        var rest = differences.Count > shown ? $"; and {differences.Count - shown} more" : "";
        throw new ArgumentException(
            $"{filepath} does not fit model '{Name}': {OneLine.Of(string.Join("; ", differences.Take(shown)))}{rest}.");
    }
}
