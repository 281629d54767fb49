using System.Globalization;

namespace FashionGanTf.Plots;

/// <summary>A file of numbers with a line of names above them, which anyone may have written.</summary>
internal sealed class CsvTable
{
    /// <summary>Many times what the longest run writes.</summary>
    private const long LargestFile = 1 << 28;

    private readonly Dictionary<string, List<double>> _columns;

    private CsvTable(Dictionary<string, List<double>> columns) => _columns = columns;

    /// <summary>A column.</summary>
    internal IReadOnlyList<double> this[string name] => _columns[name];

    /// <summary>Reads a file, also one that a run is about to replace.</summary>
    /// <param name="path">The file.</param>
    /// <param name="needed">The columns that it must have; others are not looked at.</param>
    /// <exception cref="IOException">It cannot be read.</exception>
    /// <exception cref="InvalidDataException">It is damaged; the one-line message names the file and the line.</exception>
    internal static CsvTable Read(string path, params string[] needed)
    {
        using var file = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
        if (file.CanSeek && file.Length > LargestFile)
            throw new InvalidDataException($"{path}: it is larger than {LargestFile >> 20} MiB.");
        using var lines = new StreamReader(file);
        var names = (lines.ReadLine() ?? "").Split(',');
        var places = Array.ConvertAll(needed, name => Array.IndexOf(names, name));
        if (Array.IndexOf(places, -1) is >= 0 and var missing)
            throw new InvalidDataException($"{path}: its first line names no column '{needed[missing]}'.");
        var columns = needed.ToDictionary(name => name, _ => new List<double>());
        for (var number = 2; lines.ReadLine() is { } line; number++)
        {
            var values = line.Split(',');
            if (values.Length != names.Length)
                throw new InvalidDataException($"{path}: line {number} has {values.Length} values, {names.Length} are named.");
            for (var i = 0; i < needed.Length; i++)
                columns[needed[i]].Add(
                    double.TryParse(values[places[i]], NumberStyles.Float, CultureInfo.InvariantCulture, out var value)
                        ? value
                        : throw new InvalidDataException($"{path}: line {number}, '{needed[i]}' is no number."));
        }

        return new CsvTable(columns);
    }
}
