using Tensorflow.Devices;
using Tensorflow.Keras.Engine;
using Tensorflow.Operations;

namespace Tensorflow.Keras.Optimizers;

/// <summary>The base of optimizers: counts the steps, keeps the moments of each weight, and checks gradients.</summary>
public abstract partial class OptimizerV2 : IOptimizer
{
    private readonly ResourceVariable _iterations;
    private readonly List<ResourceVariable> _variables = [];
    private readonly Dictionary<IVariableV1, ResourceVariable[]> _slots = new(ReferenceEqualityComparer.Instance);
    private readonly HashSet<IVariableV1> _warned = new(ReferenceEqualityComparer.Instance);
    private float _learningRate;

    /// <param name="learning_rate">The step size.</param>
    /// <param name="name">The optimizer's name, which its variables' names begin with.</param>
    /// <exception cref="ArgumentException">The learning rate is negative or not a finite number.</exception>
    protected OptimizerV2(float learning_rate, string name)
    {
        Name = name;
        this.learning_rate = learning_rate;
        _iterations = State(Shape.Scalar, TF_DataType.TF_INT64, "iter");
    }

    /// <inheritdoc/>
    public string Name { get; }

    /// <inheritdoc/>
    public float learning_rate
    {
        get => _learningRate;
        set => _learningRate = NotNegative(nameof(learning_rate), value);
    }

    /// <summary>The step size: another name of <see cref="learning_rate"/>.</summary>
    public float lr
    {
        get => learning_rate;
        set => learning_rate = value;
    }

    /// <inheritdoc/>
    public long iterations
    {
        get
        {
            using var value = _iterations.numpy();
            return (long)value;
        }
    }

    /// <inheritdoc/>
    public IReadOnlyList<ResourceVariable> variables => _variables;

    /// <summary>Where warnings go; standard error unless a test listens.</summary>
    internal TextWriter? Warnings { get; set; }

    /// <summary>The names of the moments that each weight has.</summary>
    private protected abstract string[] SlotNames { get; }

    /// <summary>What the moments begin with.</summary>
    private protected virtual float SlotStart => 0;

    /// <inheritdoc/>
    public void build(IEnumerable<IVariableV1> var_list)
    {
        foreach (var variable in var_list)
            Slots(variable);
    }

    /// <summary>The values of <see cref="variables"/>.</summary>
    public List<NumPy.NDArray> get_weights() => _variables.ConvertAll(variable => variable.numpy());

    /// <summary>Replaces the values of <see cref="variables"/>, in their order.</summary>
    /// <exception cref="ArgumentException">Their number, a shape or a type differs.</exception>
    public void set_weights(IEnumerable<Tensor> weights)
    {
        var values = weights.ToList();
        if (values.Count != _variables.Count)
            throw new ArgumentException(
                $"{Name} has {_variables.Count} variables and was given {values.Count} values; call build with the model's trainable " +
                $"variables first.");
        using var together = VariableSnapshot.Postpone();
        for (var i = 0; i < values.Count; i++)
            _variables[i].assign(values[i]);
    }

    /// <inheritdoc/>
    public void apply_gradients((Tensor, IVariableV1) grads_and_vars, string? name = null, bool experimental_aggregate_gradients = true) =>
        apply_gradients([grads_and_vars], name, experimental_aggregate_gradients);

    /// <inheritdoc/>
    public void apply_gradients(
        IEnumerable<(Tensor, IVariableV1)> grads_and_vars, string? name = null, bool experimental_aggregate_gradients = true)
    {
        var pairs = grads_and_vars as IReadOnlyList<(Tensor, IVariableV1)> ?? [.. grads_and_vars];
        if (pairs.Count == 0)
            return;
        // All is checked before the first weight changes.
        Check(pairs);
        pairs = Clipped(pairs);
        using var together = VariableSnapshot.Postpone();
        var step = iterations + 1;
        if (learning_rate_schedule is { } schedule)
            learning_rate = schedule.Call(step - 1);
        BeginStep(step);
        Decay(pairs);
        foreach (var (gradient, variable) in pairs)
            if (gradient is not null)
                Apply(gradient, (ResourceVariable)variable);
        Constrain(pairs);
        SetIterations(step);
    }

    /// <inheritdoc/>
    public void apply_gradients(
        IEnumerable<(Tensor, ResourceVariable)> grads_and_vars, string? name = null, bool experimental_aggregate_gradients = true) =>
        apply_gradients(grads_and_vars.Select(pair => (pair.Item1, (IVariableV1)pair.Item2)), name, experimental_aggregate_gradients);

    /// <summary>Prepares what all weights of a step share.</summary>
    /// <param name="step">The number of the step, from 1.</param>
    private protected abstract void BeginStep(long step);

    /// <summary>Updates one weight.</summary>
    /// <param name="current">The weight's value.</param>
    /// <param name="next">Where its new value goes; may be <paramref name="current"/>.</param>
    /// <param name="slots">The weight's moments, to be changed in place.</param>
    /// <param name="gradient">Its gradient.</param>
    /// <param name="count">How many elements each of them has.</param>
    private protected virtual void Update(Storage current, Storage next, ReadOnlySpan<ResourceVariable> slots, Storage gradient,
        long count) => throw new NotSupportedException($"{Name} updates weights in Apply.");

    private protected float Fraction(string argument, float value) =>
        value is >= 0 and < 1 ? value : throw Invalid(argument, value, "a number from 0 up to, not including, 1");

    private protected float Momentum(float value) => value is >= 0 and <= 1
        ? value : throw Invalid("momentum", value, "a number from 0 to 1");

    private protected float NotNegative(string argument, float value) =>
        float.IsFinite(value) && value >= 0 ? value : throw Invalid(argument, value, "a finite number from 0 on");

    /// <summary>1 - x for the decimal number that was meant: 0.999f is 0.99900001, and 1 less that is wrong in the fifth digit.</summary>
    private protected static double Complement(float x) => (double)(1 - (decimal)x);

    /// <summary>Updates one weight, given its gradient as a tensor; unless overridden by the kernel of <see cref="Update"/>.</summary>
    private protected virtual void Apply(Tensor gradient, ResourceVariable variable)
    {
        var slots = Slots(variable);
        // Before the update: others need not wait while deferred elements are made.
        gradient.Storage.Settle();
        using var update = variable.BeginUpdate();
        Update(update.Current, update.Next, slots, gradient.Storage, variable.shape.size);
        GC.KeepAlive(gradient);
        update.Publish();
    }

    private protected ResourceVariable[] Slots(IVariableV1 variable)
    {
        if (!_slots.TryGetValue(variable, out var slots))
            _slots[variable] = slots =
                Array.ConvertAll(SlotNames, slot =>
                    State(variable.shape, variable.dtype, $"{variable.Name.Split(':')[0]}/{slot}", SlotStart));
        return slots;
    }

    private ResourceVariable State(Shape shape, TF_DataType dtype, string name, float start = 0)
    {
        using var outOfScope = TensorScope.Suspend();
        using var value = Fill.Apply(shape, start, dtype);
        var state = new ResourceVariable(value, trainable: false, $"{Name}/{name}");
        _variables.Add(state);
        return state;
    }

    private void SetIterations(long step)
    {
        // Where they are read at once, as TensorFlow places it: a card would have to finish its work first.
        using var onProcessor = new DeviceScope(Device.Processor);
        using var update = _iterations.BeginUpdate();
        Tensor.Device.Fill(TF_DataType.TF_INT64, update.Next, 1, step);
        update.Publish();
    }

    private void Check(IReadOnlyList<(Tensor, IVariableV1)> pairs)
    {
        var missing = 0;
        foreach (var (gradient, variable) in pairs)
        {
            if (gradient is null)
                missing++;
            else if (variable is not ResourceVariable || variable.dtype != TF_DataType.TF_FLOAT)
                throw new ArgumentException(
                    $"{Name} updates float32 variables; {variable.Name} is a {variable.dtype.Name()} {variable.GetType().Name}.");
            else if (gradient.shape != variable.shape || gradient.dtype != variable.dtype)
                throw new ArgumentException(
                    $"{Name}: the gradient of {variable.Name} has shape {gradient.shape} and type {gradient.dtype.Name()}; it needs " +
                    $"{variable.shape} and {variable.dtype.Name()}.");
        }

        if (missing == pairs.Count)
            throw new ArgumentException(
                $"{Name}: no gradients for any variable: {string.Join(", ", pairs.Select(pair => pair.Item2.Name))}.");
        if (missing > 0)
            Warn(pairs);
    }

    private void Warn(IReadOnlyList<(Tensor, IVariableV1)> pairs)
    {
        List<string> names = [.. pairs.Where(pair => pair.Item1 is null && _warned.Add(pair.Item2)).Select(pair => pair.Item2.Name)];
        if (names.Count > 0)
            (Warnings ?? Console.Error)
                .WriteLine($"Warning: {Name}: there are no gradients for {string.Join(", ", names)}; they stay as they are.");
    }

    private ArgumentException Invalid(string argument, float value, string needed) =>
        new($"{Name}: {argument} must be {needed}; it is {value}.");
}
