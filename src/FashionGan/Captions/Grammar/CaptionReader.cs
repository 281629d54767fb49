namespace FashionGanTf.Captions.Grammar;

/// <summary>Understands captions: what <see cref="CaptionWriter"/> makes of a description is read as that description, less what was left
/// out.</summary>
public static class CaptionReader
{
    private static readonly char[] s_between = [' ', ','];

    /// <summary>All phrases with what they say, the longest first; of a noun the label, and no attribute.</summary>
    private static readonly (Phrase Phrase, int? Attribute, int Value)[] s_phrases =
    [
        .. CaptionWords.Nouns.SelectMany((nouns, label) => nouns.Select(noun => (noun, (int?)null, label)))
            .Concat(CaptionWords.Phrases.SelectMany((values, attribute) => values.SelectMany((phrases, value) =>
                phrases.Select(phrase => (phrase, (int?)attribute, value)))))
            .OrderByDescending(entry => entry.Item1.Words.Length),
    ];

    /// <summary>What a caption asks for.</summary>
    /// <param name="text">Words of <see cref="CaptionWords"/>, one garment among them.</param>
    /// <exception cref="ArgumentException">It has a word that is not of the vocabulary, names no garment or two, or contradicts itself; the
    /// message is one line.</exception>
    public static Description Read(string text)
    {
        var words = text.ToLowerInvariant().Split(s_between, StringSplitOptions.RemoveEmptyEntries).AsSpan();
        int? label = null;
        var values = new int?[GarmentAttributes.All.Count];
        while (words.Length > 0)
        {
            var found = Begins(words);
            if (found is not { } entry)
            {
                if (!CaptionWords.Fillers.Contains(words[0]))
                    throw new ArgumentException($"'{words[0]}' in the caption '{text}' is no word that garments are measured by.");
                words = words[1..];
                continue;
            }

            ref var said = ref entry.Attribute is { } attribute ? ref values[attribute] : ref label;
            if (said is { } before && before != entry.Value)
                throw new ArgumentException($"The caption '{text}' contradicts itself at '{entry.Phrase.Text}'.");
            said = entry.Value;
            words = words[entry.Phrase.Words.Length..];
        }

        return label is { } garment ? new Description(garment, values)
            : throw new ArgumentException($"The caption '{text}' names no garment.");
    }

    private static (Phrase Phrase, int? Attribute, int Value)? Begins(ReadOnlySpan<string> words)
    {
        foreach (var entry in s_phrases)
            if (words.StartsWith(entry.Phrase.Words))
                return entry;
        return null;
    }
}
