using FashionGanTf.Generation.Recipes;
using FashionGanTf.Imaging;
using FashionGanTf.Models;
using Tensorflow.Keras.Callbacks;

namespace FashionGanTf.Callbacks;

/// <summary>After each epoch writes what the generator draws from the same noise: <c>epoch_01.png</c>, <c>epoch_02.png</c>, ...; of one
/// with classes a row for each class, of one with texts a row for each of its first captions, the same noise in all.</summary>
public sealed class GanMonitor : Callback
{
    private readonly FashionGan _gan;
    private readonly string _directory;
    private readonly int _columns;
    private readonly int _rows;
    private readonly int _seed;
    private readonly int _digits;

    /// <summary>A monitor of a GAN.</summary>
    /// <param name="gan">Whose generator draws, in inference mode.</param>
    /// <param name="directory">Where the pictures go; made when it is not there.</param>
    /// <param name="epochs">How many epochs there will be: their number of digits, at least two, makes the names sort.</param>
    /// <param name="seed">Chooses the noise.</param>
    /// <param name="columns">Pictures side by side.</param>
    /// <param name="rows">Pictures below each other, where there are no classes; with texts, captions.</param>
    public GanMonitor(FashionGan gan, string directory, int epochs, int seed = 1, int columns = 8, int rows = 8)
    {
        (_gan, _directory, _seed, _columns, _rows) = (gan, directory, seed, columns, rows);
        _digits = Math.Max(2, epochs.ToString(System.Globalization.CultureInfo.InvariantCulture).Length);
        Directory.CreateDirectory(directory);
    }

    /// <summary>What was written last; null before the first epoch's end.</summary>
    internal Bitmap? LastSheet { get; private set; }

    /// <inheritdoc/>
    public override void on_epoch_end(int epoch, Dictionary<string, float> epoch_logs)
    {
        LastSheet = Draw();
        PngWriter.Write(PathOf(epoch + 1), LastSheet);
    }

    /// <summary>What the generator draws now.</summary>
    internal Bitmap Draw()
    {
        var rows = _gan.Vocabulary?.Captions.Distinct().Take(_rows) ?? _gan.Classes;
        var pictures = rows.Any() ? _gan.Draw(rows.SelectMany(asked => SeedRecipe.Range(_seed, 0, _columns, asked)))
            : _gan.Generate(_columns * _rows, _seed);
        return ImageGrid.Compose(pictures, _columns, pictures.Length / _columns, padding: 2);
    }

    /// <summary>
    /// Gives the pictures of the epochs that were made before names with as many digits as the coming ones have: a run that goes on for
    /// more epochs leaves what one leaves that was meant to be as long from its beginning.
    /// </summary>
    /// <param name="epochs">How many were made.</param>
    internal void AlignNames(int epochs)
    {
        for (var digits = 2; digits < _digits; digits++)
            for (var epoch = 1; epoch <= epochs; epoch++)
                if (Number(epoch, digits).Length == digits && Path.Combine(_directory, $"epoch_{Number(epoch, digits)}.png") is var old
                    && File.Exists(old))
                    File.Move(old, PathOf(epoch), overwrite: true);
    }

    private static string Number(int epoch, int digits) =>
        epoch.ToString(System.Globalization.CultureInfo.InvariantCulture).PadLeft(digits, '0');

    private string PathOf(int epoch) => Path.Combine(_directory, $"epoch_{Number(epoch, _digits)}.png");
}
