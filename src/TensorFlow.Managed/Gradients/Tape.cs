namespace Tensorflow.Gradients;

/// <summary>The tapes that listen on this thread, and the one place where operations report to them.</summary>
internal static class Tape
{
    [ThreadStatic]
    private static List<GradientTape>? t_active;

    [ThreadStatic]
    private static int t_paused;

    private static List<GradientTape> Active => t_active ??= [];

    /// <summary>The operation whose gradient this thread is computing; null in between. A profile asks.</summary>
    [field: ThreadStatic]
    internal static string? Differentiating { get; set; }

    /// <summary>True when some tape listens; a gradient function that runs then must be differentiable itself.</summary>
    internal static bool IsRecording => t_paused == 0 && t_active is { Count: > 0 };

    internal static void Push(GradientTape tape) => Active.Add(tape);

    internal static void Remove(GradientTape tape) => Active.Remove(tape);

    /// <summary>Until the result is disposed no tape listens on this thread.</summary>
    internal static IDisposable Pause() => new Paused();

    /// <summary>Reports an operation with any number of inputs.</summary>
    /// <returns>The output, for the operation to return. The inputs stay alive at least until this call.</returns>
    internal static Tensor Record(string operation, Tensor output, Tensor[] inputs, GradientFunction gradient, object? details = null)
    {
        if (IsRecording && output.dtype.IsFloating())
        {
            TapeRecord? record = null;
            foreach (var tape in Active)
                if (tape.Follows(inputs))
                    tape.Add(record ??= new TapeRecord(operation, output, inputs, gradient, details));
        }

        GC.KeepAlive(inputs);
        return output;
    }

    /// <summary>Reports an operation with one input.</summary>
    internal static Tensor Record(string operation, Tensor output, Tensor x, Func<Tensor, Tensor> gradient, object? details = null)
    {
        if (IsRecording)
            return Record(operation, output, [x], (dy, _) => [gradient(dy)], details);
        GC.KeepAlive(x);
        return output;
    }

    /// <summary>Reports an operation with two inputs, each with its own gradient, computed only when it is needed.</summary>
    internal static Tensor Record(
        string operation, Tensor output, Tensor a, Func<Tensor, Tensor> gradientOfA, Tensor b, Func<Tensor, Tensor> gradientOfB,
        object? details = null)
    {
        if (IsRecording)
            return Record(operation, output, [a, b], (dy, needed) =>
                [needed[0] ? gradientOfA(dy) : null, needed[1] ? gradientOfB(dy) : null], details);
        GC.KeepAlive(a);
        GC.KeepAlive(b);
        return output;
    }

    /// <summary>Ends an operation that has no gradient: its inputs stay alive until its kernel is done.</summary>
    internal static Tensor Constant(Tensor output, params ReadOnlySpan<Tensor> inputs)
    {
        foreach (var input in inputs)
            GC.KeepAlive(input);
        return output;
    }

    /// <summary>Reports that a variable was read.</summary>
    internal static Tensor RecordRead(ResourceVariable variable, Tensor value)
    {
        if (!IsRecording)
            return value;
        if (variable.Trainable)
            foreach (var tape in Active)
                tape.WatchAccessed(variable);
        return Record("ReadVariableOp", value, [variable.Handle], (dy, _) => [dy]);
    }

    private sealed class Paused : IDisposable
    {
        internal Paused() => t_paused++;

        public void Dispose() => t_paused--;
    }
}
