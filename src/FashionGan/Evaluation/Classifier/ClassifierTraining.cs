using FashionGanTf.Datasets;
using FashionGanTf.Imaging;
using Tensorflow;
using Tensorflow.Keras.Callbacks;
using Tensorflow.Keras.Engine;
using Tensorflow.NumPy;
using static Tensorflow.Binding;
using static Tensorflow.KerasApi;

namespace FashionGanTf.Evaluation.Classifier;

/// <summary>How classifiers are made, the one that ships among them; the same data give the same bits, on any number of threads.</summary>
public static class ClassifierTraining
{
    /// <summary>Passes over the pictures and their mirror images, unless others are asked for.</summary>
    public const int Epochs = 5;

    /// <summary>Pictures in a step.</summary>
    public const int BatchSize = 128;

    private const int Seed = 1;
    private const float FirstLearningRate = 2e-3f;

    /// <summary>A classifier that has learned: Adam whose step size falls to zero in a straight line, cross-entropy; each picture is seen
    /// as it is and mirrored.</summary>
    /// <param name="data">Pictures with labels of two classes or more.</param>
    /// <param name="epochs">Passes over them.</param>
    /// <param name="callbacks">Who is told of steps and epochs.</param>
    /// <exception cref="ArgumentException">There are no labels, or one class only.</exception>
    public static PictureClassifier Train(PictureSet data, int epochs = Epochs, params IEnumerable<ICallback> callbacks)
    {
        Require(data);
        var classifier = Fit(data, Seed, epochs, epochs * Steps(data.Count),
            () => Batches(Shuffled(data, withMirrored: true), data.Rows, augment: null), callbacks);
        classifier.Data = new ClassifierData(data.Name, data.Rows.Sha256(), epochs);
        return classifier;
    }

    /// <summary>A classifier that has learned for a number of steps, whatever the number of pictures, in the same way but for the mirror
    /// images.</summary>
    /// <param name="data">Pictures with labels of two classes or more.</param>
    /// <param name="steps">Steps of <see cref="BatchSize"/> pictures; after each pass over the pictures comes another, in a new
    /// order.</param>
    /// <param name="seed">Chooses the first weights, the order, and what <paramref name="augment"/> draws.</param>
    /// <param name="augment">Changes a batch before it is learned, uint8 (N, size, size, channels) to the same; null for nothing.</param>
    /// <param name="callbacks">Who is told of the steps of the one epoch.</param>
    /// <exception cref="ArgumentException">There are no labels, or one class only.</exception>
    public static PictureClassifier TrainSteps(PictureSet data, int steps, int seed, Func<Tensor, Tensor>? augment,
        params IEnumerable<ICallback> callbacks)
    {
        Require(data);
        return Fit(data, seed, 1, steps, () => Batches(Shuffled(data, withMirrored: false).repeat(), data.Rows, augment, steps), callbacks);
    }

    /// <summary>Steps of an epoch, the mirror images among them.</summary>
    /// <param name="count">How many pictures there are.</param>
    public static long Steps(long count) => (2 * count + BatchSize - 1) / BatchSize;

    /// <summary>Requires pictures that a classifier can learn from.</summary>
    /// <exception cref="ArgumentException">There are no labels, or one class only.</exception>
    public static void Require(PictureSet data)
    {
        if (data.Labels is null)
            throw new ArgumentException("The pictures have no labels; a classifier learns classes.");
        if (data.Classes.Count < 2)
            throw new ArgumentException(
                $"The pictures are of one class only, {data.Classes[0]}; a classifier needs two at least to tell apart.");
    }

    /// <summary>The share of pictures whose class the classifier names.</summary>
    /// <param name="classifier">A trained one.</param>
    /// <param name="pictures">The pictures, of the classifier's size and colours.</param>
    /// <param name="labels">Their classes, uint8 (N).</param>
    public static double Accuracy(PictureClassifier classifier, PictureRows pictures, NDArray labels)
    {
        using var scope = TensorScope.Begin();
        var right = 0;
        var truth = labels.ToArray<byte>();
        var place = 0;
        foreach (var (batch, _) in Batches(Numbers(pictures.Count, labels), pictures, augment: null))
            foreach (var named in tf.math.argmax(classifier.Apply(batch, training: false), 1).ToArray<long>())
                right += named == truth[place++] ? 1 : 0;
        return (double)right / truth.Length;
    }

    private static PictureClassifier Fit(
        PictureSet data, int seed, int epochs, long steps, Func<IDatasetV2> batches, IEnumerable<ICallback> callbacks)
    {
        tf.set_random_seed(seed);
        var classifier = new PictureClassifier(data.Rows.Shape, data.Classes);
        var optimizer = keras.optimizers.Adam(FirstLearningRate);
        classifier.compile(optimizer, keras.losses.SparseCategoricalCrossentropy(from_logits: true), ["accuracy"]);
        long made = 0;
        var slower = new LambdaCallback(on_train_batch_begin: _ => optimizer.learning_rate = FirstLearningRate * (steps - made++) / steps);
        classifier.fit(batches(), epochs, verbose: 0, callbacks: [slower, .. callbacks]);
        return classifier;
    }

    /// <summary>The numbers of pictures, with labels, in a new order each time. Number N + i means picture i mirrored.</summary>
    private static IDatasetV2 Shuffled(PictureSet data, bool withMirrored)
    {
        var count = withMirrored ? 2 * data.Count : data.Count;
        return Numbers(count, withMirrored ? np.concatenate((data.Labels!, data.Labels!)) : data.Labels!).shuffle(count);
    }

    private static IDatasetV2 Numbers(int count, NDArray labels) => tf.data.Dataset.from_tensor_slices(np.arange(count), labels);

    /// <param name="numbered">A picture's number and its label each.</param>
    /// <param name="pictures">The pictures.</param>
    /// <param name="augment">Changes the pictures of a batch.</param>
    /// <param name="most">The most batches; -1 for all.</param>
    private static IDatasetV2 Batches(IDatasetV2 numbered, PictureRows pictures, Func<Tensor, Tensor>? augment, int most = -1) => numbered
        .batch(BatchSize)
        .take(most)
        .map(pair =>
        {
            // Arrays outlive the batch's scope: this one goes at once, not when the garbage collector comes.
            using var batch = Read(pictures, pair[0].ToArray<int>());
            return new Tensors(PixelRange.FromPixels(augment is null ? batch : augment(batch)), pair[1]);
        })
        .prefetch(tf.data.AUTOTUNE);

    /// <summary>Pictures by their numbers, uint8 (N, size, size, channels).</summary>
    private static NDArray Read(PictureRows pictures, int[] numbers)
    {
        var (shape, count) = (pictures.Shape, pictures.Count);
        var pixels = new byte[numbers.Length * shape.Bytes];
        pictures.Read(Array.ConvertAll(numbers, number => number % count), pixels);
        for (var i = 0; i < numbers.Length; i++)
            if (numbers[i] >= count)
                PictureBatch.Mirror(pixels.AsSpan(i * shape.Bytes, shape.Bytes), shape);
        using var bytes = np.array(pixels);
        return bytes.reshape((numbers.Length, shape.Size, shape.Size, shape.Channels));
    }
}
