namespace Tensorflow;

/// <summary>What <c>using static Tensorflow.Binding</c> brings into a program: <see cref="tf"/> and Python's small helpers.</summary>
public static partial class Binding
{
    /// <summary>The root of the API.</summary>
    public static tensorflow tf { get; } = new();
}
