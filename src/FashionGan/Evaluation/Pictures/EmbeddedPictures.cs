using FashionGanTf.Evaluation.Classifier;
using Tensorflow.NumPy;

namespace FashionGanTf.Evaluation.Pictures;

/// <summary>Pictures, and what the classifier sees in them.</summary>
/// <param name="Name">What they are, for a reader.</param>
/// <param name="Pictures">uint8 (N, 28, 28).</param>
/// <param name="Embedding">What the classifier sees.</param>
internal sealed record EmbeddedPictures(string Name, NDArray Pictures, Embedding Embedding)
{
    internal int Count => (int)Pictures.shape[0];

    internal NDArray Features => Embedding.Features;

    /// <summary>The first pictures, all where there are no more.</summary>
    internal EmbeddedPictures First(int count) => new(
        Name,
        PictureArrays.First(Pictures, count),
        new Embedding(PictureArrays.First(Embedding.Features, count), PictureArrays.First(Embedding.Probabilities, count)));
}
