using System.Globalization;
using System.Text;

namespace FashionGanTf.Conditions;

/// <summary>The words of a text: letters, digits and the marks that belong to them, in small letters; everything else stands between
/// words, hyphens too.</summary>
public static class Words
{
    /// <summary>A text's words in their order.</summary>
    public static List<string> Of(string text)
    {
        var words = new List<string>();
        var word = new StringBuilder();
        foreach (var sign in text)
            if (IsPart(sign))
                word.Append(char.ToLowerInvariant(sign));
            else
                End();
        End();
        return words;

        void End()
        {
            if (word.Length > 0)
                words.Add(word.ToString());
            word.Clear();
        }
    }

    /// <summary>Whether a sign is a part of a word.</summary>
    internal static bool IsPart(char sign) => char.IsLetterOrDigit(sign) || CharUnicodeInfo.GetUnicodeCategory(sign)
        is UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark;
}
