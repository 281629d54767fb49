using Tensorflow.Gradients;

namespace Tensorflow;

/// <summary>The root of the API, <c>tf</c>: thin, every member hands on to an operation.
/// Its parts stand in files named after Python's modules.</summary>
public sealed partial class tensorflow
{
    internal tensorflow()
    {
    }

    /// <summary>Does nothing: every operation is computed at once, always.</summary>
    public void enable_eager_execution()
    {
    }

    /// <summary>A tape that listens from now on.</summary>
    /// <param name="persistent">Whether it can be asked for gradients more than once.</param>
    /// <param name="watch_accessed_variables">Whether it follows trainable variables by itself.</param>
    public GradientTape GradientTape(bool persistent = false, bool watch_accessed_variables = true) =>
        new(persistent, watch_accessed_variables);

    /// <summary>A variable that starts at a value.</summary>
    public ResourceVariable Variable(Tensor initial_value, bool trainable = true, string name = "Variable") =>
        new(initial_value, trainable, name);
}
