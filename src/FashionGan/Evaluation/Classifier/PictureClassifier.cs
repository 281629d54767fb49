using FashionGanTf.Conditions;
using FashionGanTf.Imaging;
using Tensorflow;
using Tensorflow.Common.Types;
using Tensorflow.Keras;
using Tensorflow.Keras.ArgsDefinition;
using Tensorflow.Keras.Engine;
using static Tensorflow.KerasApi;

namespace FashionGanTf.Evaluation.Classifier;

/// <summary>
/// Tells the classes of a data set apart. Its last hidden layer is the space in which pictures are compared: 128 numbers each, none
/// negative. A stage, a convolution and a pooling, stands for each halving of the picture's side down to 3 or 4 pixels; channels double
/// from 32 to 256 at most. Pooling stands before the first normalisations, which so have a quarter to do.
/// </summary>
public sealed partial class PictureClassifier : Model
{
    /// <summary>Numbers that a picture is described by.</summary>
    public const int FeatureCount = 128;

    private const int LeastFilters = 32, MostFilters = 256;

    /// <summary>A side that is not halved any more.</summary>
    private const int SmallestSide = 4;

    /// <summary>A classifier with fresh weights, drawn from the global stream of random numbers.</summary>
    /// <param name="picture">What pictures it is for.</param>
    /// <param name="classes">What it tells apart: two classes or more.</param>
    public PictureClassifier(PictureShape picture, ClassNames classes)
        : base(new ModelArgs { Name = "classifier" })
    {
        (Picture, Classes) = (picture, classes);
        Features = MakeFeatures(picture);
        Head = keras.Sequential(new List<ILayer>
        {
            keras.layers.InputLayer(FeatureCount),
            keras.layers.Dropout(0.4f),
            keras.layers.Dense(classes.Count),
        }, name: "head");
        StackLayers(Features, Head);
        // Both know the shape of what comes in.
        built = true;
    }

    /// <summary>The pictures that it is for.</summary>
    public PictureShape Picture { get; }

    /// <summary>What it tells apart, in the order of the labels.</summary>
    public ClassNames Classes { get; }

    /// <summary>What it has learned from; null before it has learned.</summary>
    public ClassifierData? Data { get; internal set; }

    /// <summary>Pictures (N, size, size, channels) in [-1, 1] to features (N, 128).</summary>
    public Sequential Features { get; }

    /// <summary>Features (N, 128) to logits (N, classes).</summary>
    public Sequential Head { get; }

    /// <summary>Channels of the maps of each stage, for pictures of a size.</summary>
    internal static IReadOnlyList<int> Filters(int size)
    {
        var filters = new List<int>();
        for (var side = size; side > SmallestSide; side /= 2)
            filters.Add(Math.Min(MostFilters, LeastFilters << filters.Count));
        return filters;
    }

    /// <summary>Pictures (N, size, size, channels) in [-1, 1] to logits (N, classes).</summary>
    protected override Tensors Call(Tensors inputs, Tensors state = null!, bool? training = null, IOptionalArgs? optional_args = null) =>
        Head.Apply(Features.Apply(inputs, training: training ?? false), training: training ?? false);

    private static Sequential MakeFeatures(PictureShape picture)
    {
        var layers = new List<ILayer> { keras.layers.InputLayer((picture.Size, picture.Size, picture.Channels)) };
        var filters = Filters(picture.Size);
        for (var i = 0; i < filters.Count; i++)
        {
            var isLast = i == filters.Count - 1;
            layers.Add(keras.layers.Conv2D(filters[i], (3, 3), (1, 1), "same", use_bias: false));
            if (!isLast)
                layers.Add(keras.layers.MaxPooling2D());
            layers.Add(keras.layers.BatchNormalization());
            layers.Add(keras.layers.ReLU());
            if (isLast)
                layers.Add(keras.layers.MaxPooling2D());
        }

        layers.AddRange(
            keras.layers.Flatten(),
            keras.layers.Dense(FeatureCount, use_bias: false),
            keras.layers.BatchNormalization(),
            keras.layers.ReLU());
        return keras.Sequential(layers, name: "features");
    }
}
