using FashionGanTf.Evaluation.Features;
using Tensorflow.NumPy;

namespace FashionGanTf.Evaluation.Pictures;

/// <summary>Pictures, and what is seen in them.</summary>
/// <param name="Name">What they are, for a reader.</param>
/// <param name="Pictures">uint8 (N, size, size) or (N, size, size, 3).</param>
/// <param name="Embedding">Each as numbers.</param>
internal sealed record EmbeddedPictures(string Name, NDArray Pictures, Embedding Embedding)
{
    internal int Count => (int)Pictures.shape[0];

    internal NDArray Features => Embedding.Features;

    /// <summary>The first pictures, all where there are no more.</summary>
    internal EmbeddedPictures First(int count) => new(
        Name,
        PictureArrays.First(Pictures, count),
        new Embedding(PictureArrays.First(Embedding.Features, count),
            Embedding.Probabilities is { } all ? PictureArrays.First(all, count) : null));
}
