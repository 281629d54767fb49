using System.Runtime.CompilerServices;
using Tensorflow.Keras.Losses;
using Tensorflow.Keras.Metrics;

namespace Tensorflow.Keras.Engine;

/// <content>What the model is trained with.</content>
public partial class Model
{
    private ILossFunc? _loss;
    private CompiledMetrics? _metrics;
    private TrainableState? _compiled;
    private bool _warnedOfNothingToTrain;

    /// <summary>What changes the weights; null before <c>compile</c>.</summary>
    public IOptimizer? optimizer { get; private set; }

    /// <summary>Where warnings go; standard error unless a test listens.</summary>
    internal TextWriter? Warnings { get; set; }

    /// <summary>
    /// What is counted over an epoch, the loss first. A model with a <see cref="train_step"/> of its own returns its metrics here, so that
    /// they are reset when an epoch or an evaluation begins.
    /// </summary>
    public virtual IEnumerable<Metric> metrics => _metrics?.All ?? [];

    /// <summary>Sets what the model is trained with. The layers that are trainable now are what it trains, whatever
    /// <see cref="Layer.Trainable"/> is set to before the next <c>compile</c>.</summary>
    /// <param name="optimizer">What changes the weights.</param>
    /// <param name="loss">What is to become small; of several outputs the sum.</param>
    /// <param name="metrics">What else to count.</param>
    public void compile(IOptimizer optimizer, ILossFunc loss, IMetricFunc[] metrics)
    {
        compile();
        (this.optimizer, _loss) = (optimizer, loss);
        _metrics = new CompiledMetrics(metrics);
    }

    /// <summary>Sets what the model is trained with.</summary>
    /// <param name="optimizer">What changes the weights.</param>
    /// <param name="loss">What is to become small; of several outputs the sum.</param>
    /// <param name="metrics">Names of what else to count: <c>accuracy</c>, <c>binary_accuracy</c>, ...; null for nothing.</param>
    /// <exception cref="ArgumentException">There is no metric of a name.</exception>
    [OverloadResolutionPriority(1)]
    public void compile(IOptimizer optimizer, ILossFunc loss, string[]? metrics = null) =>
        compile(optimizer, loss, Array.ConvertAll<string, IMetricFunc>(metrics ?? [], name => new NamedMetric(name)));

    /// <summary>Sets what the model is trained with, by names.</summary>
    /// <param name="optimizer"><c>adam</c>, <c>sgd</c>, <c>rmsprop</c>, with their defaults.</param>
    /// <param name="loss"><c>mse</c>, <c>binary_crossentropy</c>, ..., with their defaults.</param>
    /// <param name="metrics">Names of what else to count; null for nothing.</param>
    /// <exception cref="ArgumentException">There is nothing of a name.</exception>
    public void compile(string optimizer, string loss, string[]? metrics = null) =>
        compile(KerasApi.keras.optimizers.get(optimizer), KerasApi.keras.losses.get(loss), metrics);

    /// <summary>For a model with a <c>compile</c> and a <see cref="train_step"/> of its own: keeps which layers are trainable now. A step
    /// finds them so.</summary>
    protected void compile() => (_compiled, _warnedOfNothingToTrain) = (new TrainableState(this), false);

    /// <summary>Begins all <see cref="metrics"/> anew.</summary>
    public virtual void reset_metrics()
    {
        _metrics?.Reset();
        foreach (var metric in metrics)
            metric.reset_states();
    }

    private (IOptimizer Optimizer, ILossFunc Loss, CompiledMetrics Metrics) RequireCompiled() => optimizer is null || _loss is null
        || _metrics is null
        ? throw new RuntimeError($"{Description} must be compiled before it is trained or evaluated: call compile(optimizer, loss), or " +
            $"override train_step and test_step.")
        : (optimizer, _loss, _metrics);
}
