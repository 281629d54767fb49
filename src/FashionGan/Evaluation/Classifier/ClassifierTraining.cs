using FashionGanTf.Imaging;
using Tensorflow;
using Tensorflow.Keras.Callbacks;
using Tensorflow.Keras.Engine;
using Tensorflow.NumPy;
using static Tensorflow.Binding;
using static Tensorflow.KerasApi;

namespace FashionGanTf.Evaluation.Classifier;

/// <summary>How the classifier that ships was made; the same data give the same bits, on any number of threads.</summary>
public static class ClassifierTraining
{
    /// <summary>Passes over the pictures and their mirror images.</summary>
    public const int Epochs = 5;

    /// <summary>Pictures in a step.</summary>
    public const int BatchSize = 128;

    private const int Seed = 1;
    private const float FirstLearningRate = 2e-3f;

    /// <summary>A classifier that has learned: Adam whose step size falls to zero in a straight line, cross-entropy; each picture is seen
    /// as it is and mirrored.</summary>
    /// <param name="images">uint8 pictures (N, 28, 28).</param>
    /// <param name="labels">Their classes, uint8 (N), below 10.</param>
    /// <param name="callbacks">Who is told of steps and epochs.</param>
    /// <exception cref="ArgumentException">The pictures have another size, or other labels.</exception>
    public static FashionClassifier Train(NDArray images, NDArray labels, params IEnumerable<ICallback> callbacks)
    {
        Require(images, labels);
        images = np.concatenate((images, images[":, :, ::-1"]));
        labels = np.concatenate((labels, labels));
        return Fit(Seed, Epochs, Epochs * Steps(labels.shape[0] / 2), () => Batches(Shuffled(images, labels)), callbacks);
    }

    /// <summary>A classifier that has learned for a number of steps, whatever the number of pictures, in the same way but for the mirror
    /// images.</summary>
    /// <param name="images">uint8 pictures (N, 28, 28).</param>
    /// <param name="labels">Their classes, uint8 (N), below 10.</param>
    /// <param name="steps">Steps of <see cref="BatchSize"/> pictures; after each pass over the pictures comes another, in a new
    /// order.</param>
    /// <param name="seed">Chooses the first weights, the order, and what <paramref name="augment"/> draws.</param>
    /// <param name="augment">Changes a batch before it is learned, uint8 (N, 28, 28, 1) to the same; null for nothing.</param>
    /// <param name="callbacks">Who is told of the steps of the one epoch.</param>
    /// <exception cref="ArgumentException">The pictures have another size, or other labels.</exception>
    public static FashionClassifier TrainSteps(NDArray images, NDArray labels, int steps, int seed, Func<Tensor, Tensor>? augment,
        params IEnumerable<ICallback> callbacks)
    {
        Require(images, labels);
        return Fit(seed, 1, steps, () => Batches(Shuffled(images, labels).repeat(), augment, steps), callbacks);
    }

    /// <summary>Steps of an epoch, the mirror images among them.</summary>
    /// <param name="count">How many pictures there are.</param>
    public static long Steps(long count) => (2 * count + BatchSize - 1) / BatchSize;

    /// <summary>The share of pictures whose class the classifier names.</summary>
    /// <param name="classifier">A trained one.</param>
    /// <param name="images">uint8 pictures (N, 28, 28).</param>
    /// <param name="labels">Their classes, uint8 (N).</param>
    public static double Accuracy(FashionClassifier classifier, NDArray images, NDArray labels)
    {
        using var scope = TensorScope.Begin();
        var right = 0;
        var truth = labels.ToArray<byte>();
        var place = 0;
        foreach (var (batch, _) in Batches(Slices(images, labels)))
            foreach (var named in tf.math.argmax(classifier.Apply(batch, training: false), 1).ToArray<long>())
                right += named == truth[place++] ? 1 : 0;
        return (double)right / truth.Length;
    }

    private static void Require(NDArray images, NDArray labels)
    {
        if (images.ndim != 3 || images.shape[1] != 28 || images.shape[2] != 28 || images.shape[0] == 0)
            throw new ArgumentException($"The pictures must be 28 x 28; these have the shape {images.shape}.");
        if (labels.ToArray<byte>().Max() is var last and >= FashionClassifier.ClassCount)
            throw new ArgumentException($"The labels must be below {FashionClassifier.ClassCount}; there is a {last}.");
    }

    private static FashionClassifier Fit(int seed, int epochs, long steps, Func<IDatasetV2> batches, IEnumerable<ICallback> callbacks)
    {
        tf.set_random_seed(seed);
        var classifier = new FashionClassifier();
        var optimizer = keras.optimizers.Adam(FirstLearningRate);
        classifier.compile(optimizer, keras.losses.SparseCategoricalCrossentropy(from_logits: true), ["accuracy"]);
        long made = 0;
        var slower = new LambdaCallback(on_train_batch_begin: _ => optimizer.learning_rate = FirstLearningRate * (steps - made++) / steps);
        classifier.fit(batches(), epochs, verbose: 0, callbacks: [slower, .. callbacks]);
        return classifier;
    }

    private static IDatasetV2 Slices(NDArray images, NDArray labels) =>
        tf.data.Dataset.from_tensor_slices(images.reshape((images.shape[0], 28, 28, 1)), labels);

    private static IDatasetV2 Shuffled(NDArray images, NDArray labels) => Slices(images, labels).shuffle((int)images.shape[0]);

    /// <param name="pairs">A picture and its label each.</param>
    /// <param name="augment">Changes the pictures of a batch.</param>
    /// <param name="most">The most batches; -1 for all.</param>
    private static IDatasetV2 Batches(IDatasetV2 pairs, Func<Tensor, Tensor>? augment = null, int most = -1) => pairs
        .batch(BatchSize)
        .take(most)
        .map(pair => new Tensors(PixelRange.FromPixels(augment is null ? pair[0] : augment(pair[0])), pair[1]))
        .prefetch(tf.data.AUTOTUNE);
}
