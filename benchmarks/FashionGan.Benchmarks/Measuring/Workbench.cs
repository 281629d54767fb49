using FashionGanTf.Callbacks;
using FashionGanTf.Conditions;
using FashionGanTf.Imaging;
using FashionGanTf.Models;
using FashionGanTf.Networks;
using FashionGanTf.Training;
using Tensorflow;
using Tensorflow.Devices.Cpu;
using Tensorflow.Keras.Callbacks;
using Tensorflow.NumPy;
using static Tensorflow.Binding;

namespace FashionGanTf.Benchmarks.Measuring;

/// <summary>
/// A training run as <c>train --ema 0</c> makes it, of some width and on some threads,
/// whose steps a callback watches: the peers keep no average either.
/// </summary>
internal sealed class Workbench
{
    /// <summary>Pictures that are made where no data set is of the shape.</summary>
    private const int Made = 1024;

    private readonly TrainingOptions _options;
    private readonly IDatasetV2 _batches;

    /// <summary>Loads the data and makes the model.</summary>
    /// <exception cref="IOException">The data cannot be found or read.</exception>
    /// <exception cref="ArgumentException">The data has fewer pictures than a batch.</exception>
    internal Workbench(StepSettings settings)
    {
        tf.config.threading.set_intra_op_parallelism_threads(settings.Threads);
        CpuDevice.UsesTransforms = !settings.Direct;
        _options = (settings.Game ?? new TrainingOptions()) with
        {
            BatchSize = settings.Batch, Ema = 0, Data = settings.Data is { } folder ? Path.GetFullPath(folder) : null,
            Conditional = settings.Conditional,
        };
        var shape = Shape(_options, settings.Picture, settings.Width);
        if (settings.Picture == PictureShape.FashionMnist)
        {
            var run = new TrainingRun(_options, shape, communicator: settings.Communicator);
            (Model, _batches) = (run.Model, run.Batches);
        }
        else
        {
            (Model, _batches) = (TrainingRun.NewModel(_options, shape, ClassNames.None), MadeBatches(settings.Picture, settings.Batch));
        }
    }

    /// <summary>What is trained.</summary>
    internal FashionGan Model { get; }

    /// <summary>GFLOP of a step, products with padding left out.</summary>
    internal double UsefulGflop => StepCost.UsefulFlop(Model, _options.BatchSize) / 1e9;

    /// <summary>The networks of a training with this many times their channels.</summary>
    private static NetworkShape Shape(TrainingOptions options, PictureShape picture, int width)
    {
        IReadOnlyList<int> Wider(IEnumerable<int> channels) => [.. channels.Select(count => count * width)];
        return TrainingRun.ShapeOf(options, picture) switch
        {
            DcganShape dcgan => dcgan with
            {
                GeneratorFilters = Wider(dcgan.GeneratorFilters), DiscriminatorFilters = Wider(dcgan.DiscriminatorFilters),
            },
            ResidualGanShape residual => residual with { Widths = Wider(residual.Widths) },
            StyleGanShape style => style with { Widths = Wider(style.Widths) },
            var other => throw new InvalidOperationException($"Nobody knows how wide {other} is."),
        };
    }

    /// <summary>Trains until the watcher has enough: the data's pipeline, the step, and the check that the losses are numbers.</summary>
    internal void Train(Callback watcher) =>
        Model.fit(_batches, epochs: int.MaxValue, verbose: 0,
            callbacks: [new TerminateOnNaN(Model, _options.LearningRate), watcher]);

    /// <summary>Pictures of noise: what they show does not change the time.</summary>
    private static IDatasetV2 MadeBatches(PictureShape picture, int batch)
    {
        var count = Math.Max(Made, batch);
        var pixels = new byte[count * picture.Bytes];
        new Random(1).NextBytes(pixels);
        return tf.data.Dataset.from_tensor_slices(np.array(pixels).reshape((count, picture.Size, picture.Size, picture.Channels)))
            .shuffle(count)
            .batch(batch, drop_remainder: true)
            .map(pictures => PixelRange.FromPixels(pictures))
            .prefetch(tf.data.AUTOTUNE);
    }
}
