using System.Globalization;

namespace FashionGanTf.Imaging;

/// <summary>Breaks texts into lines.</summary>
internal static class LineBreaks
{
    /// <summary>After these a long word may be broken: <c>walk(7.3@dark-dress,8.0,0.5)</c>.</summary>
    private const string BreaksAfter = "-,@(/";

    /// <summary>The lines of a text: broken between words where it can be, in a word that is too long for a line after a mark, and where
    /// that is too long, too, between letters.</summary>
    /// <param name="text">The text; control characters in it count as blanks.</param>
    /// <param name="room">How long a line may be; a single letter stands on a line of its own even where it is longer.</param>
    /// <param name="length">How long a text is.</param>
    internal static List<string> Of(string text, double room, Func<string, double> length)
    {
        var (lines, line) = (new List<string>(), "");
        foreach (var word in string.Concat(text.Select(c => char.IsControl(c) ? ' ' : c)).Split(' ', StringSplitOptions.RemoveEmptyEntries))
        {
            if (line.Length > 0 && length($"{line} {word}") <= room)
            {
                line = $"{line} {word}";
                continue;
            }

            End();
            foreach (var part in Parts(word))
            {
                if (length(line + part) > room)
                    End();
                for (int at = 0, next; at < part.Length; at += next)
                {
                    next = StringInfo.GetNextTextElementLength(part, at);
                    var letter = part.Substring(at, next);
                    if (length(line + letter) > room)
                        End();
                    line += letter;
                }
            }
        }

        End();
        return lines;

        void End()
        {
            if (line.Length > 0)
                lines.Add(line);
            line = "";
        }
    }

    private static IEnumerable<string> Parts(string word)
    {
        for (int from = 0, end; from < word.Length; from = end)
        {
            end = word.AsSpan(from).IndexOfAny(BreaksAfter) is >= 0 and var mark ? from + mark + 1 : word.Length;
            yield return word[from..end];
        }
    }
}
