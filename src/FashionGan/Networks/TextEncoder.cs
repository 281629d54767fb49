using Tensorflow;
using Tensorflow.Common.Types;
using Tensorflow.Keras;
using Tensorflow.Keras.ArgsDefinition;
using Tensorflow.Keras.Engine;
using Tensorflow.Keras.Saving;
using Tensorflow.NumPy;
using static Tensorflow.Binding;
using static Tensorflow.KerasApi;

namespace FashionGanTf.Networks;

/// <summary>
/// A text becomes a condition. Tokens (N, T) of int32, 0 where no word is, give (N, <see cref="Size"/>), each row of a length near 1. Each
/// word's embedding is seen with its neighbours by a convolution over three words (Kim, Convolutional Neural Networks for Sentence
/// Classification, 2014), so that <c>short sleeves</c> is not <c>short trousers</c>. Attention sums the words up: each of a few heads
/// weighs them by a softmax of its scores (Lin et al., A Structured Self-attentive Sentence Embedding, 2017). A dense layer and a layer
/// normalisation follow, whose result is divided by the root of its size. What stands behind the last word changes nothing.
/// </summary>
public sealed class TextEncoder : Layer
{
    /// <summary>Numbers of a condition.</summary>
    public const int Size = 128;

    private const int EmbeddingSize = 64;
    private const int Heads = 4;

    /// <summary>What a score of no word is lowered by: its weight becomes 0.</summary>
    private const float Never = 1e9f;

    private readonly ILayer _embedding;
    private readonly ILayer _neighbours = keras.layers.Conv1D(Size, 3, padding: "same");
    private readonly ILayer _scores = keras.layers.Dense(Heads);
    private readonly ILayer _result = keras.layers.Dense(Size);
    private readonly ILayer _normalize = keras.layers.LayerNormalization();

    /// <summary>An encoder.</summary>
    /// <param name="words">Words of the vocabulary, whose tokens are 1 to this.</param>
    public TextEncoder(int words)
        : base(new LayerArgs())
    {
        _embedding = keras.layers.Embedding(words + 1, EmbeddingSize, keras.initializers.RandomNormal(stddev: 1));
        StackLayers(_embedding, _neighbours, _scores, _result, _normalize);
    }

    /// <inheritdoc/>
    public override void build(KerasShapesWrapper input_shape)
    {
        _embedding.build(input_shape);
        _neighbours.build(new KerasShapesWrapper((-1, -1, EmbeddingSize)));
        _scores.build(new KerasShapesWrapper((-1, -1, Size)));
        _result.build(new KerasShapesWrapper((-1, Heads * Size)));
        _normalize.build(new KerasShapesWrapper((-1, Size)));
        built = true;
    }

    /// <inheritdoc/>
    public override Shape ComputeOutputShape(Shape input_shape) => (input_shape[0], Size);

    /// <summary>The condition of one text.</summary>
    /// <param name="tokens">At least one.</param>
    internal float[] Encode(int[] tokens)
    {
        using var scope = TensorScope.Begin();
        Tensor condition = Apply(TokensOf([tokens]));
        return condition.ToArray<float>();
    }

    /// <summary>Texts as a tensor, (N, T), where T is the length of the longest.</summary>
    internal static Tensor TokensOf(IReadOnlyList<int[]> texts)
    {
        var length = texts.Max(text => text.Length);
        var tokens = new int[texts.Count * length];
        for (var i = 0; i < texts.Count; i++)
            texts[i].CopyTo(tokens, i * length);
        return np.array(tokens).reshape((texts.Count, length));
    }

    /// <summary>Which words are in texts: (N, T) gives (N, words), 1 or 0.</summary>
    internal static Tensor Present(Tensor tokens, int words)
    {
        var counts = tf.reduce_sum(tf.one_hot(tokens, words + 1), axis: 1);
        return tf.cast(counts[Slice.All, new Slice(1, words + 1)] > 0, tf.float32);
    }

    /// <inheritdoc/>
    protected override Tensors Call(Tensors inputs, Tensors state = null!, bool? training = null, IOptionalArgs? optional_args = null)
    {
        Tensor tokens = inputs[0];
        var isWord = tf.expand_dims(tf.cast(tf.cast(tokens, tf.float32) > 0, tf.float32), -1);
        Tensor words = tf.nn.leaky_relu(_neighbours.Apply(_embedding.Apply(tokens) * isWord));
        var scores = (Tensor)_scores.Apply(words) + (isWord - 1) * Never;
        var weights = tf.nn.softmax(tf.transpose(scores, (0, 2, 1)));
        var heads = tf.reshape(tf.matmul(weights, words), (tokens.shape[0], Heads * Size));
        return (Tensor)_normalize.Apply(_result.Apply(heads)) * (1 / MathF.Sqrt(Size));
    }
}
