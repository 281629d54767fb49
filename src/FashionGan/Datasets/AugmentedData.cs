using System.Globalization;
using System.Text;
using FashionGanTf.Conditions;
using FashionGanTf.Evaluation.Pictures;
using FashionGanTf.Generation;
using FashionGanTf.Generation.Recipes;
using FashionGanTf.Imaging;
using FashionGanTf.Models;
using FashionGanTf.Training;
using Tensorflow.Keras.Datasets;
using Tensorflow.NumPy;
using Tensorflow.Serialization;

namespace FashionGanTf.Datasets;

/// <summary>
/// A data set with drawn pictures after its real ones: the files of Fashion-MNIST, which loaders of it read, and a table that says which
/// pictures are drawn, and from what.
/// </summary>
/// <param name="real">The data set, with labels.</param>
/// <param name="counts">How many pictures of each class are drawn, in the order of the labels; one at least.</param>
/// <param name="seed">Which pictures are drawn; not negative.</param>
/// <param name="mixedStyles">How many rows of w a generator draws with whose pictures are mixed as in training,
/// <see cref="MixRecipe.AsInTraining"/>; 0 for plain ones.</param>
public sealed class AugmentedData(PictureSet real, IReadOnlyList<int> counts, int seed, int mixedStyles = 0)
{
    /// <summary>The table: index among the training pictures, recipe, class.</summary>
    public const string Table = "drawn.csv";

    private const string Train = "train";
    private const string Test = "t10k";

    /// <summary>Pictures that are drawn at once: a request to stop is heard between two times.</summary>
    private const int DrawnAtOnce = 256;

    /// <summary>How many pictures are drawn.</summary>
    public int Count { get; } = counts.Sum();

    /// <summary>What is drawn, class after class. No two are drawn from the same noise.</summary>
    public IEnumerable<(Recipe Recipe, int Label)> Drawn()
    {
        var number = 0;
        for (var label = 0; label < counts.Count; label++)
            for (var i = 0; i < counts[label]; i++)
            {
                var picture = new SeedRecipe(seed, number++, real.Classes[label]);
                yield return (mixedStyles > 0 ? MixRecipe.AsInTraining(picture, mixedStyles) : picture, label);
            }
    }

    /// <summary>Requires that files can be written to a folder and destroy nothing.</summary>
    /// <exception cref="IOException">A data set lies there; the message names a file of it.</exception>
    public static void RequireNone(string folder)
    {
        string[] names =
        [
            .. new[] { Train, Test }.SelectMany(part => new[] { Images(part, channels: 1), Images(part, channels: 3), Labels(part) }),
            PictureSet.ClassesFile, Table,
        ];
        foreach (var path in names.SelectMany(name => new[] { name, name.Replace(".gz", "") }).Select(name => Path.Combine(folder, name)))
            if (File.Exists(path))
                throw new IOException($"{path} is there already, and nothing is replaced; choose another folder with --out.");
    }

    /// <summary>Requires that a model draws pictures of the size and the colours of a data set.</summary>
    /// <param name="gan">The model.</param>
    /// <param name="model">What to call it in a message.</param>
    /// <param name="real">The data set.</param>
    /// <exception cref="ArgumentException">It draws others.</exception>
    public static void RequireSameShape(FashionGan gan, string model, PictureSet real)
    {
        if (real.Rows.Shape is var shape && shape != gan.Picture)
            throw new ArgumentException($"{model} draws pictures of {gan.Picture}, and the data's are {shape}; prepare these as the " +
                $"model's, with --size {gan.Picture.Size} --channels {(gan.Picture.Channels == 1 ? "gray" : "colour")}.");
    }

    /// <summary>Requires that a model draws the classes of a data set.</summary>
    /// <param name="drawn">The model's.</param>
    /// <param name="model">What to call it in a message.</param>
    /// <param name="real">The data's.</param>
    /// <exception cref="ArgumentException">Its classes are others, or it has none.</exception>
    public static void RequireSame(ClassNames drawn, string model, ClassNames real)
    {
        if (drawn.Count == 0)
            throw new ArgumentException($"{model} has no classes, so what it draws has no labels; --model conditional has some.");
        if (!drawn.SequenceEqual(real))
            throw new ArgumentException($"{model} draws {string.Join(", ", drawn)}, and the data's classes are " +
                $"{string.Join(", ", real)}; they must be the same, by name and order. Train a generator on this data, with " +
                $"--train or train --conditional, or name the data's classes in a {PictureSet.ClassesFile} beside it.");
    }

    /// <summary>Draws, then writes all files; on an error, or when it is stopped, none is left behind.</summary>
    /// <param name="folder">Where they go; it is made if need be.</param>
    /// <param name="options">How the data set was read, whose test pictures are copied.</param>
    /// <param name="draw">Draws the pictures of recipes.</param>
    /// <param name="stop">Ends the drawing.</param>
    /// <exception cref="IOException">A file cannot be written.</exception>
    /// <exception cref="OperationCanceledException">It was stopped.</exception>
    public void Write(string folder, PictureOptions options, Func<IEnumerable<Recipe>, Bitmap[]> draw, CancellationToken stop = default)
    {
        OutputFolder.Prepare(folder);
        var test = TestPart(options).ToList();
        var drawn = Drawn().ToList();
        var pictures = new List<Bitmap>(drawn.Count);
        foreach (var some in drawn.Chunk(DrawnAtOnce))
        {
            stop.ThrowIfCancellationRequested();
            pictures.AddRange(draw(some.Select(one => one.Recipe)));
        }

        var written = new List<string>();
        void Array(string name, NDArray values) => Add(name, path => IdxFile.save(path, values));
        void Add(string name, Action<string> write)
        {
            var path = Path.Combine(folder, name);
            write(path);
            // What cannot be written leaves nothing itself.
            written.Add(path);
        }

        try
        {
            Array(Images(Train, pictures[0].Channels), np.concatenate((real.Pictures, PictureSource.Of(pictures))));
            Array(Labels(Train), np.concatenate((real.Labels!, np.array([.. drawn.Select(one => (byte)one.Label)]))));
            foreach (var (name, values) in test)
                Array(name, values);
            // Those of Fashion-MNIST are known by its pictures, which these no longer are.
            if (!real.Classes.SequenceEqual(ClassNames.Numbered(real.Classes.Count)))
                Add(PictureSet.ClassesFile, path => PictureFiles.WriteClasses(path, real.Classes));
            Add(Table, path => AtomicFile.Write(path, file => file.Write(Encoding.UTF8.GetBytes(TableText(drawn)))));
        }
        catch
        {
            written.ForEach(File.Delete);
            throw;
        }
    }

    private static string Images(string part, int channels) => IdxPictures.FileName(part, channels) + ".gz";

    private static string Labels(string part) => IdxFile.labels_beside(Images(part, channels: 1));

    private IEnumerable<(string Name, NDArray Values)> TestPart(PictureOptions options)
    {
        var shape = real.Rows.Shape;
        if (PictureSet.ReadTest(options with { Size = shape.Size, Channels = shape.Channels })
            is not (var pictures, var labels))
            yield break;
        yield return (Images(Test, shape.Channels), pictures.First(pictures.Count));
        if (labels is not null)
            yield return (Labels(Test), labels);
    }

    private string TableText(IEnumerable<(Recipe Recipe, int Label)> drawn)
    {
        var text = new StringBuilder("index,recipe,class\n");
        foreach (var (place, (recipe, label)) in drawn.Index())
            text.Append(
                CultureInfo.InvariantCulture,
                $"{real.Count + place},{CsvCell.Quoted(recipe.ToString())},{CsvCell.Quoted(real.Classes[label])}\n");
        return text.ToString();
    }
}
