using System.Globalization;
using System.Text;
using FashionGanTf.Models;
using Tensorflow;
using Tensorflow.NumPy;

namespace FashionGanTf.Training;

/// <summary>Both losses of every step of a run.</summary>
internal sealed class StepLosses
{
    /// <summary>The line above the steps in a file.</summary>
    private const string CsvHead = $"step,{GanLogs.DLoss},{GanLogs.GLoss}\n";

    /// <summary>A discriminator's and a generator's loss by turns.</summary>
    private readonly List<float> _values;

    internal StepLosses() => _values = [];

    /// <summary>Goes on from what <see cref="ToTensor"/> gave.</summary>
    internal StepLosses(float[] values) => _values = [.. values];

    /// <summary>How many steps there were.</summary>
    internal int Count => _values.Count / 2;

    /// <summary>The losses of a step, which are counted from 0.</summary>
    internal (float Discriminator, float Generator) this[int step] => (_values[2 * step], _values[2 * step + 1]);

    internal void Add((float Discriminator, float Generator) losses)
    {
        _values.Add(losses.Discriminator);
        _values.Add(losses.Generator);
    }

    /// <summary>float32 (steps, 2).</summary>
    internal Tensor ToTensor() => np.array(_values.ToArray()).reshape((Count, 2));

    /// <summary>A file's text: a line for each step, which are counted from 1.</summary>
    internal string ToCsv()
    {
        var text = new StringBuilder(CsvHead);
        for (var i = 0; i < Count; i++)
            text.Append(CultureInfo.InvariantCulture, $"{i + 1},{_values[2 * i]},{_values[2 * i + 1]}\n");
        return text.ToString();
    }
}
