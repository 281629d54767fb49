namespace Tensorflow;

/// <summary>Something was asked for at a time when it cannot be done.</summary>
public class RuntimeError : Exception
{
    /// <summary>An error with its explanation.</summary>
    public RuntimeError(string message)
        : base(message)
    {
    }

    /// <summary>An error with its explanation and its cause.</summary>
    public RuntimeError(string message, Exception inner)
        : base(message, inner)
    {
    }

    /// <summary>An error without an explanation.</summary>
    public RuntimeError()
    {
    }
}
