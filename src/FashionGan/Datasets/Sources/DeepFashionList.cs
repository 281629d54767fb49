using System.Globalization;

namespace FashionGanTf.Datasets.Sources;

/// <summary>A list of the DeepFashion benchmarks (https://mmlab.ie.cuhk.edu.hk/projects/DeepFashion.html): a line with the number of rows,
/// a line with the names of the columns, then the rows, whose values blanks part.</summary>
internal static class DeepFashionList
{
    /// <summary>Many times the longest list, of 289,222 pictures.</summary>
    private const long LargestFile = 1 << 28;

    /// <summary>Reads the names of a list's columns; none where it is no such list.</summary>
    internal static string[] Columns(string path)
    {
        using var file = Open(path);
        file.ReadLine();
        return Words(file.ReadLine() ?? "");
    }

    /// <summary>Reads a list row by row.</summary>
    /// <param name="path">The file.</param>
    /// <param name="columns">What its columns are called; the first may have blanks in its values.</param>
    /// <returns>The values of each row.</returns>
    /// <exception cref="InvalidDataException">It is damaged; the one-line message names the file and the line.</exception>
    internal static IEnumerable<string[]> Read(string path, params string[] columns)
    {
        using var file = Open(path);
        var head = file.ReadLine() ?? "";
        if (!int.TryParse(head.AsSpan().Trim(), NumberStyles.None, CultureInfo.InvariantCulture, out var promised))
            throw new InvalidDataException($"{path} is no list of DeepFashion: its first line is not the number of rows.");
        if (!Words(file.ReadLine() ?? "").SequenceEqual(columns))
            throw new InvalidDataException($"{path}: its second line does not name the columns {string.Join(", ", columns)}.");
        var count = 0;
        for (var number = 3; file.ReadLine() is { } line; number++)
        {
            var words = Words(line);
            if (words.Length == 0)
                continue;
            if (words.Length < columns.Length)
                throw new InvalidDataException($"{path}: line {number} has {words.Length} values, not {columns.Length}.");
            var first = words.Length - columns.Length + 1;
            count++;
            yield return [string.Join(' ', words[..first]), .. words[first..]];
        }

        if (count != promised)
            throw new InvalidDataException(
                $"{path} is cut short, or damaged: its first line promises {promised} rows, and {count} follow.");
    }

    private static StreamReader Open(string path)
    {
        var file = new FileStream(path, FileMode.Open, FileAccess.Read);
        if (file.Length <= LargestFile)
            return new StreamReader(file);
        file.Dispose();
        throw new InvalidDataException($"{path} is larger than {LargestFile >> 20} MiB.");
    }

    private static string[] Words(string line) => line.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);
}
