using FashionGanTf.Conditions;
using FashionGanTf.Datasets.Preparing;
using FashionGanTf.Datasets.Sources;
using FashionGanTf.Imaging;
using Tensorflow.Keras.Datasets;
using Tensorflow.NumPy;

namespace FashionGanTf.Datasets;

/// <summary>Reads the pictures of a place: arrays as they are, files from the cache of prepared pictures.</summary>
/// <param name="options">Which pictures, and how they are made alike.</param>
/// <param name="progress">Is told how many of how many pictures are prepared, where they must be.</param>
/// <param name="stop">Ends the work.</param>
internal sealed class PictureSetReader(PictureOptions options, Action<int, int>? progress, CancellationToken stop)
{
    /// <summary>Reads those to train on.</summary>
    /// <inheritdoc cref="PictureSet.Read(PictureOptions, bool?, Action{int, int}, CancellationToken)"/>
    internal PictureSet Read(bool? labelled) => Named(() => ReadTrain(labelled));

    /// <summary>Reads those to judge by.</summary>
    /// <inheritdoc cref="PictureSet.ReadTest"/>
    internal (PictureRows Rows, NDArray? Labels)? ReadTest() => Part(Split.Test);

    /// <summary>Reads those to train on, and others.</summary>
    /// <inheritdoc cref="PictureParts.Read"/>
    internal PictureParts ReadParts(bool? labelled) => Named(() =>
    {
        var train = ReadTrain(labelled);
        var (size, channels) = (train.Rows.Shape.Size, train.Rows.Shape.Channels);
        var alike = new PictureSetReader(options with { Size = size, Channels = channels }, progress, stop);
        if (alike.Part(Split.Test) is var (test, testLabels))
            return new PictureParts(train, test, testLabels, PictureParts.Test);
        return alike.Part(Split.Validation) is var (validation, labels)
            ? new PictureParts(train, validation, labels, PictureParts.Validation) : PictureParts.HoldBack(train);
    });

    /// <summary>Names the place in what is said to be wrong with it.</summary>
    private T Named<T>(Func<T> read)
    {
        try
        {
            return read();
        }
        catch (ArgumentException error)
        {
            throw new InvalidDataException(options.Place is null ? error.Message : $"{options.Place}: {error.Message}", error);
        }
    }

    /// <summary>The place of pictures that are not arrays; null where they are.</summary>
    private PicturePlace? Files() =>
        options.Place is not null && PictureSources.Look(options.Place) is { IsIdx: false } files ? files : null;

    private PictureSet ReadTrain(bool? labelled) => Files() is { } files ? ReadFiles(files, labelled) : ReadArrays(labelled);

    /// <summary>Another part than the training pictures, made as those are; null where it is empty.</summary>
    private (PictureRows Rows, NDArray? Labels)? Part(Split split)
    {
        if (Files() is not { } files)
        {
            // These have training and test pictures only.
            var data = IdxData.Open(options.Place);
            return split == Split.Test && data.ReadTest() is { } pictures
                ? (Rows(data.TestFile, pictures), data.ReadTestLabels(pictures)) : null;
        }

        var found = files.Find(new SourceOptions(options.LabelColumn));
        if (found.Of(split) is not { Count: > 0 } part)
            return null;
        var rows = Prepare(part, options.Preparation(() => UsualSize.Of(found.Train)));
        return (rows, found.Classes.Count == 0 || rows.Labels is null ? null : np.array(rows.Labels));
    }

    private PictureSet ReadArrays(bool? labelled)
    {
        if (options.LabelColumn is not null)
            throw new ArgumentException("IDX files have no columns, one of which --label-column could name.");
        var data = IdxData.Open(options.Place);
        var pictures = data.ReadTrain();
        var rows = Rows(data.TrainFile, pictures);
        rows = rows.Take(options.Limit ?? rows.Count);
        var (labels, classes, wrong) = labelled is false ? (null, ClassNames.None, null) : IdxFiles.Labels(data, pictures);
        if (labelled is true && labels is null)
            throw wrong is not null ? new ArgumentException(wrong) : new FileNotFoundException($"{options.Place} has no file of labels, " +
                $"{Path.GetFileName(IdxFile.labels_beside(data.TrainFile!))}, beside its pictures; a training with classes needs it.");
        return labels is null ? new PictureSet(rows) { Name = Name, Layout = data.Layout }
            : new PictureSet(rows, options.Limit < labels.shape[0] ? labels[$":{options.Limit}"] : labels, classes)
            {
                Name = Name, Layout = data.Layout,
            };
    }

    /// <summary>Arrays as they are, unless another size or colours are asked for, or there is no network for their size.</summary>
    private PictureRows Rows(string? file, NDArray pictures)
    {
        var rows = new ArrayRows(pictures);
        var wanted = new PictureShape(options.Size ?? UsualSize.Of(rows.Shape.Size), options.Channels ?? rows.Shape.Channels);
        return wanted == rows.Shape ? rows
            : Prepare(ArrayPictures.Of(file, pictures, null, ClassNames.None), options.Preparation(() => wanted.Size));
    }

    private PictureSet ReadFiles(PicturePlace files, bool? labelled)
    {
        var found = files.Find(new SourceOptions(options.LabelColumn));
        if (labelled is true && found.Classes.Count == 0)
            throw new ArgumentException(
                $"its pictures ({found.Layout}) have no labels, which a training with classes needs. {found.WhyNoClasses}".TrimEnd());
        // What is left over need not be prepared.
        var train = options.Limit < found.Train.Count ? [.. found.Train.Take(options.Limit.Value)] : found.Train;
        var rows = Prepare(train, options.Preparation(() => UsualSize.Of(found.Train)));
        return labelled is not false && found.Classes.Count > 0
            ? new PictureSet(rows, np.array(rows.Labels!), found.Classes) { Name = Name, Layout = found.Layout, Broken = rows.Broken }
            : new PictureSet(rows) { Name = Name, Layout = found.Layout, Broken = rows.Broken };
    }

    private string Name => options.Place is null ? "Fashion-MNIST"
        : Path.GetFileName(Path.TrimEndingDirectorySeparator(Path.GetFullPath(options.Place)));

    private PackedPictures Prepare(IReadOnlyList<SourcePicture> pictures, Preparation preparation) =>
        PictureCache.Prepare(pictures, preparation, options.SkipBroken, progress, stop: stop);
}
