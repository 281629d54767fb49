using FashionGanTf.Conditions;
using Tensorflow;
using Tensorflow.NumPy;
using static Tensorflow.Binding;

namespace FashionGanTf.Datasets;

/// <summary>
/// Takes for each picture of a batch one of its captions, and one that is wrong for it: half of these are the caption with one word flipped
/// to a word that excludes it, the others the caption of another picture (Reed et al., Generative Adversarial Text to Image Synthesis,
/// 2016). A flipped word is one that goes with the others where there is such a one, so that the text makes sense and only the picture
/// tells that it is wrong.
/// </summary>
internal sealed class CaptionBatch
{
    /// <summary>Other pictures that are tried until one's caption is wrong for this one.</summary>
    private const int Tries = 4;

    /// <summary>Random numbers for a picture: which caption, which kind of mismatch, which word, which other word, and for each try a
    /// picture and its caption.</summary>
    private const int NumbersOfPicture = 4 + 2 * Tries;

    private readonly CaptionSet _captions;
    private readonly Vocabulary _vocabulary;

    /// <summary>For each word those that exclude it.</summary>
    private readonly int[][] _excluding;

    /// <summary>The same as bits.</summary>
    private readonly ulong[][] _excluded;
    private readonly bool _anyExcluded;

    internal CaptionBatch(CaptionSet captions)
    {
        (_captions, _vocabulary) = (captions, captions.Vocabulary);
        var words = Enumerable.Range(0, _vocabulary.Count).ToList();
        _excluding = [.. words.Select(word => words.Where(other => _vocabulary.Excludes(word, other)).ToArray())];
        _excluded = Array.ConvertAll(_excluding, CaptionSet.BitsOf);
        _anyExcluded = _excluding.Any(others => others.Length > 0);
    }

    /// <summary>Tokens for the pictures of some numbers.</summary>
    /// <param name="numbers">int32 (N).</param>
    /// <returns>int32 (N, 2, T): the caption and the mismatch, with T as long as the longest caption. What is random comes from the stream
    /// that the walk over the data has of its own, so a run that is resumed takes the same.</returns>
    internal Tensor Read(Tensor numbers)
    {
        var pictures = numbers.ToArray<int>();
        var random = tf.random.uniform((pictures.Length, NumbersOfPicture)).ToArray<float>();
        var length = _captions.Longest;
        var tokens = new int[pictures.Length * 2 * length];
        for (var i = 0; i < pictures.Length; i++)
        {
            var own = random.AsSpan(i * NumbersOfPicture, NumbersOfPicture);
            var caption = Choose(_captions.Of(pictures[i]), own[0]);
            caption.CopyTo(tokens, 2 * i * length);
            Mismatch(pictures[i], caption, own[1..]).CopyTo(tokens, (2 * i + 1) * length);
        }

        using var array = np.array(tokens);
        return tf.identity((Tensor)array.reshape((pictures.Length, 2, length)));
    }

    /// <summary>A text that is wrong for a picture.</summary>
    /// <param name="picture">The picture's number.</param>
    /// <param name="caption">One of its captions.</param>
    /// <param name="random">Numbers in [0, 1).</param>
    internal int[] Mismatch(int picture, int[] caption, ReadOnlySpan<float> random)
    {
        var flipped = Flipped(caption, random[1], random[2]);
        if (flipped is not null && random[0] < 0.5f)
            return flipped;
        var other = caption;
        for (var i = 3; i + 1 < random.Length; i += 2)
        {
            other = Choose(_captions.Of(Choose(_captions.Pictures, random[i])), random[i + 1]);
            if (_captions.IsMismatch(picture, other, _excluded, _anyExcluded))
                return other;
        }

        return flipped ?? other;
    }

    /// <summary>The caption with one word flipped to a word that excludes it; null where none is excluded.</summary>
    private int[]? Flipped(int[] caption, float place, float choice)
    {
        for (var i = 0; i < caption.Length; i++)
        {
            var at = (Place(place, caption.Length) + i) % caption.Length;
            if (_excluding[caption[at] - 1].Length == 0)
                continue;
            var flipped = (int[])caption.Clone();
            flipped[at] = InPlaceOf(caption, at, choice) + 1;
            return flipped;
        }

        return null;
    }

    /// <summary>A word that excludes the one at a place of a caption: one that goes with its others, where there is such a one.</summary>
    private int InPlaceOf(int[] caption, int at, float choice)
    {
        var others = _excluding[caption[at] - 1];
        var sensible = 0;
        foreach (var word in others)
            sensible += GoesWith(word) ? 1 : 0;
        if (sensible == 0)
            return Choose(others, choice);
        var left = Place(choice, sensible);
        foreach (var word in others)
            if (GoesWith(word) && left-- == 0)
                return word;
        throw new InvalidOperationException("There are as many as were counted.");

        bool GoesWith(int word)
        {
            for (var j = 0; j < caption.Length; j++)
                if (j != at && _vocabulary.Excludes(word, caption[j] - 1))
                    return false;
            return true;
        }
    }

    private static T Choose<T>(IReadOnlyList<T> list, float random) => list[Place(random, list.Count)];

    private static int Place(float random, int count) => Math.Min((int)((double)random * count), count - 1);
}
