namespace Tensorflow.Contexts;

/// <summary>How operations are computed, <c>tf.Context</c>: at once, always.</summary>
public sealed class Context
{
    internal Context()
    {
    }

    /// <summary>Does nothing: there is no native library to load.</summary>
    public void ensure_initialized()
    {
    }

    /// <summary>Whether operations are computed at once: true.</summary>
    public bool executing_eagerly() => true;

    /// <summary>Does nothing: there is no graph to be emptied.</summary>
    public void reset_context()
    {
    }
}
