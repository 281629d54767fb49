using FashionGanTf.Evaluation.Pictures;
using FashionGanTf.Evaluation.Words;
using Tensorflow.Keras.Engine;
using Tensorflow.NumPy;

namespace FashionGanTf.Evaluation;

/// <summary>What is judged, and by what.</summary>
/// <param name="Source">Where the pictures are from, for a reader.</param>
/// <param name="Pictures">uint8 (N, size, size) or (N, size, size, 3), at least two.</param>
/// <param name="Reference">What real pictures they are compared with.</param>
/// <param name="Seed">Chooses the pictures of noise and the subsets of the kernel distance.</param>
public sealed record EvaluationSubject(string Source, NDArray Pictures, Reference Reference, int Seed)
{
    /// <summary>The SHA-256 of the file of weights that drew the pictures; null for pictures that were there already.</summary>
    public string? WeightsSha256 { get; init; }

    /// <summary>The classes that were asked for; null for pictures of a model without classes, or that were there already.</summary>
    public AskedClasses? Asked { get; init; }

    /// <summary>The model as it is asked in words; null where it is not.</summary>
    public AskedWords? Words { get; init; }

    /// <summary>Tells real pictures from drawn ones, (N, size, size, channels) in [-1, 1] to logits; of a model with classes it takes
    /// conditions, too. Null where there is none to judge.</summary>
    public Model? Discriminator { get; init; }
}
