using Tensorflow.Keras.Metrics;

namespace Tensorflow.Keras.Engine;

/// <summary>What a compiled model counts: the mean loss, and the metrics it was given.</summary>
internal sealed class CompiledMetrics
{
    private readonly Mean _loss = new("loss");
    private readonly IMetricFunc[] _functions;

    internal CompiledMetrics(IMetricFunc[] functions) => _functions = functions;

    internal IEnumerable<Metric> All => _functions.OfType<Metric>().Prepend(_loss);

    internal void Reset()
    {
        _loss.reset_states();
        foreach (var function in _functions)
            function.reset_states();
    }

    /// <summary>Adds a batch.</summary>
    internal void Update(string model, float loss, Tensors? y, Tensors predictions)
    {
        _loss.update_state(loss, predictions.shape.ndim > 0 ? predictions.shape[0] : 1);
        if (_functions.Length == 0 || y is null)
            return;
        if (predictions.Count != 1)
            throw new ArgumentException($"Model '{model}': metrics need a model of one output; this one has {predictions.Count}.");
        foreach (var function in _functions)
            function.update_state(y, predictions);
    }

    internal Dictionary<string, float> Logs()
    {
        var logs = new Dictionary<string, float>(_functions.Length + 1) { [_loss.Name] = (float)_loss.Value };
        foreach (var function in _functions)
            logs[function.Name] = function is Metric metric ? (float)metric.Value : (float)function.result();
        return logs;
    }
}
