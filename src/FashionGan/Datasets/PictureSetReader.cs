using FashionGanTf.Conditions;
using FashionGanTf.Datasets.Preparing;
using FashionGanTf.Datasets.Sources;
using FashionGanTf.Imaging;
using Tensorflow.NumPy;

namespace FashionGanTf.Datasets;

/// <summary>Reads the pictures of a place: arrays as they are, files from the cache of prepared pictures.</summary>
/// <param name="options">Which pictures, and how they are made alike.</param>
/// <param name="progress">Is told how many of how many pictures are prepared, where they must be.</param>
/// <param name="stop">Ends the work.</param>
internal sealed class PictureSetReader(PictureOptions options, Action<int, int>? progress, CancellationToken stop)
{
    /// <summary>Reads those to train on.</summary>
    /// <inheritdoc cref="PictureSet.Read(PictureOptions, bool, Action{int, int}, CancellationToken)"/>
    internal PictureSet Read(bool labelled)
    {
        try
        {
            return Files() is { } files ? ReadFiles(files, labelled) : ReadArrays(labelled);
        }
        catch (ArgumentException error)
        {
            throw new InvalidDataException(options.Place is null ? error.Message : $"{options.Place}: {error.Message}", error);
        }
    }

    /// <summary>Reads those to judge by.</summary>
    /// <inheritdoc cref="PictureSet.ReadTest"/>
    internal (PictureRows Rows, NDArray? Labels)? ReadTest()
    {
        if (Files() is not { } files)
        {
            var data = IdxData.Open(options.Place);
            return data.ReadTest() is { } pictures ? (Rows(data.TestFile, pictures), data.ReadTestLabels(pictures)) : null;
        }

        var found = files.Find(new SourceOptions(options.LabelColumn));
        if (found.Test.Count == 0)
            return null;
        var rows = Prepare(found.Test, options.Preparation(() => UsualSize.Of(found.Train)));
        return (rows, found.Classes.Count == 0 ? null : np.array(rows.Labels!));
    }

    /// <summary>The place of pictures that are not arrays; null where they are.</summary>
    private PicturePlace? Files() =>
        options.Place is not null && PictureSources.Look(options.Place) is { IsIdx: false } files ? files : null;

    private PictureSet ReadArrays(bool labelled)
    {
        if (options.LabelColumn is not null)
            throw new ArgumentException("IDX files have no columns, one of which --label-column could name.");
        var data = IdxData.Open(options.Place);
        var pictures = data.ReadTrain();
        var rows = Rows(data.TrainFile, pictures);
        rows = rows.Take(options.Limit ?? rows.Count);
        if (!labelled)
            return new PictureSet(rows) { Layout = data.Layout };
        var (labels, classes) = data.ReadTrainLabels(pictures) ?? throw new FileNotFoundException(
            $"{options.Place} has no file of labels, train-labels-idx1-ubyte.gz, beside its pictures; a training with classes needs it.");
        if (options.Limit < labels.shape[0])
            labels = labels[$":{options.Limit}"];
        return new PictureSet(rows, labels, classes) { Layout = data.Layout };
    }

    /// <summary>Arrays as they are, unless another size or colours are asked for, or there is no network for their size.</summary>
    private PictureRows Rows(string? file, NDArray pictures)
    {
        var rows = new ArrayRows(pictures);
        var wanted = new PictureShape(options.Size ?? UsualSize.Of(rows.Shape.Size), options.Channels ?? rows.Shape.Channels);
        return wanted == rows.Shape ? rows
            : Prepare(IdxFiles.Pictures(file, pictures, null, ClassNames.None), options.Preparation(() => wanted.Size));
    }

    private PictureSet ReadFiles(PicturePlace files, bool labelled)
    {
        var found = files.Find(new SourceOptions(options.LabelColumn));
        if (labelled && found.Classes.Count == 0)
            throw new ArgumentException(
                $"its pictures ({found.Layout}) have no labels, which a training with classes needs. {found.WhyNoClasses}".TrimEnd());
        // What is left over need not be prepared.
        var train = options.Limit < found.Train.Count ? [.. found.Train.Take(options.Limit.Value)] : found.Train;
        var rows = Prepare(train, options.Preparation(() => UsualSize.Of(found.Train)));
        return labelled ? new PictureSet(rows, np.array(rows.Labels!), found.Classes) { Layout = found.Layout, Broken = rows.Broken }
            : new PictureSet(rows) { Layout = found.Layout, Broken = rows.Broken };
    }

    private PackedPictures Prepare(IReadOnlyList<SourcePicture> pictures, Preparation preparation) =>
        PictureCache.Prepare(pictures, preparation, options.SkipBroken, progress, stop: stop);
}
