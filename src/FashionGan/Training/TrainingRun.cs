using FashionGanTf.Callbacks;
using FashionGanTf.Datasets;
using FashionGanTf.Models;
using Tensorflow;
using Tensorflow.Keras.Engine;
using Tensorflow.NumPy;
using static Tensorflow.Binding;
using static Tensorflow.KerasApi;

namespace FashionGanTf.Training;

/// <summary>A training run: data, model and callbacks put together from options. Made first, so that wrong options cost nothing, then run.</summary>
public sealed class TrainingRun
{
    /// <summary>Loads the data and makes the model, compiled and with fresh weights; writes nothing.</summary>
    /// <exception cref="IOException">The data cannot be found or read; the message says what was tried.</exception>
    /// <exception cref="InvalidDataException">The data is damaged.</exception>
    /// <exception cref="ArgumentException">The options do not fit the data or each other.</exception>
    public TrainingRun(TrainingOptions options)
    {
        Options = options;
        tf.set_random_seed(options.Seed);
        Images = keras.datasets.fashion_mnist.load_data(options.Data).Train.Item1;
        if (options.Limit is { } limit && limit < Images.shape[0])
            Images = Images[$":{limit}"];
        Batches = TrainingPictures.Batches(Images, options.BatchSize);
        Config = new RunConfig(options, Images.shape[0], tf.config.threading.get_intra_op_parallelism_threads()) { DataSha256 = TrainingPictures.Sha256(Images) };
        Model = NewModel();
    }

    /// <summary>What the run was made from.</summary>
    public TrainingOptions Options { get; }

    /// <summary>What config.json will say of it.</summary>
    public RunConfig Config { get; }

    /// <summary>The model that is trained.</summary>
    public FashionGan Model { get; }

    /// <summary>The pictures that are trained on, uint8 (N, 28, 28).</summary>
    public NDArray Images { get; }

    /// <summary>The same on their way into a step: shuffled, in batches, scaled to [-1, 1].</summary>
    public IDatasetV2 Batches { get; }

    /// <summary>Steps in an epoch.</summary>
    public long StepsPerEpoch => Images.shape[0] / Options.BatchSize;

    /// <summary>Trains; after each epoch <c>samples/</c> gets a picture and <c>run/</c> the weights and a line of history.</summary>
    /// <param name="folders">Where the run writes; made when they are not there.</param>
    /// <param name="callbacks">More callbacks, a display for one; they come after those that write.</param>
    /// <param name="overwrite">Whether a run that lies there is removed first.</param>
    /// <param name="stop">Ends the run after the step that is under way; what was learned is saved.</param>
    /// <exception cref="IOException">The folders cannot be written to, hold a run, or another training writes to them.</exception>
    /// <exception cref="OperationCanceledException">It was stopped.</exception>
    /// <exception cref="DivergedException">It came to numbers that are not finite.</exception>
    public void Run(RunFolders folders, IEnumerable<ICallback> callbacks, bool overwrite = false, CancellationToken stop = default)
    {
        folders.Create();
        using var held = RunLock.Take(folders);
        if (overwrite)
            folders.RemoveRun();
        folders.RequireNoRun();
        var recorder = new RunRecorder(folders.Run, Config with { Out = Path.GetFullPath(folders.Root) }, Model.Generator, Model.Discriminator);
        var monitor = new GanMonitor(Model, folders.Samples, Options.Epochs, Options.Seed);
        Model.fit(Batches, epochs: Options.Epochs, verbose: 0, callbacks: [new TerminateOnNaN(Model, Options.LearningRate), monitor, recorder, .. callbacks, new StopOnRequest(recorder, stop)]);
    }

    /// <summary>A model of these options with fresh weights.</summary>
    internal FashionGan NewModel()
    {
        var model = new FashionGan(Options.LatentDim);
        model.compile(
            d_optimizer: keras.optimizers.Adam((float)Options.LearningRate, (float)Options.Beta1),
            g_optimizer: keras.optimizers.Adam((float)Options.LearningRate, (float)Options.Beta1),
            loss_fn: keras.losses.BinaryCrossentropy(from_logits: true),
            label_smoothing: (float)Options.LabelSmoothing,
            label_noise: (float)Options.LabelNoise);
        return model;
    }
}
