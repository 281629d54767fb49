using System.Globalization;
using System.Text;
using FashionGanTf.Datasets.Preparing;
using FashionGanTf.Datasets.Sources;
using FashionGanTf.Evaluation.Report;
using FashionGanTf.Imaging;
using Tensorflow.Serialization;

namespace FashionGanTf.Datasets.Survey;

/// <summary>What is understood of a place with pictures, in words and as a sheet of samples.</summary>
public sealed class DataDescription
{
    /// <summary>Files that are named for each reason why files are left out.</summary>
    private const int ShownFiles = 3;

    private readonly string _place;
    private readonly FoundPictures _found;
    private readonly PictureSurvey _survey;
    private readonly Preparation _preparation;

    private DataDescription(string place, FoundPictures found, PictureSurvey survey, Preparation preparation) =>
        (_place, _found, _survey, _preparation) = (place, found, survey, preparation);

    /// <summary>Looks at a place.</summary>
    /// <param name="options">The place, which is named, and how its pictures are made alike.</param>
    /// <param name="stop">Ends it.</param>
    /// <exception cref="IOException">It cannot be read, or there are no pictures.</exception>
    /// <exception cref="InvalidDataException">It is not clear how pictures lie there, or a list of them is damaged.</exception>
    /// <exception cref="ArgumentException">The options do not fit the place.</exception>
    /// <exception cref="OperationCanceledException">It was stopped.</exception>
    public static DataDescription Of(PictureOptions options, CancellationToken stop = default)
    {
        var found = PictureSources.Find(options.Place!, new SourceOptions(options.LabelColumn));
        return new DataDescription(options.Place!, found, PictureSurvey.Of(found.Train, stop),
            options.Preparation(() => UsualSize.Of(found.Train)));
    }

    /// <summary>The sheet of samples: a row for each class, in the order of the labels; without classes the first pictures.</summary>
    /// <param name="stop">Ends it.</param>
    /// <exception cref="InvalidDataException">No picture can be decoded.</exception>
    /// <exception cref="OperationCanceledException">It was stopped.</exception>
    public Bitmap Sheet(CancellationToken stop = default) => SampleSheet.Of(_found, _preparation, stop);

    /// <summary>What was understood, as lines of text.</summary>
    public string Text()
    {
        var text = new StringBuilder();
        text.Append(CultureInfo.InvariantCulture, $"{_place}: {_found.Layout}.\n\n");
        text.Append(TextTable.Format(Counts())).Append('\n');
        if (_found.WhyNoClasses is { } why)
            text.Append(CultureInfo.InvariantCulture, $"No classes can be learned: {OneLine.Of(why)}\n");
        AddSizes(text);
        AddBroken(text);
        AddLeftOut(text);
        return text.ToString();
    }

    private ReportTable Counts()
    {
        var splits = Enum.GetValues<Split>().Where(split => split == Split.Train || _found.Of(split).Count > 0).ToArray();
        IEnumerable<ReportRow> rows = _found.Classes.Select((name, label) =>
            new ReportRow(name, [.. splits.Select(split => Number(_found.Of(split).Count(picture => picture.Label == label)))]));
        var (title, sum) = _found.Classes.Count == 0 ? ("", "pictures") : ("class", "all");
        return new ReportTable(title, [.. splits.Select(split => split.ToString().ToLowerInvariant())],
            [.. rows, new ReportRow(sum, [.. splits.Select(split => Number(_found.Of(split).Count))])]);
    }

    private void AddSizes(StringBuilder text)
    {
        var (sizes, gray) = (_survey.Sizes, _survey.Gray);
        if (sizes.Count == 0)
            return;
        var looked = sizes.Count + _survey.Broken.Count;
        var some = looked == _found.Train.Count ? "" : string.Create(CultureInfo.InvariantCulture, $" (of the first {looked} looked at)");
        var colours = gray == sizes.Count ? "all gray" : gray == 0 ? "all in colour"
            : string.Create(CultureInfo.InvariantCulture, $"{gray} gray, {sizes.Count - gray} in colour");
        text.Append(CultureInfo.InvariantCulture,
            $"Sizes: smallest {Size(0)}, median {Size(sizes.Count / 2)}, largest {Size(sizes.Count - 1)}; {colours}{some}.\n");
        var channels = _preparation.Channels ?? (gray == sizes.Count ? 1 : 3);
        text.Append(CultureInfo.InvariantCulture, $"A training makes them {new PictureShape(_preparation.Size, channels)}.\n");

        string Size(int place) => $"{sizes[place].Width} x {sizes[place].Height}";
    }

    private void AddBroken(StringBuilder text)
    {
        if (_survey.Broken.Count > 0)
            text.Append(CultureInfo.InvariantCulture, $"{_survey.Broken.Count} broken, which --skip-broken leaves out: ")
                .Append(Shown(_survey.Broken, one => one.Why.TrimEnd('.')));
    }

    /// <summary>A line for each reason, with the first of its files.</summary>
    private void AddLeftOut(StringBuilder text)
    {
        foreach (var together in _found.LeftOut.GroupBy(one => one.Why))
            text.Append(CultureInfo.InvariantCulture, $"{together.Count()} left out, {OneLine.Of(together.Key)}: ")
                .Append(Shown([.. together], one => FromPlace(one.Name)));
    }

    private static string Shown(IReadOnlyList<LeftOut> files, Func<LeftOut, string> text) =>
        string.Join(", ", files.Take(ShownFiles).Select(one => OneLine.Of(text(one)))) + (files.Count > ShownFiles ? ", ...\n" : "\n");

    /// <summary>A file's name as seen from the place, where it lies below it.</summary>
    private string FromPlace(string name)
    {
        var root = Path.GetFullPath(_place);
        return name.StartsWith(root + Path.DirectorySeparatorChar, StringComparison.Ordinal) ? Path.GetRelativePath(root, name) : name;
    }

    private static string Number(int count) => count.ToString(CultureInfo.InvariantCulture);
}
