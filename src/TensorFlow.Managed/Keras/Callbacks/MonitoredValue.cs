namespace Tensorflow.Keras.Callbacks;

/// <summary>A logged value that a callback watches: where it stands in the logs, and which of two values is better.</summary>
internal sealed class MonitoredValue
{
    private readonly string _owner;
    private readonly string _name;
    private readonly bool _isMax;
    private bool _warned;

    /// <param name="owner">The callback's name, for messages.</param>
    /// <param name="name">The value's name in the logs, as <c>val_loss</c>.</param>
    /// <param name="mode"><c>min</c>, <c>max</c>, or <c>auto</c>: larger is better for names that end in acc, accuracy or auc.</param>
    /// <exception cref="ArgumentException">There is no such mode.</exception>
    internal MonitoredValue(string owner, string name, string mode)
    {
        (_owner, _name) = (owner, name);
        _isMax = mode switch
        {
            "min" => false,
            "max" => true,
            "auto" => name.EndsWith("acc", StringComparison.Ordinal) || name.EndsWith("accuracy", StringComparison.Ordinal) ||
                name.EndsWith("auc", StringComparison.Ordinal),
            _ => throw new ArgumentException($"{owner}: mode is 'auto', 'min' or 'max', not '{mode}'."),
        };
    }

    /// <summary>What every value is better than.</summary>
    internal float Worst => _isMax ? float.NegativeInfinity : float.PositiveInfinity;

    /// <summary>True when a value is better than another by more than a margin; never for NaN.</summary>
    internal bool IsBetter(float value, float reference, float margin = 0) => _isMax ? value - margin > reference : value
        + margin < reference;

    /// <summary>The value in an epoch's logs. One warning says that there is none.</summary>
    internal bool TryRead(Dictionary<string, float> logs, TextWriter warnings, out float value)
    {
        if (logs.TryGetValue(_name, out value))
            return true;
        if (!_warned)
            warnings.WriteLine($"Warning: {_owner} watches '{_name}', which is not logged; there are: {string.Join(", ", logs.Keys)}.");
        _warned = true;
        return false;
    }
}
