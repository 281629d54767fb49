using FashionGanTf.Augmentation;
using FashionGanTf.Callbacks;
using FashionGanTf.Conditions;
using FashionGanTf.Datasets;
using FashionGanTf.Evaluation.Pictures;
using FashionGanTf.Imaging;
using FashionGanTf.Models;
using FashionGanTf.Networks;
using FashionGanTf.Objectives;
using FashionGanTf.Penalties;
using Tensorflow;
using Tensorflow.Distribute;
using Tensorflow.Keras.Engine;
using static Tensorflow.Binding;
using static Tensorflow.KerasApi;

namespace FashionGanTf.Training;

/// <summary>A training run: data, model and callbacks put together from options.
/// Made first, so that wrong options cost nothing, then run.</summary>
public sealed class TrainingRun
{
    private readonly NetworkShape _shape;

    /// <summary>Loads the data and makes the model, compiled and with fresh weights; writes nothing but prepared pictures into the
    /// cache.</summary>
    /// <param name="options">What the run depends on.</param>
    /// <param name="progress">Is told how many of how many pictures are prepared, where they must be; on this thread.</param>
    /// <param name="communicator">The processes that share the training, each with a run of the same options; null for this one
    /// alone.</param>
    /// <param name="stop">Ends the preparing of pictures.</param>
    /// <exception cref="IOException">The data cannot be found or read; the message says what was tried.</exception>
    /// <exception cref="InvalidDataException">The data is damaged.</exception>
    /// <exception cref="ArgumentException">The options do not fit the data or each other.</exception>
    public TrainingRun(
        TrainingOptions options, Action<int, int>? progress = null, ICommunicator? communicator = null, CancellationToken stop = default)
        : this(options, shape: null, progress, communicator, stop)
    {
    }

    /// <summary>A run of networks of another shape than the options say.</summary>
    internal TrainingRun(
        TrainingOptions options, NetworkShape? shape, Action<int, int>? progress = null, ICommunicator? communicator = null,
        CancellationToken stop = default)
    {
        (Options, Communicator) = (options, communicator ?? new OneProcess());
        if (options.TooFewReplicas(Communicator.Size) is { } tooFew)
            throw new ArgumentException(tooFew);
        tf.set_random_seed(options.Seed);
        Data = PictureSet.Read(options.Pictures(), labelled: options.Conditional is true, progress, stop);
        if (Data.Classes.Count == 1)
            throw new ArgumentException($"The pictures are of one class only, {Data.Classes[0]}; --conditional needs two at least.");
        Captions = options.Text is null ? null : CaptionSet.Read(options.Text, Data.Count, isPart: options.Limit is not null);
        Batches = TrainingPictures.Batches(Data.Rows, options.BatchSize, Data.Labels, options.Flip is true, Captions);
        _shape = shape ?? ShapeOf(options, Data.Rows.Shape);
        Config = new RunConfig(options, Data.Count, tf.config.threading.get_intra_op_parallelism_threads())
        {
            DataSha256 = Data.Rows.Sha256(),
            LabelsSha256 = Data.Labels is null ? null : TrainingPictures.Sha256(Data.Labels),
            Classes = Data.Labels is null ? null : [.. Data.Classes],
            CaptionsSha256 = Captions?.Sha256,
            Words = Captions is null ? null : [.. Captions.Vocabulary],
            Device = tf.config.get_default_device().ToString(),
        };
        Model = NewModel();
    }

    /// <summary>What the run was made from.</summary>
    public TrainingOptions Options { get; }

    /// <summary>The processes that share the training.</summary>
    internal ICommunicator Communicator { get; }

    /// <summary>What config.json will say of it.</summary>
    public RunConfig Config { get; }

    /// <summary>The model that is trained.</summary>
    public FashionGan Model { get; }

    /// <summary>What is trained on.</summary>
    public PictureSet Data { get; }

    /// <summary>What the pictures are called; null for a run without texts.</summary>
    public CaptionSet? Captions { get; }

    /// <summary>The same on their way into a step: shuffled, in batches, scaled to [-1, 1].</summary>
    public IDatasetV2 Batches { get; }

    /// <summary>Pictures in an epoch: all, or of a run with texts those that have captions.</summary>
    public int PicturesPerEpoch => Captions?.Pictures.Count ?? Data.Count;

    /// <summary>Steps in an epoch.</summary>
    public long StepsPerEpoch => PicturesPerEpoch / Options.BatchSize;

    /// <summary>Pictures that fill no batch; an epoch leaves out so many, others each time.</summary>
    public long LeftOut => PicturesPerEpoch % Options.BatchSize;

    /// <summary>Takes a folder for this run; <see cref="OpenRun.Train"/> then trains.</summary>
    /// <param name="folders">Where the run writes; made when they are not there.</param>
    /// <param name="start">What happens to a run that lies there.</param>
    /// <param name="warn">Is told in one line when the newest checkpoint is damaged and the one before it is used.</param>
    /// <exception cref="IOException">
    /// The folders cannot be written to, another training has them, or what lies there does not allow this start; nothing was changed then.
    /// </exception>
    /// <exception cref="InvalidDataException">No checkpoint, or not config.json, can be used.</exception>
    /// <exception cref="ArgumentException">The run that lies there has other options or data;
    /// the message names each difference.</exception>
    public OpenRun Open(RunFolders folders, RunStart start = RunStart.New, Action<string>? warn = null) =>
        OpenRun.Of(this, folders, start, warn ?? (_ => { }));

    /// <summary>Trains a new run; after each epoch <c>samples/</c> gets a picture and
    /// <c>run/</c> the weights and a line of history.</summary>
    /// <param name="folders">Where the run writes; made when they are not there.</param>
    /// <param name="callbacks">More callbacks, a display for one; they come after those that write.</param>
    /// <param name="stop">Ends the run after the step that is under way, with a checkpoint.</param>
    /// <exception cref="IOException">The folders cannot be written to, another training has them, or they hold a run.</exception>
    /// <exception cref="OperationCanceledException">It was stopped.</exception>
    /// <exception cref="DivergedException">It came to numbers that are not finite.</exception>
    public void Run(RunFolders folders, IEnumerable<ICallback> callbacks, CancellationToken stop = default)
    {
        using var run = Open(folders);
        run.Train(callbacks, stop);
    }

    /// <summary>The networks that options ask for.</summary>
    /// <exception cref="ArgumentException">There are none for such pictures; the message is one line.</exception>
    internal static NetworkShape ShapeOf(TrainingOptions options, PictureShape picture) =>
        GanNetworks.Named(options.Network ?? GanNetworks.Dcgan, picture, options.LatentDim, options.Attention,
            options.SpectralNorm is true);

    /// <summary>A model of these options with fresh weights.</summary>
    internal FashionGan NewModel() =>
        NewModel(
            Options, _shape, Data.Classes, Captions?.Vocabulary, Communicator,
            Options.Diffaugment is null ? [] : TrainingPictures.Background(Data.Rows));

    /// <summary>A model with fresh weights, compiled.</summary>
    /// <param name="options">What it depends on.</param>
    /// <param name="shape">Its networks.</param>
    /// <param name="classes">What it can be asked for.</param>
    /// <param name="vocabulary">The words that it learns; null for a model without texts.</param>
    /// <param name="communicator">The processes that its replicas run on; null for this one.</param>
    /// <param name="background">The colour behind the pictures, as <see cref="TrainingPictures.Background"/> finds it; none for
    /// black.</param>
    internal static FashionGan NewModel(
        TrainingOptions options, NetworkShape shape, ClassNames classes, Vocabulary? vocabulary = null,
        ICommunicator? communicator = null, params float[] background)
    {
        var model = new FashionGan(shape, classes, vocabulary);
        model.compile(
            d_optimizer: Adam(options.DiscriminatorLearningRate ?? options.LearningRate),
            g_optimizer: Adam(options.LearningRate),
            objective: AdversarialLosses.Named(
                options.Loss ?? AdversarialLosses.NonSaturating, (float)options.LabelSmoothing, (float)options.LabelNoise),
            penalties: Penalties(options),
            penalty_every: options.PenaltyEvery ?? 1,
            augment: Augmentation(options, background),
            ema_momentum: (float)options.Ema,
            class_weight: (float?)options.ClassWeight,
            strategy: options.Replicas is > 1 and var replicas ? tf.distribute.MirroredStrategy(replicas, communicator) : null);
        return model;

        IOptimizer Adam(double learningRate) =>
            keras.optimizers.Adam((float)learningRate, (float)options.Beta1, (float)(options.Beta2 ?? TrainingOptions.UsualBeta2));
    }

    private static DiffAugment? Augmentation(TrainingOptions options, float[] background)
    {
        if (options.Diffaugment is null)
            return null;
        var always = DiffAugment.Parse(options.Diffaugment, background);
        return options.Ada is { } target ? always.Adaptive((float)target) : always;
    }

    /// <summary>What changes while a model learns; null where nothing does.</summary>
    internal static Annealing? Annealing(TrainingOptions options, FashionGan model)
    {
        if (options.AnnealOver is not { } over)
            return null;
        Schedule To(double? final, double from) => new(from, final ?? from, over);
        return new Annealing(model, options.BatchSize, To(options.FinalLearningRate / options.LearningRate, from: 1),
            To(options.FinalBeta2, from: options.Beta2 ?? TrainingOptions.UsualBeta2), To(options.FinalPenalties, from: 1),
            options.FinalEma is { } ema ? new(Callbacks.Annealing.HalfLife(options.Ema), Callbacks.Annealing.HalfLife(ema), over) : null);
    }

    private static List<IPenalty> Penalties(TrainingOptions options)
    {
        var penalties = new List<IPenalty>();
        if (options.R1 is > 0 and var r1)
            penalties.Add(new R1((float)r1));
        if (options.R2 is > 0 and var r2)
            penalties.Add(new R2((float)r2));
        if (options.GradientPenalty is > 0 and var lambda)
            penalties.Add(new GradientPenalty((float)lambda));
        return penalties;
    }
}
