using Tensorflow;
using Tensorflow.Common.Types;
using Tensorflow.Keras;
using Tensorflow.Keras.ArgsDefinition;
using Tensorflow.Keras.Engine;
using static Tensorflow.KerasApi;

namespace FashionGanTf.Evaluation.Classifier;

/// <summary>
/// Tells the ten classes of Fashion-MNIST apart. Its last hidden layer is the space in which pictures are compared: 128 numbers each, none
/// negative. Pooling stands before the first normalisation, which so has a quarter to do.
/// </summary>
public sealed partial class FashionClassifier : Model
{
    /// <summary>Numbers that a picture is described by.</summary>
    public const int FeatureCount = 128;

    /// <summary>Kinds of clothes.</summary>
    public const int ClassCount = 10;

    /// <summary>A classifier with fresh weights, drawn from the global stream of random numbers.</summary>
    public FashionClassifier()
        : base(new ModelArgs { Name = "fashion_classifier" })
    {
        Features = MakeFeatures();
        Head = keras.Sequential(new List<ILayer>
        {
            keras.layers.InputLayer(FeatureCount),
            keras.layers.Dropout(0.4f),
            keras.layers.Dense(ClassCount),
        }, name: "head");
        StackLayers(Features, Head);
        // Both know the shape of what comes in.
        built = true;
    }

    /// <summary>What the classes are called, in the order of the labels.</summary>
    public static IReadOnlyList<string> ClassNames { get; } =
        ["T-shirt", "trouser", "pullover", "dress", "coat", "sandal", "shirt", "sneaker", "bag", "ankle boot"];

    /// <summary>Pictures (N, 28, 28, 1) in [-1, 1] to features (N, 128).</summary>
    public Sequential Features { get; }

    /// <summary>Features (N, 128) to logits (N, 10).</summary>
    public Sequential Head { get; }

    /// <summary>Pictures (N, 28, 28, 1) in [-1, 1] to logits (N, 10).</summary>
    protected override Tensors Call(Tensors inputs, Tensors state = null!, bool? training = null, IOptionalArgs? optional_args = null) =>
        Head.Apply(Features.Apply(inputs, training: training ?? false), training: training ?? false);

    private static Sequential MakeFeatures() => keras.Sequential(new List<ILayer>
    {
        keras.layers.InputLayer((28, 28, 1)),
        keras.layers.Conv2D(32, (3, 3), (1, 1), "same", use_bias: false),
        keras.layers.MaxPooling2D(),
        keras.layers.BatchNormalization(),
        keras.layers.ReLU(),
        keras.layers.Conv2D(64, (3, 3), (1, 1), "same", use_bias: false),
        keras.layers.MaxPooling2D(),
        keras.layers.BatchNormalization(),
        keras.layers.ReLU(),
        keras.layers.Conv2D(128, (3, 3), (1, 1), "same", use_bias: false),
        keras.layers.BatchNormalization(),
        keras.layers.ReLU(),
        keras.layers.MaxPooling2D(),
        keras.layers.Flatten(),
        keras.layers.Dense(FeatureCount, use_bias: false),
        keras.layers.BatchNormalization(),
        keras.layers.ReLU(),
    }, name: "features");
}
