using Tensorflow.Devices;

namespace Tensorflow.Keras.Metrics;

/// <summary>The base of metrics: a number gathered over batches. Sums are kept as numbers of this process,
/// so that a step costs next to nothing.</summary>
public abstract class Metric
{
    /// <param name="name">The name under which logs show it.</param>
    protected Metric(string name) => Name = name;

    /// <summary>The name under which logs show it.</summary>
    public string Name { get; }

    /// <summary>The number over everything since the last reset; 0 when there was nothing.</summary>
    internal abstract double Value { get; }

    /// <summary>The number over everything since the last reset, a float32 scalar; 0 when there was nothing.</summary>
    public Tensor result()
    {
        // It is a number of this process already, and as a rule read at once.
        using var onProcessor = new DeviceScope(Device.Processor);
        return (float)Value;
    }

    /// <summary>Forgets everything.</summary>
    public abstract void reset_states();

    /// <summary>The sums that it keeps, for a checkpoint; <see cref="set_state"/> takes them.</summary>
    public abstract double[] get_state();

    /// <summary>Goes on from sums that <see cref="get_state"/> gave.</summary>
    /// <exception cref="ArgumentException">Their number is not this metric's.</exception>
    public void set_state(double[] state)
    {
        if (state.Length != get_state().Length)
            throw new ArgumentException($"{Name} keeps {get_state().Length} sums; set_state got {state.Length}.");
        SetState(state);
    }

    private protected abstract void SetState(double[] state);

    /// <summary>Forgets everything.</summary>
    public void reset_state() => reset_states();
}
