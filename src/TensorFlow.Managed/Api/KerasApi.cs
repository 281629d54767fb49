using Tensorflow.Keras;

namespace Tensorflow;

/// <summary>What <c>using static Tensorflow.KerasApi</c> brings into a program.</summary>
public static class KerasApi
{
    /// <summary>The root of Keras.</summary>
    public static KerasInterface keras { get; } = new();
}
