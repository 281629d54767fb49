using FashionGanTf.Cli.CommandLine;
using FashionGanTf.Conditions;
using FashionGanTf.Datasets;
using FashionGanTf.Generation;
using FashionGanTf.Generation.Recipes;
using FashionGanTf.Imaging;
using Tensorflow.Keras.Datasets;
using Tensorflow.Serialization;

namespace FashionGanTf.Cli.Commands;

/// <summary>The place that <c>generate</c> writes to, and what it says of it.</summary>
/// <param name="format">One of <see cref="PictureFormat"/>.</param>
/// <param name="path">The file, or for single pictures the folder.</param>
/// <param name="count">How many pictures there will be.</param>
internal sealed class PictureOutput(string format, string path, int count)
{
    private int _drawn;

    /// <summary>Requires, before anything is drawn, that the place will do.</summary>
    /// <exception cref="IOException">Nothing can be written there.</exception>
    internal void RequirePlace()
    {
        if (format == PictureFormat.Png)
            PathOption.RequireNoFile(path);
        else
            AtomicFile.RequireWritable(path, "; choose another with --out");
    }

    /// <summary>Writes the pictures, and a line that says so to standard output.</summary>
    /// <param name="drawn">The pictures and what they are drawn from, drawn while they are gone through.</param>
    /// <param name="classes">Those of the model that draws.</param>
    /// <param name="sheet">Columns and rows of a sheet.</param>
    /// <param name="manner">How all are drawn.</param>
    /// <param name="finish">How all go into files.</param>
    /// <param name="delay">Milliseconds that a picture of an animation is shown.</param>
    /// <param name="isLoop">Whether an animation's last picture leads to its first.</param>
    /// <exception cref="IOException">It cannot be written.</exception>
    /// <exception cref="OperationCanceledException">The user interrupts; the message says what is there then.</exception>
    internal void Write(IEnumerable<(Recipe Recipe, Bitmap Picture)> drawn, ClassNames classes, GridSize sheet, Manner manner,
        Finish finish, int delay, bool isLoop)
    {
        var hasLabels = format is PictureFormat.Idx or PictureFormat.Npz && classes.Count > 0;
        if (hasLabels && format == PictureFormat.Idx)
            RequirePlaceOfLabels(classes);
        var older = format == PictureFormat.Png ? PictureFiles.Singles(path) : [];
        var labels = new List<int?>();
        var pictures = drawn.Select(picture =>
        {
            _drawn++;
            if (hasLabels)
                labels.Add(Condition.LabelOf(picture.Recipe.Condition(classes)));
            return finish.Of(picture.Picture);
        });
        try
        {
            if (format == PictureFormat.Png)
                PictureFiles.WriteSingles(path, pictures, count);
            else if (format == PictureFormat.Grid)
                PngWriter.Write(path, finish.Sheet([.. drawn], sheet.Columns, sheet.Rows));
            else if (format == PictureFormat.Npz)
                PictureFiles.WriteNpz(path, pictures, count, () => hasLabels ? Known(labels) : null);
            else if (format == PictureFormat.Zip)
                PictureFiles.WriteZip(path, drawn.Select(one => (one.Recipe, finish.Of(one.Picture))), count, manner, classes);
            else if (PictureFormat.Moving(format) is { } kind)
                WriteAnimation(WalkAnimation.Encode([.. pictures], delay, kind, isLoop));
            else
                PictureFiles.WriteIdx(path, pictures, count);
        }
        catch (OperationCanceledException error)
        {
            throw new OperationCanceledException(format == PictureFormat.Png
                ? $"interrupted; the first {_drawn} of {count} pictures are in {path}." : $"interrupted; {path} was not written.", error,
                error.CancellationToken);
        }

        // A sentence that ends in ".." names another folder.
        var place = path.EndsWith('.') ? Path.GetFullPath(path) : path;
        Console.WriteLine(
            $"{count} {(count == 1 ? "picture" : "pictures")} in {place}{(format == PictureFormat.Grid ? $", a sheet of {sheet}" : "")}.");
        if (older.Count > 0)
            Console.WriteLine(Note(older));
        if (hasLabels)
            WriteLabels(labels, classes);
    }

    private void WriteAnimation(byte[] animation) => AtomicFile.Write(path, file => file.Write(animation));

    /// <summary>The names of the classes go beside an IDX array too.</summary>
    private string ClassesFile => Path.Combine(Path.GetDirectoryName(path) ?? "", PictureSet.ClassesFile);

    /// <summary>Files of one folder have one list of classes, which must not come to mean others.</summary>
    private void RequirePlaceOfLabels(ClassNames classes)
    {
        const string advice = "; choose another place with --out";
        AtomicFile.RequireWritable(IdxFile.labels_beside(path), advice);
        if (!File.Exists(ClassesFile))
            AtomicFile.RequireWritable(ClassesFile, advice);
        else if (!PictureFiles.NamesClasses(ClassesFile, classes))
            throw new IOException($"{ClassesFile} is there already and names other classes than the model's, " +
                $"{string.Join(", ", classes)}{advice}.");
    }

    /// <summary>Labels go beside an IDX array of pictures, so that both are a data set; a NumPy file has them already.</summary>
    private void WriteLabels(List<int?> labels, ClassNames classes)
    {
        var between = labels.Count(label => label is null);
        if (Known(labels) is not { } known)
        {
            Console.WriteLine(
                $"Note: {between} of them {(between == 1 ? "lies" : "lie")} between classes, so no labels were written.");
            return;
        }

        if (format == PictureFormat.Npz)
            return;
        var beside = IdxFile.labels_beside(path);
        PictureFiles.WriteLabels(beside, known);
        if (!File.Exists(ClassesFile))
            PictureFiles.WriteClasses(ClassesFile, classes);
        Console.WriteLine($"Their labels in {beside}, the names of their classes in {ClassesFile}.");
    }

    /// <summary>The labels of all pictures; null where one lies between classes.</summary>
    private static byte[]? Known(List<int?> labels) =>
        labels.Contains(null) ? null : [.. labels.Select(label => (byte)label!.Value)];

    /// <summary>What became of the pictures that lay in the folder.</summary>
    private string Note(IReadOnlyList<string> older)
    {
        var names = Enumerable.Range(0, count).Select(number => PictureFiles.SingleName(number, count)).ToHashSet();
        var kept = older.Where(name => !names.Contains(name)).ToList();
        var replaced = older.Count - kept.Count;
        var first = replaced > 0 ? $"they took the place of {replaced} older {(replaced == 1 ? "picture" : "pictures")}" : "";
        var second = kept.Count switch
        {
            0 => "",
            1 => $"1 older picture lies beside them, {kept[0]}",
            _ => $"{kept.Count} older pictures lie beside them, {kept[0]} to {kept[^1]}",
        };
        return $"Note: {first}{(first.Length > 0 && second.Length > 0 ? "; " : "")}{second}.";
    }
}
