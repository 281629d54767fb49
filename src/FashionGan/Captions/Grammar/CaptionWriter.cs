namespace FashionGanTf.Captions.Grammar;

/// <summary>Makes captions of descriptions: synonyms, order, and which words are left out are drawn.</summary>
public static class CaptionWriter
{
    /// <summary>Random numbers that a caption takes at most, in blocks of four, as Philox makes them.</summary>
    public const int Draws = 28;

    /// <summary>The part of what is known that a caption does not say; the garment is always named.</summary>
    public const double LeftOut = 0.25;

    /// <summary>How often adjectives stand after a comma, as in <c>a dress, dark and wide</c>, of those that could.</summary>
    private const double AfterComma = 0.25;

    /// <summary>How often a caption begins without <c>a</c> or <c>an</c>.</summary>
    private const double Bare = 0.4;

    /// <summary>The only noun that is many things.</summary>
    private const int Trousers = 1;

    /// <summary>A caption; it says nothing that the description does not.</summary>
    /// <param name="known">What may be said.</param>
    /// <param name="random">At least <see cref="Draws"/> numbers from 0 to 1, 1 excluded; the same make the same caption.</param>
    public static string Write(Description known, ReadOnlySpan<float> random)
    {
        var draws = new DrawnNumbers(random[..Draws]);
        var (before, after, tails) = (new List<string>(), new List<string>(), new List<string>());
        foreach (var place in draws.Shuffled(GarmentAttributes.All.Count))
        {
            var (isSaid, choice, position) = (draws.Next() >= LeftOut, draws.Next(), draws.Next());
            if (known.Values[place] is not { } value || !isSaid)
                continue;
            var phrase = DrawnNumbers.Choose(CaptionWords.Phrases[place][value], choice);
            (phrase.Place == PhrasePlace.Tail ? tails : position < AfterComma ? after : before).Add(phrase.Text);
        }

        // A last number for the noun and one for the article.
        var noun = DrawnNumbers.Choose(CaptionWords.Nouns[known.Label], draws.Next()).Text;
        before.Add(noun);
        if (draws.Next() >= Bare && known.Label != Trousers)
            before.Insert(0, "aeiou".Contains(before[0][0]) ? "an" : "a");
        var tail = tails.Count == 0 ? "" : $" {string.Join(" and ", tails)}";
        return $"{string.Join(' ', before)}{tail}{(after.Count == 0 ? "" : $", {Listed(after)}")}";
    }

    private static string Listed(List<string> words) =>
        words.Count == 1 ? words[0] : $"{string.Join(", ", words[..^1])} and {words[^1]}";
}
