using FashionGanTf.Captions;
using FashionGanTf.Conditions;
using FashionGanTf.Datasets;
using FashionGanTf.Evaluation.Classifier;
using FashionGanTf.Evaluation.Features;
using FashionGanTf.Evaluation.Measures;
using FashionGanTf.Evaluation.Pictures;
using FashionGanTf.Evaluation.Words;
using FashionGanTf.Evaluation.Words.Scorer;
using FashionGanTf.Imaging;
using Tensorflow.NumPy;

namespace FashionGanTf.Evaluation;

/// <summary>Judges pictures by how they differ from real ones; the same pictures give the same figures, on any number of
/// threads.</summary>
public sealed class Evaluator
{
    private readonly IPictureFeatures _features;
    private readonly PictureParts _data;
    private readonly NDArray _train;
    private readonly NDArray _test;
    private readonly string _trainSha256;
    private readonly Action<string> _begin;
    private readonly CancellationToken _stop;

    /// <summary>An evaluator with a data set.</summary>
    /// <param name="features">In which pictures are compared.</param>
    /// <param name="data">What a generator was trained on, and what it has not seen; two pictures at least of each.</param>
    /// <param name="begin">Is told in a few words what begins.</param>
    /// <param name="stop">Ends the work early, with an <see cref="OperationCanceledException"/>.</param>
    /// <exception cref="ArgumentException">The features are for other pictures, or the data are too few.</exception>
    public Evaluator(IPictureFeatures features, PictureParts data, Action<string>? begin = null, CancellationToken stop = default)
    {
        features.Require(data.Train.Rows.Shape, "the data's");
        if (data.Train.Count < 2 || data.Others.Count < 2)
            throw new ArgumentException($"The data must have two or more pictures to train on and to judge by; these are " +
                $"{data.Train.Count} and {data.Others.Count}.");
        (_features, _data, _begin, _stop) = (features, data, begin ?? (_ => { }), stop);
        (_train, _test) = (data.Train.Pictures, data.Others.First(data.Others.Count));
        _trainSha256 = data.Train.Rows.Sha256();
    }

    /// <summary>The classifier, where it has learned from this very data: then its classes are theirs.</summary>
    private PictureClassifier? OwnClassifier =>
        _features is PictureClassifier { Data: { } learned } classifier && learned.PicturesSha256 == _trainSha256 ? classifier : null;

    /// <summary>Judges pictures. Those of a model with classes are also judged by class, where the classifier has learned from this data,
    /// and the labels are known; then another classifier is trained, which takes minutes.</summary>
    /// <exception cref="ArgumentException">The pictures, or those of the reference, have another shape than the data's.</exception>
    public EvaluationResult Evaluate(EvaluationSubject subject)
    {
        Require(subject);
        Begin("checking the data");
        var foreign = Foreign(subject.Reference);
        var judged = Look("judged pictures", subject.Pictures);
        var train = Look("training pictures", _train);
        var test = Look(OthersInWords, _test);
        var noise = Look("uniform noise", PictureArrays.Noise(judged.Count, subject.Seed, PictureArrays.ShapeOf(_train)));
        var reference = subject.Reference.Others is { } others ? Look("reference pictures", others) : subject.Reference == Reference.Train
            ? train : test;
        // As many as are judged: distances depend on how many there are.
        var real = (reference == train ? test : train).First(judged.Count);

        var classes = foreign is null && OwnClassifier is { } own ? own.Classes : ClassNames.None;
        var byClass = ByClass(subject, classes);
        var comparison = new Comparison(reference, subject.Seed, classes.Count > 0, _stop);
        SetMeasures Compare(EmbeddedPictures set)
        {
            Begin($"comparing {set.Name} with {reference.Name}");
            return comparison.Of(set);
        }

        var (measures, realMeasures, noiseMeasures) = (Compare(judged), Compare(real), Compare(noise));
        var (byPixels, pixelMemorisation) = Search("pixels", Vectors.OfPixels(judged.Pictures), Vectors.OfPixels(test.Pictures),
            Vectors.OfPixels(train.Pictures));
        var (byFeatures, featureMemorisation) = Search("features", judged.Features, test.Features, train.Features);
        var words = Words(subject, judged.Count, train);
        return new EvaluationResult
        {
            Source = subject.Source,
            PicturesSha256 = TrainingPictures.Sha256(subject.Pictures),
            WeightsSha256 = subject.WeightsSha256,
            Data = _data.Train.Name,
            Features = _features,
            Foreign = foreign,
            Classes = classes,
            Seed = subject.Seed,
            Reference = subject.Reference == Reference.Test ? _data.Name : subject.Reference.Name,
            ReferenceInWords = subject.Reference.Others is null ? $"{reference.Name} of {_data.Train.Name}"
                : $"pictures of {subject.Reference.Name}",
            ReferencePictures = reference.Count,
            Warnings = [.. EvaluationWarnings.Of(_features, _data, foreign, subject.Asked is not null && byClass is null,
                subject.Words is not null && !HasWords),
                .. EvaluationWarnings.Of(_features, judged, real, reference),
                .. words is null ? [] : EvaluationWarnings.Of(words)],
            Judged = measures,
            Real = realMeasures,
            Noise = noiseMeasures,
            Conditional = byClass?.Measure(OwnClassifier!, judged, real, train, test, reference, Begin, _stop),
            Words = words,
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

    /// <summary>What the pictures are called that stand for what a generator has not seen.</summary>
    private string OthersInWords => _data.Name == PictureParts.HeldBack ? "held-back training pictures" : $"{_data.Name} pictures";

    private void Require(EvaluationSubject subject)
    {
        var shape = _data.Train.Rows.Shape;
        foreach (var (pictures, name) in new[] { (subject.Pictures, "judged"), (subject.Reference.Others, "reference") })
            if (pictures is not null && PictureArrays.ShapeOf(pictures) is var other && other != shape)
                throw new ArgumentException($"The {name} pictures are {other}, and the data's are {shape}; they must be the same.");
    }

    private ConditionalJudge? ByClass(EvaluationSubject subject, ClassNames classes) =>
        subject.Reference.Others is null && subject.Asked is { } asked && classes.Count > 0 && asked.Names.SequenceEqual(classes)
            && _data.Train is { Labels: { } train } && _data.OtherLabels is { } test
            ? new ConditionalJudge(asked, train.ToArray<byte>(), test.ToArray<byte>()) : null;

    private WordComparison? Words(EvaluationSubject subject, int count, EmbeddedPictures train)
    {
        if (subject.Words is not { } asked || !HasWords)
            return null;
        Begin("measuring the training pictures");
        var known = MeasuredCaptions.Describe(_data.Train.Rows, _data.Train.Labels!.ToArray<byte>(), _stop);
        var judge = new WordJudge(OwnClassifier!, CaptionScorerFile.Pretrained(), train.Features, known, _stop);
        return judge.Compare(asked, new PictureSet(_data.Others, _data.OtherLabels!, _data.Train.Classes), count, subject.Seed, Begin);
    }

    /// <summary>Whether words can be measured in the data: the scorer has learned from Fashion-MNIST, too.</summary>
    private bool HasWords => OwnClassifier is { } own && own.Classes.SequenceEqual(ClassNames.FashionMnist)
        && own.Picture == PictureShape.FashionMnist && _data.OtherLabels is not null && _data.Train.Labels is not null;

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

    /// <summary>What the classifier was not made for; null where that is nothing, and for features of any pictures.</summary>
    private string? Foreign(Reference reference)
    {
        if (_features is not PictureClassifier)
            return null;
        if (OwnClassifier is null)
            return "data";
        return reference.Others is { } others && TrainingPictures.Sha256(others) is var sha256 && sha256 != _trainSha256
            && sha256 != _data.Others.Sha256() ? "reference" : null;
    }

    private EmbeddedPictures Look(string name, NDArray pictures)
    {
        var what = $"looking at {pictures.shape[0]} {name}";
        Begin(what);
        return new EmbeddedPictures(name, pictures, _features.Embed(pictures, done => _begin($"{what}, {done} done"), _stop));
    }

    private (NearestVectors, Memorisation) Search(string space, Vectors judged, Vectors test, Vectors train)
    {
        Begin($"searching the nearest training pictures by {space}");
        var nearest = NearestVectors.Find(judged, train, _stop);
        return (nearest, Memorisation.Of(nearest.Distances, NearestVectors.Find(test, train, _stop).Distances));
    }
}
