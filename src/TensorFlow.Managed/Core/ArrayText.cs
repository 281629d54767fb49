using System.Globalization;
using System.Text;

namespace Tensorflow;

/// <summary>Arrays as NumPy prints them: nested brackets, columns aligned, lines of at most 75 characters.</summary>
internal static class ArrayText
{
    internal const int SummariseAbove = 1000;
    internal const int EdgeItems = 3;
    private const int LineLength = 75;

    /// <summary>The elements as texts, those of an array all of one width.</summary>
    internal static string[] Words(Tensor tensor) => tensor.dtype switch
    {
        TF_DataType.TF_FLOAT =>
            FloatText.Words(Array.ConvertAll(tensor.ToArray<float>(), x => (double)x), Shortest(tensor.ToArray<float>()), tensor.ndim),
        TF_DataType.TF_DOUBLE => FloatText.Words(tensor.ToArray<double>(), Shortest(tensor.ToArray<double>()), tensor.ndim),
        TF_DataType.TF_INT32 => Aligned(Shortest(tensor.ToArray<int>())),
        TF_DataType.TF_INT64 => Aligned(Shortest(tensor.ToArray<long>())),
        TF_DataType.TF_UINT8 => Aligned(Shortest(tensor.ToArray<byte>())),
        // NumPy gives every truth value in an array the width of False.
        _ => Array.ConvertAll(tensor.ToArray<bool>(), value => value ? tensor.ndim > 0 ? " True" : "True" : "False"),
    };

    /// <param name="words">The elements in row-major order.</param>
    /// <param name="shape">The shape of what is shown.</param>
    /// <param name="cut">For each axis, whether elements between the first and last three were left out.</param>
    internal static string Format(string[] words, Shape shape, bool[] cut)
    {
        if (shape.ndim == 0)
            return words[0].Trim();
        var (text, next) = (new StringBuilder(), 0);
        Write(0);
        return text.ToString();

        void Write(int axis)
        {
            text.Append('[');
            if (axis == shape.ndim - 1)
                WriteRow(axis);
            else
                for (var i = 0; i < shape[axis]; i++)
                {
                    if (i > 0)
                        StartBlock(axis);
                    if (cut[axis] && i == EdgeItems)
                    {
                        text.Append("...");
                        StartBlock(axis);
                    }

                    Write(axis + 1);
                }

            text.Append(']');
        }

        void WriteRow(int axis)
        {
            var length = shape.ndim;
            for (var i = 0; i < shape[axis]; i++)
            {
                if (cut[axis] && i == EdgeItems)
                    Append("...", ref length, first: false);
                Append(words[next++], ref length, first: i == 0);
            }
        }

        // length counts the line's characters with the brackets and the separating blanks before the word.
        void Append(string word, ref int length, bool first)
        {
            if (!first && length + 1 + word.Length > LineLength)
            {
                // The last word of a line may be padded; NumPy leaves no blanks there.
                while (text[^1] == ' ')
                    text.Length--;
                text.Append('\n').Append(' ', shape.ndim);
                length = shape.ndim;
                first = true;
            }

            if (!first)
                text.Append(' ');
            text.Append(word);
            length += word.Length + (first ? 0 : 1);
        }

        void StartBlock(int axis) => text.Append('\n', shape.ndim - 1 - axis).Append(' ', axis + 1);
    }

    private static string[] Shortest<T>(T[] values) where T : IFormattable =>
        Array.ConvertAll(values, value => value.ToString(null, CultureInfo.InvariantCulture));

    private static string[] Aligned(string[] words)
    {
        var width = words.Length == 0 ? 0 : words.Max(word => word.Length);
        return Array.ConvertAll(words, word => word.PadLeft(width));
    }
}
