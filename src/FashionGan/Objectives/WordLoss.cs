using FashionGanTf.Conditions;
using FashionGanTf.Networks;
using Tensorflow;
using Tensorflow.NumPy;
using static Tensorflow.Binding;

namespace FashionGanTf.Objectives;

/// <summary>
/// How well a discriminator names the words of a picture's caption, a logit for each word of the vocabulary (after Odena, Olah, Shlens:
/// Conditional Image Synthesis with Auxiliary Classifier GANs, 2017, with words for classes). A caption need not say all that is true, so
/// a word counts as wrong only where a word of the caption excludes it: with P the words of the caption, X those that they exclude,
/// the loss of a picture is the mean of softplus(-l) over P plus the mean of softplus(l) over X. Words that exclude none and are excluded
/// by none, such as <c>with</c>, are not counted. Where no words exclude each other, all that the caption does not say count as X.
/// </summary>
internal sealed class WordLoss
{
    private readonly int _words;

    /// <summary>(words, words), 1 where two exclude each other; null where none do.</summary>
    private readonly NDArray? _excludes;

    /// <summary>(1, words), 1 for words that count.</summary>
    private readonly NDArray? _counted;

    internal WordLoss(Vocabulary vocabulary)
    {
        _words = vocabulary.Count;
        var (excludes, counted) = (new float[_words * _words], new float[_words]);
        foreach (var (first, second) in vocabulary.Exclusions)
        {
            excludes[first * _words + second] = excludes[second * _words + first] = 1;
            counted[first] = counted[second] = 1;
        }

        if (!counted.Contains(1))
            return;
        _excludes = np.array(excludes).reshape((_words, _words));
        _counted = np.array(counted).reshape((1, _words));
    }

    /// <param name="tokens">Captions (N, T).</param>
    /// <param name="logits">(N, words).</param>
    /// <returns>The mean over the captions.</returns>
    internal Tensor Apply(Tensor tokens, Tensor logits)
    {
        var said = TextEncoder.Present(tokens, _words);
        var excluded = 1f - said;
        if (_excludes is not null)
        {
            excluded *= tf.cast(tf.matmul(said, (Tensor)_excludes) > 0, tf.float32);
            said *= (Tensor)_counted!;
        }

        return tf.reduce_mean(Mean(said, tf.math.softplus(-logits)) + Mean(excluded, tf.math.softplus(logits)));
    }

    /// <summary>For each row the mean of the values that are chosen; 0 where none are.</summary>
    private static Tensor Mean(Tensor chosen, Tensor values) =>
        tf.reduce_sum(chosen * values, axis: -1) / tf.maximum(tf.reduce_sum(chosen, axis: -1), 1f);
}
