using FashionGanTf.Captions.Grammar;
using FashionGanTf.Evaluation.Pictures;
using Tensorflow;
using Tensorflow.NumPy;
using static Tensorflow.Binding;

namespace FashionGanTf.Evaluation.Words.Scorer;

/// <content>Trained scorers, and what they make of pictures and captions.</content>
public sealed partial class CaptionScorer
{
    /// <summary>Pictures that are looked at at once; no result depends on it.</summary>
    private const int EmbeddingBatch = 64;

    private static readonly Dictionary<string, int> s_places =
        CaptionWords.All.Select((word, place) => KeyValuePair.Create(word, place)).ToDictionary();

    /// <summary>Pictures as numbers.</summary>
    /// <param name="pictures">uint8 (N, 28, 28).</param>
    /// <param name="stop">Ends the work early.</param>
    /// <returns>N rows of length 1.</returns>
    public float[][] EmbedPictures(NDArray pictures, CancellationToken stop = default)
    {
        var rows = new List<float[]>();
        for (var first = 0; first < pictures.shape[0]; first += EmbeddingBatch)
        {
            stop.ThrowIfCancellationRequested();
            using var scope = TensorScope.Begin();
            var batch = (int)Math.Min(EmbeddingBatch, pictures.shape[0] - first);
            Tensor seen = Unit(Pictures.Apply(PictureArrays.Scaled(pictures, first, batch), training: false));
            rows.AddRange(seen.ToArray<float>().Chunk(Width));
        }

        return [.. rows];
    }

    /// <summary>Captions as numbers.</summary>
    /// <param name="captions">N captions in words of <see cref="CaptionWords"/>.</param>
    /// <returns>N rows of length 1.</returns>
    /// <exception cref="ArgumentException">A caption has another word; the message is one line.</exception>
    public float[][] EmbedCaptions(IReadOnlyList<string> captions)
    {
        using var scope = TensorScope.Begin();
        Tensor read = Unit(Captions.Apply(Counts(captions), training: false));
        return [.. read.ToArray<float>().Chunk(Width)];
    }

    /// <summary>How often each word of the vocabulary is in each caption, (N, words).</summary>
    internal static Tensor Counts(IReadOnlyList<string> captions)
    {
        var counts = new float[captions.Count * s_places.Count];
        for (var i = 0; i < captions.Count; i++)
            foreach (var word in captions[i].ToLowerInvariant().Split([' ', ','], StringSplitOptions.RemoveEmptyEntries))
                counts[i * s_places.Count + (s_places.TryGetValue(word, out var place) ? place
                    : throw new ArgumentException($"'{word}' in the caption '{captions[i]}' is no word that the scorer knows."))]++;
        return tf.reshape((Tensor)counts, (captions.Count, s_places.Count));
    }
}
