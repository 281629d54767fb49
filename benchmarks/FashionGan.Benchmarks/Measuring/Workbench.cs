using FashionGanTf.Callbacks;
using FashionGanTf.Models;
using FashionGanTf.Training;
using Tensorflow.Devices.Cpu;
using Tensorflow.Keras.Callbacks;
using static Tensorflow.Binding;

namespace FashionGanTf.Benchmarks.Measuring;

/// <summary>
/// A training run as <c>train --ema 0</c> makes it, of some width and on some threads,
/// whose steps a callback watches: the peers keep no average either.
/// </summary>
internal sealed class Workbench
{
    private readonly TrainingRun _run;

    /// <summary>Loads the data and makes the model.</summary>
    /// <exception cref="IOException">The data cannot be found or read.</exception>
    /// <exception cref="ArgumentException">The data has fewer pictures than a batch.</exception>
    internal Workbench(StepSettings settings)
    {
        tf.config.threading.set_intra_op_parallelism_threads(settings.Threads);
        CpuDevice.UsesSpectra = !settings.Direct;
        var options = new TrainingOptions
        {
            BatchSize = settings.Batch, Ema = 0, Data = settings.Data is { } folder ? Path.GetFullPath(folder) : null,
            Conditional = settings.Conditional,
        };
        _run = new TrainingRun(options, Sizes(options.LatentDim, settings.Channels));
    }

    /// <summary>What is trained.</summary>
    internal FashionGan Model => _run.Model;

    /// <summary>GFLOP of a step, products with padding left out.</summary>
    internal double UsefulGflop => StepCost.UsefulFlop(Model, _run.Options.BatchSize) / 1e9;

    /// <summary>The sizes of FashionGan with this many times its channels.</summary>
    internal static FashionGanSizes Sizes(int latentDim, int channels)
    {
        var sizes = FashionGanSizes.Standard(latentDim);
        var (generator, discriminator) = (sizes.GeneratorFilters, sizes.DiscriminatorFilters);
        return sizes with
        {
            GeneratorFilters = (generator.Dense * channels, generator.First * channels, generator.Second * channels),
            DiscriminatorFilters = (discriminator.First * channels, discriminator.Second * channels),
        };
    }

    /// <summary>Trains until the watcher has enough: the data's pipeline, the step, and the check that the losses are numbers.</summary>
    internal void Train(Callback watcher) =>
        Model.fit(_run.Batches, epochs: int.MaxValue, verbose: 0,
            callbacks: [new TerminateOnNaN(Model, _run.Options.LearningRate), watcher]);
}
