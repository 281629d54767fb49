namespace Tensorflow.Util;

/// <summary>What <c>fit</c> validates with after each epoch: inputs and labels. A pair of arrays converts by itself; several inputs or
/// labels take the constructor.</summary>
public sealed class ValidationDataPack
{
    /// <summary>Inputs and labels.</summary>
    /// <param name="x">The inputs.</param>
    /// <param name="y">The labels; null for a model that needs none.</param>
    /// <param name="sample_weight">How much the loss of each example counts; null counts all alike.</param>
    public ValidationDataPack(Tensors x, Tensors? y, Tensor? sample_weight = null) =>
        (val_x, val_y, val_sample_weight) = (x, y, sample_weight);

    /// <summary>The inputs.</summary>
    public Tensors val_x { get; }

    /// <summary>The labels; null for a model that needs none.</summary>
    public Tensors? val_y { get; }

    /// <summary>How much the loss of each example counts; null counts all alike.</summary>
    public Tensor? val_sample_weight { get; }

    /// <summary>Inputs and labels.</summary>
    public static implicit operator ValidationDataPack((Tensor, Tensor) pair) => new(pair.Item1, pair.Item2);

    /// <summary>Inputs, labels and weights.</summary>
    public static implicit operator ValidationDataPack((Tensor, Tensor, Tensor) three) => new(three.Item1, three.Item2, three.Item3);
}
