using System.Diagnostics;
using System.Globalization;
using System.Text.Json.Nodes;
using FashionGanTf.Augmentation;
using FashionGanTf.Callbacks;
using FashionGanTf.Datasets;
using FashionGanTf.Evaluation.Classifier;
using FashionGanTf.Evaluation.Pictures;
using FashionGanTf.Generation.Recipes;
using FashionGanTf.Imaging;
using FashionGanTf.Models;
using FashionGanTf.Networks;
using FashionGanTf.Training;
using Tensorflow.Keras.Callbacks;
using Tensorflow.Keras.Engine;
using Tensorflow.NumPy;
using static Tensorflow.Binding;

namespace FashionGanTf.Studies;

/// <summary>Shows a training.</summary>
/// <param name="epochs">Epochs in all.</param>
/// <param name="steps">Steps in an epoch.</param>
/// <param name="batchSize">Pictures in a step.</param>
/// <param name="introduction">What is about to begin, in a line.</param>
/// <param name="train">Trains, and calls the callback that it is given.</param>
public delegate void ShowTraining(int epochs, long steps, int batchSize, string introduction, Action<ICallback> train);

/// <summary>
/// Finds out when drawn pictures help a classifier. For some real pictures of each class, a conditional GAN learns from these alone; then
/// the same classifier is trained for the same number of steps on real pictures, and on real and drawn ones, with and without random
/// shifts, flips and erasing, and judged by all test pictures. docs/augmentation.md says more.
/// </summary>
public sealed class AugmentationStudy
{
    /// <summary>Noise of the sheet that is kept of each GAN.</summary>
    private const int SheetColumns = 10;

    private readonly StudyOptions _options;
    private readonly StudyData _data;
    private readonly StudyFolder _folder;
    private readonly ShowTraining _show;
    private readonly CancellationToken _stop;
    private readonly ICallback _stopper;

    /// <summary>Takes a folder; a study that was interrupted there goes on.</summary>
    /// <param name="options">What to compare.</param>
    /// <param name="data">The pictures.</param>
    /// <param name="folder">Where results go.</param>
    /// <param name="show">Shows each training.</param>
    /// <param name="stop">Ends the study after the step that is under way; finished cells are kept.</param>
    /// <exception cref="ArgumentException">A class has too few pictures.</exception>
    /// <exception cref="IOException">The folder cannot be written to, or holds another study.</exception>
    /// <exception cref="InvalidDataException">A result in it is damaged.</exception>
    public AugmentationStudy(StudyOptions options, StudyData data, string folder, ShowTraining show, CancellationToken stop = default)
    {
        data.Require(options.PerClass.Max());
        (_options, _data, _show, _stop) = (options, data, show, stop);
        _folder = new StudyFolder(folder, Settings(options, data));
        _stopper = new LambdaCallback(on_train_batch_end: (_, _) => stop.ThrowIfCancellationRequested());
        Parts = [.. options.PerClass.Distinct().Order().Select(count => new StudyPart(count, IsCut: false))];
        // A hundredth of fewer is no picture.
        if (Parts[^1].PerClass >= StudyPart.Cut)
            Parts = [.. Parts, Parts[^1] with { IsCut = true }];
    }

    /// <summary>What is studied, in this order.</summary>
    public IReadOnlyList<StudyPart> Parts { get; }

    /// <summary>Makes what is not there yet, then writes table, plot and JSON.</summary>
    /// <returns>The table.</returns>
    /// <exception cref="OperationCanceledException">It was stopped.</exception>
    /// <exception cref="DivergedException">A GAN came to numbers that are not finite.</exception>
    public string Run()
    {
        foreach (var part in Parts)
            for (var seed = 1; seed <= _options.Seeds; seed++)
            {
                var (here, number) = (part, seed);
                var real = new Lazy<PictureSet>(() => StudyPictures.Choose(_data.Train, here, number));
                // The classifier of one arm chooses the pictures of another.
                var chooser = new Lazy<PictureClassifier>(() => Train(here, number, StudyArm.RealAugmented, real.Value, null));
                foreach (var arm in StudyArm.All)
                    if (!_folder.Cells.Any(cell => cell.IsOf(part) && (cell.Seed, cell.Arm) == (seed, arm.Name)))
                        _folder.Add(Make(part, seed, arm, real.Value, chooser));
            }

        return StudyReport.Write(_folder, Parts, _options, _data.Train.Classes, _data.JudgedBy);
    }

    private StudyCell Make(StudyPart part, int seed, StudyArm arm, PictureSet real, Lazy<PictureClassifier> chooser)
    {
        var cut = part.CutClass(seed, real.Classes.Count);
        (NDArray, byte[])? drawn = arm.HasDrawn ? Drawn(part, seed, real, cut, arm.IsChosen ? chooser.Value : null) : null;
        var clock = Stopwatch.StartNew();
        var classifier = arm == StudyArm.RealAugmented ? chooser.Value : Train(part, seed, arm, real, drawn);
        var named = np.argmax(classifier.Embed(_data.TestPictures, stop: _stop).Probabilities!, axis: 1).ToArray<long>();
        double Right(Func<byte, bool> isCounted) =>
            named.Zip(_data.TestLabels).Where(pair => isCounted(pair.Second)).Average(pair => pair.First == pair.Second ? 1.0 : 0.0);
        return new StudyCell(part.PerClass, cut, seed, arm.Name, Right(_ => true), cut is { } few ? Right(label => label == few) : null,
            clock.Elapsed.TotalSeconds);
    }

    private PictureClassifier Train(StudyPart part, int seed, StudyArm arm, PictureSet real, (NDArray, byte[])? drawn)
    {
        var (pictures, labels) = StudyPictures.Mix(real, drawn, 2 * Math.Max(part.PerClass, _options.Drawn));
        PictureClassifier classifier = null!;
        _show(1, _options.Steps, ClassifierTraining.BatchSize, Introduction(part, seed, $"a classifier on {arm.Name}", _options.Steps),
            shown => classifier = ClassifierTraining.TrainSteps(new PictureSet(pictures, labels, real.Classes), _options.Steps, seed,
                arm.IsAugmented ? ShiftFlipErase.Apply : null, shown, _stopper));
        return classifier;
    }

    /// <summary>Pictures that a GAN drew which saw the real ones only; of the class that is cut, where one is.</summary>
    /// <param name="part">How many real pictures it saw.</param>
    /// <param name="seed">Which.</param>
    /// <param name="real">They themselves.</param>
    /// <param name="cut">The class that is cut.</param>
    /// <param name="chooser">Keeps the surer half of twice as many; null to take what is drawn.</param>
    private (NDArray Pictures, byte[] Labels) Drawn(StudyPart part, int seed, PictureSet real, int? cut, PictureClassifier? chooser)
    {
        var path = _folder.Generator(part, seed);
        if (!File.Exists(path))
            TrainGan(path, part, seed, real);
        var gan = FashionGan.Load(path);
        var counts = DrawnCounts.PerClass(real, (chooser is null ? 1 : 2) * _options.Drawn)
            .Select((count, label) => label == (cut ?? label) ? count : 0).ToArray();
        var drawn = new AugmentedData(real, counts, seed).Drawn().ToList();
        var pictures = PictureSource.Of(gan.Draw(drawn.Select(one => one.Recipe)));
        byte[] labels = [.. drawn.Select(one => (byte)one.Label)];
        return chooser is null ? (pictures, labels)
            : StudyPictures.Surest(pictures, labels, chooser.Embed(pictures, stop: _stop).Probabilities!, _options.Drawn);
    }

    private void TrainGan(string path, StudyPart part, int seed, PictureSet real)
    {
        tf.set_random_seed(seed);
        var (batch, steps) = (Math.Min(StudyOptions.GanBatch, real.Count), _options.StepsOfGan(real.Count));
        var settings = new TrainingOptions { Diffaugment = _options.Diffaugment };
        var gan = TrainingRun.NewModel(settings, TrainingRun.ShapeOf(settings, real.Rows.Shape), real.Classes, null, null,
            settings.Diffaugment is null ? [] : TrainingPictures.Background(real.Rows));
        var batches = TrainingPictures.Batches(real.Rows, batch, real.Labels).repeat().take(steps);
        _show(1, steps, batch, Introduction(part, seed, "a GAN", steps), shown =>
            gan.fit(batches, verbose: 0, callbacks: [new TerminateOnNaN(gan, settings.LearningRate), shown, _stopper]));
        var sheet = gan.Draw(real.Classes.SelectMany(name => SeedRecipe.Range(seed, 0, SheetColumns, name)));
        PngWriter.Write(Path.ChangeExtension(path, ".png"), ImageGrid.Compose(sheet, SheetColumns, real.Classes.Count, padding: 2));
        gan.Save(path);
    }

    private string Introduction(StudyPart part, int seed, string what, int steps)
    {
        var all = Parts.Count * _options.Seeds * StudyArm.All.Count;
        var made = _folder.Cells.Count(cell => Parts.Any(cell.IsOf) && cell.Seed <= _options.Seeds);
        return string.Create(CultureInfo.InvariantCulture,
            $"{made} of {all} classifiers made; {part.Name} real pictures a class, seed {seed}: {what}, {steps} steps.");
    }

    private static JsonObject Settings(StudyOptions options, StudyData data)
    {
        var settings = new JsonObject
        {
            ["gan_steps"] = options.GanSteps,
            ["classifier_steps"] = options.Steps,
            ["drawn_per_class"] = options.Drawn,
            ["pictures_sha256"] = TrainingPictures.Sha256(data.Train.Pictures),
            ["labels_sha256"] = TrainingPictures.Sha256(data.Train.Labels!),
            ["test_pictures_sha256"] = TrainingPictures.Sha256(data.TestPictures),
        };
        if (options.Diffaugment is not null)
            settings["diffaugment"] = options.Diffaugment;
        return settings;
    }
}
