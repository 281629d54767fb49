using FashionGanTf.Captions;
using FashionGanTf.Captions.Grammar;
using FashionGanTf.Datasets;
using FashionGanTf.Imaging;
using Tensorflow;
using Tensorflow.Keras.Engine;
using Tensorflow.NumPy;
using static Tensorflow.Binding;
using static Tensorflow.KerasApi;

namespace FashionGanTf.Evaluation.Words.Scorer;

/// <summary>How scorers of captions are made, the one that ships among them; the same data give the same bits, on any number of
/// threads.</summary>
public static class CaptionScorerTraining
{
    /// <summary>Passes over the pictures, unless others are asked for.</summary>
    public const int Epochs = 6;

    /// <summary>Pictures in a step, and so captions that each is compared with.</summary>
    public const int BatchSize = 128;

    private const int Seed = 1;
    private const float FirstLearningRate = 2e-3f;

    /// <summary>Cosines are multiplied by this before the softmax: one over the temperature 0.05.</summary>
    private const float Scale = 20;

    /// <summary>What takes a caption out of a softmax that is as true of the picture as its own.</summary>
    private const float Never = -1e4f;

    /// <summary>
    /// A scorer that has learned to tell each picture's caption from the batch's others and each caption's picture from the others
    /// (InfoNCE both ways), with Adam whose step size falls to zero in a straight line. Captions that do not contradict what is measured in
    /// a picture are no wrong ones for it. Each epoch has captions of its own.
    /// </summary>
    /// <param name="data">Pictures in Fashion-MNIST's classes: training pictures alone.</param>
    /// <param name="epochs">Passes over them.</param>
    /// <param name="progress">Is told steps that were made, of how many, and the last one's loss.</param>
    /// <param name="stop">Ends the work early.</param>
    /// <exception cref="ArgumentException">The pictures are of another size or other classes, or fewer than a batch.</exception>
    public static CaptionScorer Train(
        PictureSet data, int epochs = Epochs, Action<long, long, float>? progress = null, CancellationToken stop = default)
    {
        var captions = MeasuredCaptions.Of(data, epochs, Seed, stop: stop);
        var known = MeasuredCaptions.Describe(data.Rows, data.Labels!.ToArray<byte>(), stop);
        if (data.Count < BatchSize)
            throw new ArgumentException($"A scorer learns from {BatchSize} pictures at a time; there are {data.Count}.");
        tf.set_random_seed(Seed);
        var scorer = new CaptionScorer();
        var optimizer = keras.optimizers.Adam(FirstLearningRate);
        long steps = (long)epochs * (data.Count / BatchSize), made = 0;
        for (var epoch = 0; epoch < epochs; epoch++)
            foreach (var batch in Shuffle.Of([.. Enumerable.Range(0, data.Count)], Seed + epoch).Chunk(BatchSize))
            {
                stop.ThrowIfCancellationRequested();
                if (batch.Length < BatchSize)
                    continue;
                using var scope = TensorScope.Begin();
                optimizer.learning_rate = FirstLearningRate * (steps - made) / steps;
                string[] texts = [.. batch.Select(picture => captions[picture * epochs + epoch].Text)];
                var loss = Step(scorer, Pictures(data.Rows, batch), texts, [.. batch.Select(picture => known[picture])], optimizer);
                progress?.Invoke(++made, steps, loss);
            }

        return scorer;
    }

    private static float Step(CaptionScorer scorer, Tensor pictures, string[] captions, Description[] known, IOptimizer optimizer)
    {
        var asked = captions.Select(CaptionReader.Read).ToArray();
        var mask = new float[known.Length * asked.Length];
        for (var i = 0; i < known.Length; i++)
            for (var j = 0; j < asked.Length; j++)
                mask[i * asked.Length + j] = i == j || known[i].Contradicts(asked[j]) ? 0 : Never;
        var own = tf.range(known.Length);

        using var tape = tf.GradientTape();
        Tensor cosines = scorer.Apply(new Tensors(pictures, CaptionScorer.Counts(captions)), training: true);
        var logits = Scale * cosines + tf.reshape((Tensor)mask, (known.Length, asked.Length));
        var loss = (tf.reduce_mean(tf.nn.sparse_softmax_cross_entropy_with_logits(own, logits))
            + tf.reduce_mean(tf.nn.sparse_softmax_cross_entropy_with_logits(own, tf.transpose(logits)))) / 2f;
        var variables = scorer.TrainableVariables;
        optimizer.apply_gradients(zip(tape.gradient(loss, variables), variables));
        return (float)loss;
    }

    private static Tensor Pictures(PictureRows rows, int[] numbers)
    {
        var pixels = new byte[numbers.Length * rows.Shape.Bytes];
        rows.Read(numbers, pixels);
        using var bytes = np.array(pixels);
        return PixelRange.FromPixels(bytes.reshape((numbers.Length, rows.Shape.Size, rows.Shape.Size, 1)));
    }
}
