using System.Runtime.CompilerServices;
using Tensorflow.Operations;

namespace Tensorflow.Gradients;

/// <summary>
/// Listens to the operations on its thread from its construction until <see cref="gradient(Tensor, Tensor, string)"/> or
/// <see cref="Dispose"/>, and differentiates. Trainable variables are watched by themselves, other tensors by <see cref="watch(Tensor)"/>.
/// Tapes nest: what an inner tape's gradient computes is seen by the outer one, which gives second derivatives.
/// </summary>
public sealed class GradientTape : IDisposable
{
    private readonly bool _persistent;
    private readonly bool _watchAccessedVariables;
    private readonly HashSet<Tensor> _followed = new(ReferenceEqualityComparer.Instance);
    private readonly List<TapeRecord> _records = [];
    private readonly List<IVariableV1> _watchedVariables = [];
    private bool _used;

    internal GradientTape(bool persistent, bool watchAccessedVariables)
    {
        _persistent = persistent;
        _watchAccessedVariables = watchAccessedVariables;
        Tape.Push(this);
    }

    /// <summary>The variables that were watched, in the order of their first use.</summary>
    public IReadOnlyList<IVariableV1> watched_variables => _watchedVariables;

    /// <summary>Follows a tensor, so that it can be a source.</summary>
    /// <exception cref="ArgumentException">The tensor's type is not a floating one.</exception>
    public void watch(Tensor tensor)
    {
        if (!tensor.dtype.IsFloating())
            throw new ArgumentException($"Only floating tensors have gradients; this one is {tensor.dtype.Name()}.");
        _followed.Add(tensor);
    }

    /// <summary>Follows a variable (needed for one that is not trainable, or with <c>watch_accessed_variables: false</c>).</summary>
    public void watch(ResourceVariable variable)
    {
        if (_followed.Add(variable.Handle))
            _watchedVariables.Add(variable);
    }

    /// <summary>Does not listen until the result is disposed.</summary>
    public IDisposable stop_recording() => new Stopped(this);

    /// <summary>The gradient of a target's sum with respect to a tensor.</summary>
    /// <param name="target">What is differentiated; if it has several elements, their sum is.</param>
    /// <param name="source">A watched tensor.</param>
    /// <param name="unconnected_gradients">What a source gets that the target does not depend on:
    /// <c>none</c> (null) or <c>zero</c>.</param>
    /// <returns>A tensor of the source's shape, or null.</returns>
    [OverloadResolutionPriority(1)]
    public Tensor gradient(Tensor target, Tensor source, string unconnected_gradients = "none") =>
        Compute(target, [source], null, unconnected_gradients)[0];

    /// <summary>The gradient of a target's sum with respect to a variable.</summary>
    /// <inheritdoc cref="gradient(Tensor, Tensor, string)"/>
    [OverloadResolutionPriority(1)]
    public Tensor gradient(Tensor target, ResourceVariable source, string unconnected_gradients = "none") =>
        Compute(target, [source.Handle], null, unconnected_gradients)[0];

    /// <summary>The gradients of a target's sum with respect to two variables.</summary>
    public (Tensor, Tensor) gradient(Tensor target, (ResourceVariable, ResourceVariable) sources)
    {
        var gradients = Compute(target, [sources.Item1.Handle, sources.Item2.Handle], null, "none");
        return (gradients[0], gradients[1]);
    }

    /// <summary>The gradients of a target's sum with respect to each variable.</summary>
    /// <param name="target">What is differentiated; if it has several elements, their sum is.</param>
    /// <param name="sources">The variables.</param>
    /// <param name="output_gradients">A weight for each element of the target, of its shape, instead of ones.</param>
    /// <param name="unconnected_gradients">What a source gets that the target does not depend on:
    /// <c>none</c> (null) or <c>zero</c>.</param>
    /// <returns>A tensor of each source's shape, in their order.</returns>
    public Tensor[] gradient(
        Tensor target, IEnumerable<IVariableV1> sources, List<Tensor>? output_gradients = null, string? unconnected_gradients = null) =>
        Compute(target, [.. sources.Select(Handle)], output_gradients, unconnected_gradients ?? "none");

    /// <summary>The gradients of a target's sum with respect to each tensor.</summary>
    /// <inheritdoc cref="gradient(Tensor, IEnumerable{IVariableV1}, List{Tensor}, string)"/>
    public Tensor[] gradient(
        Tensor target, IEnumerable<Tensor> sources, List<Tensor>? output_gradients = null, string? unconnected_gradients = null) =>
        Compute(target, [.. sources], output_gradients, unconnected_gradients ?? "none");

    /// <summary>Stops listening, as Python's tape does at the end of its <c>with</c>: gradients can still be asked for.</summary>
    public void Dispose() => Tape.Remove(this);

    /// <summary>The operations so far whose results depend on something that is watched, in their order.</summary>
    internal IReadOnlyList<TapeRecord> Records => _records;

    internal bool Follows(Tensor[] inputs)
    {
        foreach (var input in inputs)
            if (_followed.Contains(input))
                return true;
        return false;
    }

    internal void Add(TapeRecord record)
    {
        _records.Add(record);
        _followed.Add(record.Output);
    }

    internal void WatchAccessed(ResourceVariable variable)
    {
        if (_watchAccessedVariables)
            watch(variable);
    }

    private void Forget()
    {
        _records.Clear();
        _followed.Clear();
    }

    private static Tensor Handle(IVariableV1 variable) => variable is ResourceVariable resource
        ? resource.Handle
        : throw new ArgumentException($"{variable.Name} is not a variable of this runtime ({variable.GetType().Name}).");

    private Tensor[] Compute(Tensor target, Tensor[] sources, List<Tensor>? outputGradients, string unconnected)
    {
        if (unconnected is not ("none" or "zero"))
            throw new ArgumentException($"unconnected_gradients is 'none' or 'zero', not '{unconnected}'.");
        if (_used && !_persistent)
            throw new RuntimeError(
                "A tape that is not persistent gives gradients once; use tf.GradientTape(persistent: true) to ask it again.");
        if (outputGradients is not null && (outputGradients.Count != 1 || outputGradients[0].shape != target.shape))
            throw new ArgumentException($"output_gradients must hold one tensor of the target's shape {target.shape}.");
        _used = true;
        if (!_persistent)
            Tape.Remove(this);

        var gradients = Backward(target, sources, outputGradients?[0] ?? OnesLike.Apply(target));
        if (!_persistent)
            Forget();
        return Array.ConvertAll(sources, source =>
            gradients.GetValueOrDefault(source) ?? (unconnected == "zero" ? Fill.Zeros(source.shape, source.dtype) : null!));
    }

    private Dictionary<Tensor, Tensor> Backward(Tensor target, Tensor[] sources, Tensor targetGradient)
    {
        // A persistent tape hears the gradient's own operations: walk what was there before.
        var count = _records.Count;
        var dependsOnSource = new HashSet<Tensor>(count + sources.Length, ReferenceEqualityComparer.Instance);
        dependsOnSource.UnionWith(sources);
        Predicate<Tensor> depends = dependsOnSource.Contains;
        for (var i = 0; i < count; i++)
            if (Array.Exists(_records[i].Inputs, depends))
                dependsOnSource.Add(_records[i].Output);

        // What is computed on the way is handed back as soon as it was passed on, unless another tape may come back to it.
        using var scope = Tape.IsRecording ? null : TensorScope.Begin();

        var gradients = new Dictionary<Tensor, Tensor>(ReferenceEqualityComparer.Instance);
        if (dependsOnSource.Contains(target))
            gradients[target] = targetGradient;
        Span<bool> needed = stackalloc bool[16];
        for (var i = count - 1; i >= 0; i--)
        {
            var record = _records[i];
            if (!dependsOnSource.Contains(record.Output) || !gradients.TryGetValue(record.Output, out var dy))
                continue;
            var inputs = record.Inputs;
            var neededInputs = inputs.Length <= needed.Length ? needed[..inputs.Length] : new bool[inputs.Length];
            for (var j = 0; j < inputs.Length; j++)
                neededInputs[j] = dependsOnSource.Contains(inputs[j]);
            Tape.Differentiating = record.Operation;
            var inputGradients = record.Gradient(dy, neededInputs);
            for (var j = 0; j < inputs.Length; j++)
                if (neededInputs[j] && inputGradients[j] is { } gradient)
                    gradients[inputs[j]] = gradients.TryGetValue(inputs[j], out var sum) ? sum + gradient : gradient;
            Tape.Differentiating = null;
            if (scope is not null && !IsOneOf(sources, record.Output))
                PassedOn(record.Output, gradients, scope);
        }

        foreach (var source in sources)
            if (gradients.TryGetValue(source, out var gradient))
                scope?.Keep(gradient);
        return gradients;
    }

    // The very tensor: arrays are equal to others of the same elements.
    private static bool IsOneOf(Tensor[] sources, Tensor tensor)
    {
        foreach (var source in sources)
            if (ReferenceEquals(source, tensor))
                return true;
        return false;
    }

    /// <summary>Forgets the gradient of an output; its memory goes back unless it is an input's gradient too.</summary>
    private static void PassedOn(Tensor output, Dictionary<Tensor, Tensor> gradients, TensorScope scope)
    {
        gradients.Remove(output, out var dy);
        foreach (var gradient in gradients.Values)
            if (ReferenceEquals(gradient, dy))
                return;
        scope.Release(dy!);
    }

    private sealed class Stopped : IDisposable
    {
        private readonly GradientTape _tape;

        internal Stopped(GradientTape tape) => Tape.Remove(_tape = tape);

        public void Dispose() => Tape.Push(_tape);
    }
}
