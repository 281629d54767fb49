using Tensorflow.NumPy;

namespace FashionGanTf.Evaluation.Words;

/// <summary>A model that is asked in words.</summary>
/// <param name="Draw">Draws a picture for each caption, uint8 (N, 28, 28).</param>
public sealed record AskedWords(Func<IReadOnlyList<string>, NDArray> Draw)
{
    /// <summary>Draws of each caption the class alone, for comparison; null where <see cref="Draw"/> itself does so.</summary>
    public Func<IReadOnlyList<string>, NDArray>? DrawClass { get; init; }
}
