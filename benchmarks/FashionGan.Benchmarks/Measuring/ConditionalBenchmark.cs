using System.Diagnostics;
using System.Globalization;
using FashionGanTf.Conditions;
using FashionGanTf.Models;
using FashionGanTf.Training;
using Tensorflow;
using static Tensorflow.Binding;
using static Tensorflow.KerasApi;

namespace FashionGanTf.Benchmarks.Measuring;

/// <summary>Measures a GAN with classes beside one without: a step of one, then a step of the other, so that both meet the same
/// machine.</summary>
internal static class ConditionalBenchmark
{
    private const int WarmUp = 3;

    /// <summary>Pictures that the program's <c>generate</c> asks for at once.</summary>
    private const int Drawn = 256;

    /// <summary>Alternates; what the pictures show does not change the time.</summary>
    /// <param name="batch">Real pictures in a step.</param>
    /// <param name="threads">Threads that work.</param>
    /// <param name="rounds">Steps of each that are measured, and as many times <see cref="Drawn"/> pictures.</param>
    internal static ConditionalReport Run(int batch, int threads, int rounds)
    {
        tf.config.threading.set_intra_op_parallelism_threads(threads);
        tf.set_random_seed(1);
        FashionGan[] gans = [new(), new(latent_dim: 100, ClassNames.FashionMnist)];
        using var scope = TensorScope.Begin();
        var pictures = tf.random.uniform((batch, 28, 28, 1), -1, 1);
        var labels = tf.cast(tf.constant(Enumerable.Range(0, batch).Select(i => i % 10).ToArray()), TF_DataType.TF_UINT8);
        foreach (var gan in gans)
            Compile(gan);
        var steps = Alternate(gans, rounds, gan => gan.train_on_batch(pictures, labels));
        var draws = Alternate(gans, rounds, gan => gan.Generate(Drawn, seed: 1));
        return new ConditionalReport
        {
            Batch = batch, Threads = threads, Rounds = rounds, Processor = Machine.This.Processor,
            MsPerStep = steps[0], MsPerConditionalStep = steps[1],
            ImagesPerSecond = Drawn / draws[0] * 1000, ConditionalImagesPerSecond = Drawn / draws[1] * 1000,
        };
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

/// <summary>What classes cost. The properties' names, in snake_case, are those of the JSON.</summary>
internal sealed record ConditionalReport
{
    public required int Batch { get; init; }

    public required int Threads { get; init; }

    public required int Rounds { get; init; }

    public required string Processor { get; init; }

    public required double MsPerStep { get; init; }

    public required double MsPerConditionalStep { get; init; }

    public double StepRatio => MsPerConditionalStep / MsPerStep;

    public required double ImagesPerSecond { get; init; }

    public required double ConditionalImagesPerSecond { get; init; }

    public double ImagesRatio => ConditionalImagesPerSecond / ImagesPerSecond;

    /// <summary>For people.</summary>
    internal string ToText() => string.Create(CultureInfo.InvariantCulture, $"""
        {Batch} pictures a step on {Threads} {(Threads == 1 ? "thread" : "threads")}, medians of {Rounds}, taking turns: {Processor}
                           without classes  with classes  ratio
        ms_per_step        {MsPerStep,15:0.0}  {MsPerConditionalStep,12:0.0}  {StepRatio,5:0.00}
        images_per_second  {ImagesPerSecond,15:0}  {ConditionalImagesPerSecond,12:0}  {ImagesRatio,5:0.00}

        """);
}
