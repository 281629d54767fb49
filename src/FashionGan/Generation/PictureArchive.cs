using System.Globalization;
using System.IO.Compression;
using System.Text;
using FashionGanTf.Conditions;
using FashionGanTf.Generation.Recipes;
using FashionGanTf.Imaging;

namespace FashionGanTf.Generation;

/// <summary>
/// Writes a ZIP file of pictures one after the other: <c>images/image_0000.png</c> and so on, then <c>pictures.csv</c>, which says what
/// each is drawn from. The same pictures give the same bytes, wherever they go.
/// </summary>
public sealed class PictureArchive : IDisposable
{
    /// <summary>The table's name.</summary>
    public const string Table = "pictures.csv";

    /// <summary>The earliest that the format knows: when a picture is drawn again, nothing has changed.</summary>
    private static readonly DateTimeOffset s_time = new(1980, 1, 1, 0, 0, 0, TimeSpan.Zero);

    private readonly ZipArchive _archive;
    private readonly StringBuilder _table = new("file,recipe,truncation");
    private readonly string _manner;
    private readonly ClassNames _classes;
    private readonly int _count;
    private int _added;

    /// <summary>An archive that is empty yet.</summary>
    /// <param name="output">Gets the bytes, in their order; it stays open.</param>
    /// <param name="count">How many pictures there will be: names have as many digits as the last one needs, at least four.</param>
    /// <param name="manner">How all were drawn; the table has a column for the truncation, and for what else was asked for.</param>
    /// <param name="classes">Those of the model that draws: the table then says each picture's label and class, and nothing where it lies
    /// between classes.</param>
    public PictureArchive(Stream output, int count, Manner manner, ClassNames classes)
    {
        _archive = new ZipArchive(new ForwardStream(output), ZipArchiveMode.Create);
        _count = count;
        _manner = manner.Truncation?.ToString(CultureInfo.InvariantCulture) ?? "";
        if (manner.Psi is { } psi)
        {
            _table.Append(",psi");
            _manner += string.Create(CultureInfo.InvariantCulture, $",{psi}");
        }

        if (manner.NoiseSeed is { } seed)
        {
            _table.Append(",noise_seed");
            _manner += string.Create(CultureInfo.InvariantCulture, $",{seed}");
        }

        _classes = classes;
        _table.Append(classes.Count > 0 ? ",label,class\n" : "\n");
    }

    /// <summary>Adds a picture.</summary>
    /// <param name="recipe">What it is drawn from.</param>
    /// <param name="picture">The picture.</param>
    public void Add(Recipe recipe, Bitmap picture)
    {
        var name = "images/" + PictureFiles.SingleName(_added++, _count);
        Write(name, PngWriter.Encode(picture));
        // Recipes have commas, and never quotes.
        _table.Append(CultureInfo.InvariantCulture, $"{name},\"{recipe}\",{_manner}");
        if (_classes.Count > 0)
            _table.Append(Condition.LabelOf(recipe.Condition(_classes)) is { } label
                ? string.Create(CultureInfo.InvariantCulture, $",{label},{CsvCell.Quoted(_classes[label])}") : ",,");
        _table.Append('\n');
    }

    /// <summary>Writes the table and the archive's directory.</summary>
    public void Dispose()
    {
        Write(Table, Encoding.UTF8.GetBytes(_table.ToString()));
        _archive.Dispose();
    }

    private void Write(string name, byte[] content)
    {
        var entry = _archive.CreateEntry(name, CompressionLevel.Fastest);
        entry.LastWriteTime = s_time;
        using var stream = entry.Open();
        stream.Write(content);
    }
}
