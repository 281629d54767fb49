using System.Globalization;

namespace FashionGanTf.Imaging;

/// <summary>Breaks texts into lines.</summary>
internal static class LineBreaks
{
    /// <summary>The lines of a text: broken between words where it can be, and within a word that is too long for a line.</summary>
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
            for (int at = 0, next; at < word.Length; at += next)
            {
                next = StringInfo.GetNextTextElementLength(word, at);
                var letter = word.Substring(at, next);
                if (length(line + letter) > room)
                    End();
                line += letter;
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
}
