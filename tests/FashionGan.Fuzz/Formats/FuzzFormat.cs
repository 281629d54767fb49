using FashionGanTf.Fuzz.Mutation;

namespace FashionGanTf.Fuzz.Formats;

/// <summary>A format that the program reads from outside: valid files to begin with, the reader, and what it may do.</summary>
internal abstract class FuzzFormat
{
    /// <summary>All formats.</summary>
    internal static IReadOnlyList<FuzzFormat> All { get; } =
    [
        new IdxFormat(), new GzipFormat(), new SafeTensorsFormat(), new PngFileFormat(), new JpegFormat(), new WebpFormat(),
        new GifFormat(), new BmpFormat(), new ParquetFormat(), new NpyFormat(), new NpzFormat(), new ConfigFormat(), new CheckpointFormat(),
    ];

    /// <summary>Its name on the command line.</summary>
    internal abstract string Name { get; }

    /// <summary>Files that the program itself wrote, and files at the format's edges.</summary>
    internal abstract IReadOnlyList<byte[]> Seeds { get; }

    /// <summary>Pieces that mean something to the format.</summary>
    internal virtual IReadOnlyList<byte[]> Words => [];

    /// <summary>Reads a file to its end, as the program does.</summary>
    internal abstract void Read(byte[] file);

    /// <summary>The most managed memory that reading may take, from the file's length and the format's own limits.</summary>
    internal abstract long MostMemory(byte[] file);

    /// <summary>Whether the reader declares this exception.</summary>
    internal virtual bool Declares(Exception error) => error is InvalidDataException or IOException;

    /// <summary>
    /// An input from its random numbers. Half of them are damaged below the format's own sums (see <see cref="DamageInside"/>), so that
    /// the checks behind those are met too.
    /// </summary>
    internal byte[] MakeInput(FuzzRandom random)
    {
        var valid = random.OneOf(Seeds);
        return random.OneIn(2) ? DamageInside(valid, random) : Damage(valid, random);
    }

    /// <summary>Damages a file's content and makes lengths and sums around it right again;
    /// where a format has none, damages the file.</summary>
    protected virtual byte[] DamageInside(byte[] valid, FuzzRandom random) => Damage(valid, random);

    /// <summary>Damages bytes with pieces of this format.</summary>
    protected byte[] Damage(byte[] bytes, FuzzRandom random) => Mutator.Damage(bytes, Seeds, Words, random);
}
