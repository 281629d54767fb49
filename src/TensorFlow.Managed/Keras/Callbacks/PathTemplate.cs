using System.Globalization;
using System.Text.RegularExpressions;

namespace Tensorflow.Keras.Callbacks;

/// <summary>A path with an epoch's values in it, written as for Python's format:
/// <c>weights-{epoch:02d}-{val_loss:.4f}.safetensors</c>.</summary>
internal sealed partial class PathTemplate
{
    private readonly string _owner;
    private readonly string _template;

    /// <exception cref="ArgumentException">A value has a format that is neither like <c>02d</c> nor like <c>.4f</c>.</exception>
    internal PathTemplate(string owner, string template)
    {
        (_owner, _template) = (owner, template);
        foreach (Match field in Fields().Matches(template))
            if (!Format().IsMatch(field.Groups["format"].Value))
                throw new ArgumentException(
                    $"{owner}: in '{template}' the format '{field.Groups["format"].Value}' is not known; use d, 02d, f or .4f.");
    }

    /// <param name="epoch">The epoch, counted from 0; the path counts from 1.</param>
    /// <param name="logs">The other values that the path may name.</param>
    /// <exception cref="ArgumentException">The path names a value that is not logged.</exception>
    internal string Path(int epoch, Dictionary<string, float> logs) => Fields().Replace(_template, field =>
    {
        var name = field.Groups["name"].Value;
        var format = field.Groups["format"].Value;
        if (name == "epoch")
            return Text(epoch + 1, format);
        return logs.TryGetValue(name, out var value)
            ? Text(value, format)
            : throw new ArgumentException(
                $"{_owner}: '{_template}' names '{name}', which is not logged; there are: epoch, {string.Join(", ", logs.Keys)}.");
    });

    private static string Text(double value, string format)
    {
        // What a float shows is its own shortest form, not that of the double it was widened to.
        if (format.Length == 0)
            return ((float)value).ToString(CultureInfo.InvariantCulture);
        var parts = Format().Match(format);
        var decimals = format[^1] == 'd' ? 0 : parts.Groups["decimals"].Success
            ? int.Parse(parts.Groups["decimals"].Value, CultureInfo.InvariantCulture) : 6;
        var text = value.ToString("F" + decimals, CultureInfo.InvariantCulture);
        var width = parts.Groups["width"].Success ? int.Parse(parts.Groups["width"].Value, CultureInfo.InvariantCulture) : 0;
        if (!parts.Groups["zero"].Success)
            return text.PadLeft(width);
        // Zeros go between the sign and the digits.
        return text[0] == '-' ? "-" + text[1..].PadLeft(Math.Max(0, width - 1), '0') : text.PadLeft(width, '0');
    }

    [GeneratedRegex(@"\{(?<name>\w+)(:(?<format>[^}]*))?\}")]
    private static partial Regex Fields();

    [GeneratedRegex(@"^((?<zero>0)?(?<width>[1-9]\d?)?(d|(\.(?<decimals>\d{1,2}))?f))?$")]
    private static partial Regex Format();
}
