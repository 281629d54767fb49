using static FashionGanTf.Captions.Grammar.PhrasePlace;

namespace FashionGanTf.Captions.Grammar;

/// <summary>
/// All words that captions are made of, about sixty. Words of what cannot be measured (colours, cloth, necklines, shorts beside trousers)
/// are none of them.
/// </summary>
public static class CaptionWords
{
    /// <summary>For each label of Fashion-MNIST the nouns that mean it.</summary>
    internal static readonly IReadOnlyList<Phrase[]> Nouns =
    [
        Of(Noun, "t-shirt", "tee"), Of(Noun, "trousers", "pants"), Of(Noun, "pullover", "sweater", "jumper"), Of(Noun, "dress", "gown"),
        Of(Noun, "coat", "jacket"), Of(Noun, "sandal"), Of(Noun, "shirt", "blouse"), Of(Noun, "sneaker", "trainer"),
        Of(Noun, "bag", "handbag"), Of(Noun, "ankle boot", "boot", "bootie"),
    ];

    /// <summary>For each of <see cref="GarmentAttributes.All"/> and each of its values the phrases that say it.</summary>
    internal static readonly IReadOnlyList<Phrase[][]> Phrases =
    [
        [Of(Adjective, "dark", "dark-toned"), Of(Adjective, "mid-toned", "medium"), Of(Adjective, "light", "light-toned", "pale")],
        [
            Of(Adjective, "plain", "solid", "unpatterned"),
            [.. Of(Adjective, "striped", "stripy"), .. Of(Tail, "with stripes")],
            [.. Of(Adjective, "patterned", "printed"), .. Of(Tail, "with a print")],
        ],
        [
            [.. Of(Adjective, "sleeveless"), .. Of(Tail, "without sleeves")],
            [.. Of(Adjective, "short-sleeved"), .. Of(Tail, "with short sleeves")],
            [.. Of(Adjective, "long-sleeved"), .. Of(Tail, "with long sleeves")],
        ],
        [Of(Adjective, "narrow", "slim"), Of(Adjective, "wide", "loose")],
        [Of(Adjective, "low"), Of(Adjective, "tall")],
        [
            [.. Of(Adjective, "flat"), .. Of(Tail, "with a flat sole")],
            [.. Of(Adjective, "high-heeled"), .. Of(Tail, "with a high heel")],
        ],
    ];

    /// <summary>Words that say nothing of a garment.</summary>
    internal static readonly IReadOnlyList<string> Fillers = ["a", "an", "and", "with", "without"];

    /// <summary>Every word of every caption, in small letters, each once, in the order of the alphabet.</summary>
    public static IReadOnlyList<string> All { get; } =
    [
        .. Nouns.SelectMany(nouns => nouns).Concat(Phrases.SelectMany(values => values).SelectMany(phrases => phrases))
            .SelectMany(phrase => phrase.Words).Concat(Fillers).Distinct().Order(StringComparer.Ordinal),
    ];

    /// <summary>Whether somebody knows these words: one at least of each noun.</summary>
    /// <param name="knows">Whether they know a word.</param>
    public static bool AreKnown(Func<string, bool> knows) =>
        Nouns.All(nouns => Array.TrueForAll(nouns, noun => Array.Exists(noun.Words, word => knows(word))));

    /// <summary>Whether somebody who knows the garments is told of none.</summary>
    /// <param name="knows">Whether they know a word.</param>
    /// <param name="said">The words that they are told, divided at hyphens.</param>
    internal static bool LackGarment(Func<string, bool> knows, IReadOnlyCollection<string> said) => AreKnown(knows)
        && !Nouns.SelectMany(nouns => nouns).Any(noun => Conditions.Words.Of(noun.Text).TrueForAll(said.Contains));

    /// <summary>A name of each garment.</summary>
    internal static IEnumerable<string> Garments => Nouns.Select(nouns => nouns[0].Text);

    /// <summary>What can be asked for, for somebody who knows none of the words.</summary>
    internal static string Summary { get; } = $"English words for a garment ({string.Join(", ", Garments)}) and for how it looks (" +
        $"{string.Join("; ", Phrases.Select(values => string.Join(", ", values.Select(phrases => phrases[0].Text))))})";

    private static Phrase[] Of(PhrasePlace place, params string[] texts) => [.. texts.Select(text => new Phrase(text, place))];
}
