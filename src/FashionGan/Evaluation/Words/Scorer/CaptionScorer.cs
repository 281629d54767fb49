using FashionGanTf.Captions.Grammar;
using FashionGanTf.Imaging;
using Tensorflow;
using Tensorflow.Common.Types;
using Tensorflow.Keras;
using Tensorflow.Keras.ArgsDefinition;
using Tensorflow.Keras.Engine;
using static Tensorflow.Binding;
using static Tensorflow.KerasApi;

namespace FashionGanTf.Evaluation.Words.Scorer;

/// <summary>
/// Tells how well a picture and a caption go together: two towers of layers make 64 numbers of each, and the cosine of these is the score
/// (as in Radford et al., Learning transferable visual models from natural language supervision, 2021). It learns from real pictures alone
/// and is in no loss of a generator. The captions' tower sees which words a caption has, not their order, which means nothing here.
/// </summary>
public sealed partial class CaptionScorer : Model
{
    /// <summary>Numbers that a picture or a caption is described by.</summary>
    public const int Width = 64;

    private const int Hidden = 128;

    private static readonly int[] s_filters = [16, 32, 64];

    /// <summary>A scorer with fresh weights, drawn from the global stream of random numbers.</summary>
    public CaptionScorer()
        : base(new ModelArgs { Name = "caption_scorer" })
    {
        Pictures = MakePictures();
        Captions = keras.Sequential(new List<ILayer>
        {
            keras.layers.InputLayer(CaptionWords.All.Count),
            keras.layers.Dense(Hidden, activation: keras.activations.Relu),
            keras.layers.Dense(Width),
        }, name: "captions");
        StackLayers(Pictures, Captions);
        // Both know the shape of what comes in.
        built = true;
    }

    /// <summary>Pictures (N, 28, 28, 1) in [-1, 1] to (N, 64).</summary>
    public Sequential Pictures { get; }

    /// <summary>How often each word of <see cref="CaptionWords"/> is in a caption, (N, words), to (N, 64).</summary>
    public Sequential Captions { get; }

    /// <summary>Pictures (N, 28, 28, 1) in [-1, 1] and counts of words (M, words) to the cosine of every picture with every caption,
    /// (N, M).</summary>
    protected override Tensors Call(Tensors inputs, Tensors state = null!, bool? training = null, IOptionalArgs? optional_args = null) =>
        tf.matmul(
            Unit(Pictures.Apply(inputs[0], training: training ?? false)), Unit(Captions.Apply(inputs[1], training: training ?? false)),
            transpose_b: true);

    /// <summary>Rows of length 1.</summary>
    private static Tensor Unit(Tensor rows) =>
        rows * tf.rsqrt(tf.maximum(tf.reduce_sum(tf.square(rows), 1, keepdims: true), 1e-12f));

    private static Sequential MakePictures()
    {
        var layers = new List<ILayer> { keras.layers.InputLayer((PictureShape.FashionMnist.Size, PictureShape.FashionMnist.Size, 1)) };
        foreach (var filters in s_filters)
            layers.AddRange(
                keras.layers.Conv2D(filters, (3, 3), (1, 1), "same", use_bias: false),
                keras.layers.MaxPooling2D(),
                keras.layers.BatchNormalization(),
                keras.layers.ReLU());
        layers.AddRange(
            keras.layers.Flatten(),
            keras.layers.Dense(Hidden, use_bias: false),
            keras.layers.BatchNormalization(),
            keras.layers.ReLU(),
            keras.layers.Dense(Width));
        return keras.Sequential(layers, name: "pictures");
    }
}
