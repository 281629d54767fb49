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
    /// <param name="initial_value">A number, an array of any rank, a tensor, another variable's value.</param>
    /// <param name="trainable">Whether training changes it.</param>
    /// <param name="name">Its name.</param>
    /// <param name="dtype">The type that the value is converted to; its own if it is not given.</param>
    /// <exception cref="ArgumentException">The value is not made of numbers.</exception>
    public ResourceVariable Variable<T>(
        T initial_value, bool trainable = true, string name = "Variable", TF_DataType dtype = TF_DataType.DtInvalid)
    {
        using var scope = TensorScope.Begin();
        using var pause = Tape.Pause();
        return new(Operations.Constant.From(initial_value!, dtype), trainable, name);
    }
}
