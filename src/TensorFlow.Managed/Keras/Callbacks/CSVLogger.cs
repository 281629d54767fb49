using System.Globalization;
using Tensorflow.Serialization;

namespace Tensorflow.Keras.Callbacks;

/// <summary>
/// Writes a line an epoch: the epoch, counted from 0, and all logged values in the order of the first epoch's logs, as the header names
/// them. Numbers read back as the same floats; a value that an epoch lacks is <c>NA</c>. The file is whole after every epoch. A line that
/// a run did not end, because it was killed while it wrote, is taken away and shown in a warning before lines are added.
/// </summary>
public sealed class CSVLogger : Callback
{
    private const string EpochColumn = "epoch";

    private readonly string _filename;
    private readonly string _separator;
    private readonly bool _appends;
    private readonly HashSet<string> _dropped = [];
    private string[]? _columns;

    /// <param name="filename">The file.</param>
    /// <param name="separator">What stands between the values of a line.</param>
    /// <param name="append">Whether lines are added to a file that is there, under its header; otherwise it is replaced.</param>
    public CSVLogger(string filename, string separator = ",", bool append = false) =>
        (_filename, _separator, _appends) = (filename, separator, append);

    /// <summary>Where warnings go; standard error unless a test listens.</summary>
    internal TextWriter? Warnings { get; set; }

    /// <inheritdoc/>
    /// <exception cref="IOException">The file cannot be written.</exception>
    /// <exception cref="InvalidDataException">The file to add to does not begin with a header.</exception>
    public override void on_train_begin()
    {
        _dropped.Clear();
        _columns = _appends ? ReadHeader() : null;
        if (!_appends)
            File.WriteAllText(_filename, "");
    }

    /// <inheritdoc/>
    /// <exception cref="IOException">The file cannot be written.</exception>
    public override void on_epoch_end(int epoch, Dictionary<string, float> epoch_logs)
    {
        var lines = "";
        if (_columns is null)
        {
            _columns = [EpochColumn, .. epoch_logs.Keys];
            lines = Line(_columns);
        }

        lines += Line(
            _columns.Select(column => column == EpochColumn ? epoch.ToString(CultureInfo.InvariantCulture) : Text(epoch_logs, column)));
        File.AppendAllText(_filename, lines);
        foreach (var name in epoch_logs.Keys)
            if (Array.IndexOf(_columns, name) < 0 && _dropped.Add(name))
                (Warnings ?? Console.Error).WriteLine($"Warning: CSVLogger: {_filename} has no column '{name}'; it is not written.");
    }

    private static string Text(Dictionary<string, float> logs, string column) =>
        logs.TryGetValue(column, out var value) ? value.ToString(CultureInfo.InvariantCulture) : "NA";

    private string[]? ReadHeader()
    {
        if (!File.Exists(_filename) || File.ReadLines(_filename).FirstOrDefault() is not { Length: > 0 } header)
            return null;
        var columns = header.Split(_separator);
        if (columns[0] != EpochColumn)
            throw new InvalidDataException(
                $"{_filename}: its first line is no header that begins with '{EpochColumn}'; CSVLogger cannot add to it.");
        return DropCutLine() ? columns : null;
    }

    /// <summary>Takes away what stands behind the last line's end.</summary>
    /// <returns>False when that was the header, and nothing is left.</returns>
    private bool DropCutLine()
    {
        var text = File.ReadAllText(_filename);
        var end = text.LastIndexOf('\n') + 1;
        if (end == text.Length)
            return true;
        (Warnings ?? Console.Error).WriteLine(
            $"Warning: CSVLogger: {_filename} ends within a line, which is taken away: {OneLine.Of(text[end..])}");
        File.WriteAllText(_filename, text[..end]);
        return end > 0;
    }

    private string Line(IEnumerable<string> values) => string.Join(_separator, values) + "\n";
}
