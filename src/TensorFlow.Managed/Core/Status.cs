namespace Tensorflow;

/// <summary>TensorFlow.NET's outcome of a call into its native library, for programs that make one. There is no such library here: a call
/// that fails throws, so every outcome there is is a success.</summary>
public sealed class Status
{
    /// <summary>What went wrong: nothing.</summary>
    public string Message => "";
}
