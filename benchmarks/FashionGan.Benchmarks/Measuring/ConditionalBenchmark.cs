using System.Diagnostics;
using System.Globalization;
using FashionGanTf.Conditions;
using FashionGanTf.Imaging;
using FashionGanTf.Models;
using FashionGanTf.Networks;
using FashionGanTf.Training;
using Tensorflow;
using static Tensorflow.Binding;
using static Tensorflow.KerasApi;

namespace FashionGanTf.Benchmarks.Measuring;

/// <summary>Measures a GAN with classes and one with texts beside one without: a step of one, then a step of the next, so that all meet the
/// same machine.</summary>
internal static class ConditionalBenchmark
{
    private const int WarmUp = 3;

    /// <summary>Pictures that the program's <c>generate</c> asks for at once.</summary>
    private const int Drawn = 256;

    /// <summary>Words of the vocabulary, and of a caption.</summary>
    private const int Words = 60, WordsOfCaption = 8;

    /// <summary>Alternates; what the pictures show does not change the time.</summary>
    /// <param name="batch">Real pictures in a step.</param>
    /// <param name="threads">Threads that work.</param>
    /// <param name="rounds">Steps of each that are measured, and as many times <see cref="Drawn"/> pictures.</param>
    internal static ConditionalReport Run(int batch, int threads, int rounds)
    {
        tf.config.threading.set_intra_op_parallelism_threads(threads);
        tf.set_random_seed(1);
        FashionGan[] gans = [new(), new(latent_dim: 100, ClassNames.FashionMnist), WithTexts()];
        using var scope = TensorScope.Begin();
        var pictures = tf.random.uniform((batch, 28, 28, 1), -1, 1);
        var labels = tf.cast(tf.constant(Enumerable.Range(0, batch).Select(i => i % 10).ToArray()), TF_DataType.TF_UINT8);
        var texts = tf.constant(Enumerable.Range(0, batch * 2 * WordsOfCaption).Select(i => 1 + i * 7 % Words).ToArray(),
            shape: (batch, 2, WordsOfCaption));
        foreach (var gan in gans)
            Compile(gan);
        var steps = Alternate(gans, rounds, gan => gan.train_on_batch(pictures, gan.Vocabulary is null ? labels : texts));
        var draws = Alternate(gans, rounds, gan => gan.Generate(Drawn, seed: 1));
        return new ConditionalReport
        {
            Batch = batch, Threads = threads, Rounds = rounds, Processor = Machine.This.Processor,
            MsPerStep = steps[0], MsPerConditionalStep = steps[1], MsPerTextStep = steps[2],
            ImagesPerSecond = Drawn / draws[0] * 1000, ConditionalImagesPerSecond = Drawn / draws[1] * 1000,
            TextImagesPerSecond = Drawn / draws[2] * 1000,
        };
    }

    private static FashionGan WithTexts()
    {
        var words = Enumerable.Range(0, Words).Select(i => string.Create(CultureInfo.InvariantCulture, $"w{i}")).ToList();
        return new FashionGan(DcganShape.Of(PictureShape.FashionMnist, latentDim: 100), vocabulary: new Vocabulary(
            words, Enumerable.Range(0, Words / 2).Select(i => (2 * i, 2 * i + 1)), [string.Join(' ', words.Take(WordsOfCaption))]));
    }

    private static void Compile(FashionGan gan) => gan.compile(
        keras.optimizers.Adam(4e-4f, 0f), keras.optimizers.Adam(4e-4f, 0f),
        keras.losses.BinaryCrossentropy(from_logits: true), label_smoothing: 0.1f);

    /// <summary>The median milliseconds of each.</summary>
    private static double[] Alternate(FashionGan[] gans, int rounds, Action<FashionGan> work)
    {
        var times = Array.ConvertAll(gans, _ => new List<double>());
        for (var round = -WarmUp; round < rounds; round++)
        {
            for (var i = 0; i < gans.Length; i++)
            {
                var start = Stopwatch.GetTimestamp();
                work(gans[i]);
                if (round >= 0)
                    times[i].Add(Stopwatch.GetElapsedTime(start).TotalMilliseconds);
            }
        }

        return Array.ConvertAll(times, Median.Of);
    }
}

/// <summary>What classes and texts cost. The properties' names, in snake_case, are those of the JSON.</summary>
internal sealed record ConditionalReport
{
    public required int Batch { get; init; }

    public required int Threads { get; init; }

    public required int Rounds { get; init; }

    public required string Processor { get; init; }

    public required double MsPerStep { get; init; }

    public required double MsPerConditionalStep { get; init; }

    public double StepRatio => MsPerConditionalStep / MsPerStep;

    public required double MsPerTextStep { get; init; }

    /// <summary>To a step with classes.</summary>
    public double TextStepRatio => MsPerTextStep / MsPerConditionalStep;

    public required double ImagesPerSecond { get; init; }

    public required double ConditionalImagesPerSecond { get; init; }

    public double ImagesRatio => ConditionalImagesPerSecond / ImagesPerSecond;

    public required double TextImagesPerSecond { get; init; }

    /// <summary>To drawing with classes.</summary>
    public double TextImagesRatio => TextImagesPerSecond / ConditionalImagesPerSecond;

    /// <summary>For people.</summary>
    internal string ToText() => string.Create(CultureInfo.InvariantCulture, $"""
        {Batch} pictures a step on {Threads} {(Threads == 1 ? "thread" : "threads")}, medians of {Rounds}, taking turns: {Processor}
                           ms_per_step  ratio  images_per_second  ratio
        without classes    {MsPerStep,11:0.0}         {ImagesPerSecond,17:0}
        with classes       {MsPerConditionalStep,11:0.0}  {StepRatio,5:0.00}  {ConditionalImagesPerSecond,17:0}  {ImagesRatio,5:0.00}
        with texts         {MsPerTextStep,11:0.0}  {TextStepRatio,5:0.00}  {TextImagesPerSecond,17:0}  {TextImagesRatio,5:0.00}
        Each ratio is to the row above.

        """);
}
