using Tensorflow.NumPy;

namespace Tensorflow.Train;

/// <summary>
/// Keeps an average of each variable that forgets exponentially: average -= (1 - decay) (average - variable), as TensorFlow's
/// <c>tf.train.ExponentialMovingAverage</c>. It starts at the variable's value.
/// </summary>
/// <example><code>
/// var average = tf.train.ExponentialMovingAverage(0.999f);
/// average.apply(model.TrainableVariables);            // after each step
/// var kernel = average.average(model.TrainableVariables[0]);
/// </code></example>
public sealed class ExponentialMovingAverage
{
    private double _decay;
    private readonly ResourceVariable? _updates;
    private readonly Dictionary<IVariableV1, ResourceVariable> _averages = new(ReferenceEqualityComparer.Instance);

    /// <param name="decay">How much an average keeps of itself, in [0, 1).</param>
    /// <param name="num_updates">
    /// A whole number t that counts the updates: where it is given, the decay is at most (1 + t) / (10 + t), so that an average soon
    /// forgets where it started.
    /// </param>
    /// <exception cref="ArgumentException"><paramref name="decay"/> is out of its range,
    /// or <paramref name="num_updates"/> no int64 scalar.</exception>
    public ExponentialMovingAverage(float decay, ResourceVariable? num_updates = null)
    {
        if (!(decay >= 0 && decay < 1))
            throw new ArgumentException($"ExponentialMovingAverage: decay must be from 0 up to, not including, 1; it is {decay}.");
        if (num_updates is not null && (num_updates.dtype != TF_DataType.TF_INT64 || num_updates.shape.ndim != 0))
            throw new ArgumentException($"ExponentialMovingAverage: num_updates must be an int64 scalar; it is {num_updates}.");
        // The decimal number that was meant: 0.999f is 0.99900001.
        (_decay, _updates) = ((double)(decimal)decay, num_updates);
    }

    /// <summary>How much an average keeps of itself, in [0, 1); another value holds from the next <see cref="apply"/> on.</summary>
    /// <exception cref="ArgumentException">It is out of its range.</exception>
    public double decay
    {
        get => _decay;
        set => _decay = value >= 0 && value < 1 ? value
            : throw new ArgumentException($"ExponentialMovingAverage: decay must be from 0 up to, not including, 1; it is {value}.");
    }

    /// <summary>Makes the averages of variables that have none yet, at the variables' values.</summary>
    /// <param name="var_list">float32 variables.</param>
    /// <exception cref="ArgumentException">One is of another type.</exception>
    public void build(IEnumerable<IVariableV1> var_list)
    {
        foreach (var variable in var_list)
            Average(variable);
    }

    /// <summary>Moves the averages towards the variables' values.</summary>
    /// <param name="var_list">float32 variables.</param>
    /// <exception cref="ArgumentException">One is of another type.</exception>
    public void apply(IEnumerable<IVariableV1> var_list)
    {
        using var together = VariableSnapshot.Postpone();
        var gain = (float)(1 - Decay());
        foreach (var variable in var_list)
        {
            var average = Average(variable);
            using var value = variable.numpy();
            using var update = average.BeginInPlace();
            Tensor.Device.MovingAverage(update.Next, value.Storage, average.shape.size, gain);
        }
    }

    /// <summary>A variable's average; assigning to it changes it.</summary>
    /// <exception cref="ArgumentException">It has none: neither <see cref="build"/> nor <see cref="apply"/> was given it.</exception>
    public ResourceVariable average(IVariableV1 variable) =>
        _averages.TryGetValue(variable, out var average)
            ? average
            : throw new ArgumentException($"ExponentialMovingAverage: {variable.Name} has no average; give it to build or apply first.");

    private double Decay()
    {
        if (_updates is null)
            return _decay;
        using var value = _updates.numpy();
        var updates = (double)(long)value;
        return Math.Min(_decay, (1 + updates) / (10 + updates));
    }

    private ResourceVariable Average(IVariableV1 variable)
    {
        if (_averages.TryGetValue(variable, out var average))
            return average;
        if (variable.dtype != TF_DataType.TF_FLOAT)
            throw new ArgumentException($"ExponentialMovingAverage: {variable.Name} is {variable.dtype.Name()}; averages are of float32.");
        using var outOfScope = TensorScope.Suspend();
        using var value = variable.numpy();
        return _averages[variable] =
            new ResourceVariable(value, trainable: false, $"{variable.Name.Split(':')[0]}/ExponentialMovingAverage");
    }
}
