using FashionGanTf.Conditions;

namespace FashionGanTf.Captions.Grammar;

/// <summary>Everyday words for what captions call by another word, and plurals. Whoever reads a text by these says so: no caption has
/// them.</summary>
public static class Synonyms
{
    /// <summary>Shorter words have no plural that is worth a guess.</summary>
    private const int ShortestWord = 3;

    /// <summary>Words, and what a caption says of the same picture. A short garment is a wide one, see docs/words.md.</summary>
    private static readonly (string Words, string Meaning)[] s_table =
    [
        ("tshirt top", "t-shirt"), ("jeans slacks leggings", "trousers"), ("shorts", "wide trousers"),
        ("hoodie sweatshirt jersey cardigan", "pullover"), ("frock sundress", "dress"), ("parka blazer overcoat", "coat"),
        ("shoe", "sneaker"), ("pump stiletto", "high-heeled sandal"), ("purse backpack tote satchel clutch", "bag"),
        ("black", "dark"), ("white bright", "light"), ("pattern graphic", "patterned"), ("stripe", "stripes"), ("skinny tight", "narrow"),
        ("baggy oversized", "wide"), ("sleeve", "sleeved"), ("longsleeve longsleeved", "long-sleeved"),
        ("shortsleeve shortsleeved", "short-sleeved"),
    ];

    /// <summary>What can be read beside a vocabulary's own words: other numbers of these, and where it has the garments of captions the
    /// words of the table.</summary>
    /// <param name="known">The vocabulary's words.</param>
    /// <returns>For each further word what it is read as, words of the vocabulary alone.</returns>
    public static IReadOnlyDictionary<string, string> For(IReadOnlyCollection<string> known)
    {
        var own = known.ToHashSet();
        var readings = new Dictionary<string, string>();
        // A word of the table means that, or nothing: shorts are no plural of short.
        var listed = s_table.SelectMany(row => row.Words.Split(' ')).ToHashSet();
        if (CaptionWords.AreKnown(word => Words.Of(word).TrueForAll(own.Contains)))
            foreach (var (words, meaning) in s_table.Where(row => Words.Of(row.Meaning).TrueForAll(own.Contains)))
                foreach (var word in words.Split(' ').Where(word => !own.Contains(word)))
                    readings[word] = meaning;
        foreach (var (word, meaning) in own.Except(CaptionWords.Fillers).Select(word => (word, word))
            .Concat(readings.Select(reading => (reading.Key, reading.Value))).ToList())
            foreach (var form in OtherNumber(word).Where(form => !own.Contains(form) && !listed.Contains(form)))
                readings.TryAdd(form, meaning);
        return readings;
    }

    /// <summary>The plural of a word, or of a plural the singular.</summary>
    private static IEnumerable<string> OtherNumber(string word)
    {
        if (word.Length < ShortestWord)
            yield break;
        if (word.EndsWith('s') && !word.EndsWith("ss", StringComparison.Ordinal))
            yield return word[..^1];
        else if (word.EndsWith('y') && !"aeiou".Contains(word[^2]))
            yield return $"{word[..^1]}ies";
        else
            yield return word + (word[^1] is 's' or 'x' or 'z' || word.EndsWith("ch", StringComparison.Ordinal)
                || word.EndsWith("sh", StringComparison.Ordinal) ? "es" : "s");
    }
}
