using System.Globalization;
using System.Text;

namespace Tensorflow.Keras.Engine;

/// <summary>The table that <c>summary</c> prints: Keras 2's (layer_utils.print_summary), with separators in the numbers.</summary>
internal sealed class ModelSummary
{
    private readonly Model _model;
    private readonly StringBuilder _text = new();
    private readonly int _width;
    private readonly int[] _ends;

    private ModelSummary(Model model, int lineLength, float[]? positions)
    {
        _model = model;
        var connected = model.Graph is not null;
        _width = lineLength > 0 ? lineLength : connected ? 98 : 65;
        positions ??= connected ? [0.3f, 0.6f, 0.7f, 1f] : [0.45f, 0.85f, 1f];
        var columns = connected ? 4 : 3;
        if (positions.Length < columns)
            throw new ArgumentException($"summary needs {columns} positions; it got {positions.Length}.");
        _ends = Array.ConvertAll(positions, position => positions[^1] <= 1 ? (int)(_width * position) : (int)position);
    }

    internal static string Of(Model model, int lineLength, float[]? positions)
    {
        var summary = new ModelSummary(model, lineLength, positions);
        summary.Write();
        return summary._text.ToString();
    }

    private static string Count(long parameters) => parameters.ToString("N0", CultureInfo.InvariantCulture);

    private static string Memory(IEnumerable<IVariableV1> variables)
    {
        double bytes = variables.Sum(variable => variable.shape.size * variable.dtype.Size());
        string[] units = ["Byte", "KB", "MB", "GB", "TB"];
        var unit = 0;
        while (bytes >= 1024 && unit < units.Length - 1)
            (bytes, unit) = (bytes / 1024, unit + 1);
        return string.Create(CultureInfo.InvariantCulture, $"{bytes:0.00} {units[unit]}");
    }

    private void Write()
    {
        Line($"Model: \"{_model.Name}\"");
        Line(new string('_', _width));
        Row(_model.Graph is null
            ? ["Layer (type)", "Output Shape", "Param #"]
            : ["Layer (type)", "Output Shape", "Param #", "Connected to"]);
        Line(new string('=', _width));
        foreach (var layer in _model.Layers.Select(Layer.From))
        {
            var parameters = layer.Built ? Count(layer.Lists.All.Sum(variable => variable.shape.size)) : "0 (unused)";
            Row([$"{layer.Name} ({layer.ClassName})", layer.OutputShapeText, parameters, Sources(layer)]);
        }

        Line(new string('=', _width));
        Total("Total params", _model.Lists.All);
        Total("Trainable params", _model.Lists.Trainable);
        Total("Non-trainable params", _model.Lists.Fixed);
        Line(new string('_', _width));
    }

    private void Total(string what, List<IVariableV1> variables) =>
        Line($"{what}: {Count(variables.Sum(variable => variable.shape.size))} ({Memory(variables)})");

    private string Sources(Layer layer)
    {
        var sources = _model.Graph?.NodesOf(layer).SelectMany(node => node.Inputs)
            .Select(input => $"'{input.Producer.Layer.Name}[{input.Producer.Number}][{input.Index}]'");
        return sources is null ? "" : $"[{string.Join(", ", sources)}]";
    }

    /// <summary>A row whose cells wrap within their columns.</summary>
    private void Row(string[] cells)
    {
        var left = cells[..Math.Min(cells.Length, _ends.Length)];
        while (Array.Exists(left, cell => cell.Length > 0))
        {
            var line = new StringBuilder();
            for (var column = 0; column < left.Length; column++)
            {
                line.Append(' ', column == 0 ? 1 : 0);
                var last = column == _ends.Length - 1;
                var room = Math.Max(1, _ends[column] - line.Length - (last ? 0 : 2));
                var fits = left[column][..Math.Min(room, left[column].Length)];
                line.Append(fits);
                left[column] = left[column][fits.Length..];
                line.Append(' ', Math.Max(0, _ends[column] - line.Length));
            }

            Line(line.ToString().TrimEnd());
        }
    }

    private void Line(string line) => _text.Append(line).Append('\n');
}
