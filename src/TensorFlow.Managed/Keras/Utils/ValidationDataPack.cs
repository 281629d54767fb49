namespace Tensorflow.Util;

/// <summary>What <c>fit</c> validates with after each epoch: inputs and labels. A pair of arrays converts by itself; several inputs or
/// labels take the constructor.</summary>
public sealed class ValidationDataPack
{
    /// <summary>Inputs and labels.</summary>
    public ValidationDataPack(Tensors x, Tensors? y) => (val_x, val_y) = (x, y);

    /// <summary>The inputs.</summary>
    public Tensors val_x { get; }

    /// <summary>The labels; null for a model that needs none.</summary>
    public Tensors? val_y { get; }

    /// <summary>Inputs and labels.</summary>
    public static implicit operator ValidationDataPack((Tensor, Tensor) pair) => new(pair.Item1, pair.Item2);
}
