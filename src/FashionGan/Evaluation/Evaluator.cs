using FashionGanTf.Datasets;
using FashionGanTf.Evaluation.Classifier;
using FashionGanTf.Evaluation.Measures;
using FashionGanTf.Evaluation.Pictures;
using FashionGanTf.Imaging;
using Tensorflow.NumPy;
using static Tensorflow.KerasApi;

namespace FashionGanTf.Evaluation;

/// <summary>Judges pictures of clothes by how they differ from real ones; the same pictures give the same figures, on any number of
/// threads.</summary>
public sealed class Evaluator
{
    private readonly FashionClassifier _classifier;
    private readonly NDArray _train;
    private readonly NDArray _test;
    private readonly Action<string> _begin;
    private readonly CancellationToken _stop;

    /// <summary>An evaluator with a data set.</summary>
    /// <param name="classifier">Whose features pictures are compared in.</param>
    /// <param name="train">uint8 (N, 28, 28): what a generator was trained on.</param>
    /// <param name="test">uint8 (M, 28, 28), at least two: what it has not seen.</param>
    /// <param name="begin">Is told in a few words what begins.</param>
    /// <param name="stop">Ends the work early, with an <see cref="OperationCanceledException"/>.</param>
    /// <exception cref="ArgumentException">The data have another size, or are too few.</exception>
    public Evaluator(FashionClassifier classifier, NDArray train, NDArray test, Action<string>? begin = null,
        CancellationToken stop = default)
    {
        foreach (var part in new[] { train, test })
            if (part.ndim != 3 || part.shape[1] != 28 || part.shape[2] != 28 || part.shape[0] < 2)
                throw new ArgumentException(
                    $"The data must be two or more pictures of 28 x 28 to train on and to test with; these have the shape {part.shape}.");
        (_classifier, _train, _test, _begin, _stop) = (classifier, train, test, begin ?? (_ => { }), stop);
    }

    /// <summary>The classes of the training pictures, N bytes; null where they are not known.</summary>
    public byte[]? TrainLabels { get; init; }

    /// <summary>The classes of the test pictures, M bytes; null where they are not known.</summary>
    public byte[]? TestLabels { get; init; }

    /// <summary>Judges pictures. Those of a model with classes are also judged by class, where the classes are Fashion-MNIST's and their
    /// labels are known; then a classifier is trained, which takes minutes.</summary>
    public EvaluationResult Evaluate(EvaluationSubject subject)
    {
        var foreign = Foreign(subject.Reference);
        var judged = Look("judged pictures", subject.Pictures);
        var train = Look("training pictures", _train);
        var test = Look("test pictures", _test);
        var noise = Look("uniform noise", PictureArrays.Noise(judged.Count, subject.Seed, PictureArrays.ShapeOf(_train)));
        var reference = subject.Reference.Others is { } others ? Look("reference pictures", others) : subject.Reference == Reference.Train
            ? train : test;
        // As many as are judged: distances depend on how many there are.
        var real = (reference == train ? test : train).First(judged.Count);

        var byClass = ByClass(subject, foreign);
        var comparison = new Comparison(reference, subject.Seed, foreign is null, _stop);
        SetMeasures Compare(EmbeddedPictures set)
        {
            Begin($"comparing {set.Name} with {reference.Name}");
            return comparison.Of(set);
        }

        var (measures, realMeasures, noiseMeasures) = (Compare(judged), Compare(real), Compare(noise));
        var (byPixels, pixelMemorisation) = Search("pixels", Vectors.OfPixels(judged.Pictures), Vectors.OfPixels(test.Pictures),
            Vectors.OfPixels(train.Pictures));
        var (byFeatures, featureMemorisation) = Search("features", judged.Features, test.Features, train.Features);
        return new EvaluationResult
        {
            Source = subject.Source,
            PicturesSha256 = TrainingPictures.Sha256(subject.Pictures),
            WeightsSha256 = subject.WeightsSha256,
            Foreign = foreign,
            Seed = subject.Seed,
            Reference = subject.Reference.Name,
            ReferencePictures = reference.Count,
            Warnings = [.. EvaluationWarnings.Of(foreign, judged, real, reference, asked: subject.Asked is not null, byClass is not null)],
            Judged = measures,
            Real = realMeasures,
            Noise = noiseMeasures,
            Conditional = byClass?.Measure(_classifier, judged, real, train, test, reference, Begin, _stop),
            PixelMemorisation = pixelMemorisation,
            FeatureMemorisation = featureMemorisation,
            // One that is asked with a condition needs the classes of both sides.
            Discriminator = subject.Discriminator is { } discriminator && (byClass is null) == (subject.Asked is null)
                ? DiscriminatorAccuracy.Of(discriminator, _test, subject.Pictures, byClass?.Labels, _stop) : null,
            Densities = comparison.Densities(judged),
            Samples = Samples(subject.Pictures),
            ClosestPairs = ClosestPairs.Draw(subject.Pictures, _train, byPixels, byFeatures),
        };
    }

    private ConditionalJudge? ByClass(EvaluationSubject subject, string? foreign) =>
        foreign is null && subject.Reference.Others is null && TrainLabels is { } train && TestLabels is { } test
            && subject.Asked is { } asked && asked.Names.SequenceEqual(FashionClassifier.ClassNames)
            ? new ConditionalJudge(asked, train, test) : null;

    private void Begin(string step)
    {
        // What the step before left behind is large, and too few objects for the collector to look by itself.
        GC.Collect(GC.MaxGeneration, GCCollectionMode.Aggressive);
        _begin(step);
    }

    private static Bitmap Samples(NDArray pictures)
    {
        const int columns = 16, rows = 8;
        var shown = Enumerable.Range(0, (int)Math.Min(pictures.shape[0], columns * rows)).Select(i => PictureArrays.Picture(pictures, i))
            .ToList();
        return ImageGrid.Compose(shown, columns, (shown.Count + columns - 1) / columns, padding: 2);
    }

    private string? Foreign(Reference reference)
    {
        Begin("checking the data");
        if (!keras.datasets.fashion_mnist.is_published(_train) || !keras.datasets.fashion_mnist.is_published(_test))
            return "data";
        return reference.Others is { } others && !keras.datasets.fashion_mnist.is_published(others) ? "reference" : null;
    }

    private EmbeddedPictures Look(string name, NDArray pictures)
    {
        Begin($"looking at {pictures.shape[0]} {name}");
        return new EmbeddedPictures(name, pictures, _classifier.Embed(pictures, _stop));
    }

    private (NearestVectors, Memorisation) Search(string space, Vectors judged, Vectors test, Vectors train)
    {
        Begin($"searching the nearest training pictures by {space}");
        var nearest = NearestVectors.Find(judged, train, _stop);
        return (nearest, Memorisation.Of(nearest.Distances, NearestVectors.Find(test, train, _stop).Distances));
    }
}
