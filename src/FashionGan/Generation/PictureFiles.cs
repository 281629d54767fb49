using System.Globalization;
using System.IO.Compression;
using System.Text;
using System.Text.RegularExpressions;
using FashionGanTf.Conditions;
using FashionGanTf.Datasets;
using FashionGanTf.Generation.Recipes;
using FashionGanTf.Imaging;
using FashionGanTf.Training;
using Tensorflow;
using Tensorflow.Keras.Datasets;
using Tensorflow.NumPy;
using Tensorflow.Serialization;

namespace FashionGanTf.Generation;

/// <summary>Writes pictures to files; each file is whole or not there.</summary>
public static partial class PictureFiles
{
    /// <summary>A PNG file for each picture: <c>image_0000.png</c> and so on,
    /// with as many digits as the count needs, so that names sort.</summary>
    /// <param name="folder">Where they go; it is made if need be.</param>
    /// <param name="pictures">The pictures.</param>
    /// <param name="count">How many there are.</param>
    /// <exception cref="IOException">One cannot be written.</exception>
    public static void WriteSingles(string folder, IEnumerable<Bitmap> pictures, int count)
    {
        OutputFolder.Prepare(folder);
        var number = 0;
        foreach (var picture in pictures)
            PngWriter.Write(Path.Combine(folder, SingleName(number++, count)), picture);
    }

    /// <summary>The name of one of these files.</summary>
    /// <param name="number">Which, from 0.</param>
    /// <param name="count">How many there are.</param>
    public static string SingleName(int number, int count) =>
        $"image_{number.ToString(CultureInfo.InvariantCulture).PadLeft(Math.Max(4, Digits(count - 1)), '0')}.png";

    /// <summary>The names of files that <see cref="WriteSingles"/> may have left in a folder, sorted; none where there is no
    /// folder.</summary>
    public static IReadOnlyList<string> Singles(string folder) => Directory.Exists(folder)
        ? [.. Directory.EnumerateFiles(folder).Select(file => Path.GetFileName(file)).Where(name => Single().IsMatch(name))
            .Order(StringComparer.Ordinal)]
        : [];

    /// <summary>An IDX file of shape (count, height, width), which loaders of Fashion-MNIST read, or in colour (count, height, width, 3);
    /// gzip-compressed when its name ends in <c>.gz</c>.</summary>
    /// <param name="path">The file.</param>
    /// <param name="pictures">Pictures of one size, in gray or in colour, at least one.</param>
    /// <param name="count">How many there are.</param>
    /// <exception cref="IOException">It cannot be written.</exception>
    public static void WriteIdx(string path, IEnumerable<Bitmap> pictures, int count) => AtomicFile.Write(path, file =>
    {
        using var array = new IdxPictures(file, count, isCompressed: path.EndsWith(".gz", StringComparison.OrdinalIgnoreCase));
        foreach (var picture in pictures)
            array.Add(picture);
    });

    /// <summary>A compressed <c>.npz</c> file of NumPy with the array <c>images</c>, uint8 (count, height, width) or in colour (count,
    /// height, width, 3), and the array <c>labels</c>, uint8 (count).</summary>
    /// <param name="path">The file.</param>
    /// <param name="pictures">Pictures of one size, in gray or in colour, at least one.</param>
    /// <param name="count">How many there are.</param>
    /// <param name="labels">Tells, when all pictures were gone through, their classes; null to write no labels.</param>
    /// <exception cref="IOException">It cannot be written.</exception>
    public static void WriteNpz(string path, IEnumerable<Bitmap> pictures, int count, Func<byte[]?> labels) =>
        AtomicFile.Write(path, file =>
    {
        using var arrays = new NpzWriter(file, CompressionLevel.Optimal);
        Stream? images = null;
        foreach (var picture in pictures)
        {
            images ??= arrays.Begin("images", ArrayShape(picture, count), TF_DataType.TF_UINT8);
            images.Write(picture.Pixels);
        }

        images?.Dispose();
        if (labels() is { } known)
            arrays.Add("labels", np.array(known));
    });

    /// <summary>The shape of an array of pictures like one.</summary>
    internal static Shape ArrayShape(Bitmap picture, int count) => picture.Channels == 1
        ? new Shape(count, picture.Height, picture.Width) : new Shape(count, picture.Height, picture.Width, picture.Channels);

    /// <summary>An IDX file of labels, compressed as <see cref="WriteIdx"/> does.</summary>
    /// <param name="path">The file, see <see cref="IdxFile.labels_beside"/>.</param>
    /// <param name="labels">The classes of the pictures, in their order.</param>
    /// <exception cref="IOException">It cannot be written.</exception>
    public static void WriteLabels(string path, IReadOnlyList<byte> labels) => IdxFile.save(path, np.array(labels.ToArray()));

    /// <summary>Names the classes of an IDX file's labels in <see cref="PictureSet.ClassesFile"/>, a line each. Without it they would be
    /// numbered, and the last ones missed where nothing of them was drawn.</summary>
    /// <param name="path">The file.</param>
    /// <param name="classes">What they are called.</param>
    /// <exception cref="IOException">It cannot be written.</exception>
    public static void WriteClasses(string path, ClassNames classes) => AtomicFile.Write(
        path, file => file.Write(Encoding.UTF8.GetBytes(string.Concat(classes.Select(name => name + "\n")))));

    /// <summary>Whether a file names these classes, in their order.</summary>
    /// <param name="path">The file.</param>
    /// <param name="classes">What they are called.</param>
    /// <exception cref="IOException">It cannot be read.</exception>
    public static bool NamesClasses(string path, ClassNames classes) => File.ReadLines(path).Select(line => line.Trim())
        .Where(line => line.Length > 0).Take(ClassNames.Most + 1).SequenceEqual(classes);

    /// <summary>A ZIP file, see <see cref="PictureArchive"/>.</summary>
    /// <param name="path">The file.</param>
    /// <param name="pictures">The pictures and what they are drawn from.</param>
    /// <param name="count">How many there are.</param>
    /// <param name="manner">How all were drawn.</param>
    /// <param name="classes">Those of the model that draws.</param>
    /// <exception cref="IOException">It cannot be written.</exception>
    public static void WriteZip(
        string path, IEnumerable<(Recipe Recipe, Bitmap Picture)> pictures, int count, Manner manner, ClassNames classes) =>
        AtomicFile.Write(path, file =>
    {
        using var archive = new PictureArchive(file, count, manner, classes);
        foreach (var (recipe, picture) in pictures)
            archive.Add(recipe, picture);
    });

    private static int Digits(int number) => number.ToString(CultureInfo.InvariantCulture).Length;

    [GeneratedRegex(@"^image_[0-9]{4,}\.png\z")]
    private static partial Regex Single();
}
