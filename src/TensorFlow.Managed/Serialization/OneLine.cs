using System.Globalization;
using System.Text;

namespace Tensorflow.Serialization;

/// <summary>
/// Messages that quote what a file says. Its text is its writer's: nothing in it may break the line, move a terminal's cursor, turn the
/// direction of writing or fill the screen.
/// </summary>
public static class OneLine
{
    private const int Longest = 300;

    /// <summary>The message with a question mark for each character that is not shown in its place, cut where it grows too long.</summary>
    public static string Of(string message)
    {
        var line = new StringBuilder();
        foreach (var letter in message.EnumerateRunes())
        {
            if (line.Length >= Longest)
                return line.Append("...").ToString();
            var shown = Rune.GetUnicodeCategory(letter) is not (UnicodeCategory.Control or UnicodeCategory.Format
                or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator);
            line.Append(shown ? letter.ToString() : "?");
        }

        return line.ToString();
    }
}
