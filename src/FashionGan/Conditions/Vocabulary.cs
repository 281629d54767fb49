using System.Collections;
using System.Runtime.InteropServices;
using FashionGanTf.Captions.Grammar;

namespace FashionGanTf.Conditions;

/// <summary>
/// The words that a model knows, the most frequent first. A text is the list of its words' numbers: word i of the vocabulary has the token
/// i + 1, and 0 stands where no word is.
/// </summary>
public sealed class Vocabulary : IReadOnlyList<string>
{
    /// <summary>The most words: the discriminator has a head for each.</summary>
    public const int Most = 512;

    /// <summary>Words of a text at most, unknown ones not counted.</summary>
    public const int MostWordsOfText = 32;

    /// <summary>Characters of a text at most.</summary>
    public const int MostCharacters = 400;

    /// <summary>The most captions that are kept.</summary>
    public const int MostCaptions = 512;

    /// <summary>The longest word, in characters.</summary>
    public const int LongestWord = 64;

    private static readonly char[] s_betweenWords = [' ', ',', '.', '/'];

    private readonly string[] _words;
    private readonly Dictionary<string, int> _tokens = [];
    private readonly bool[,] _excludes;
    private readonly Lazy<IReadOnlyDictionary<string, string>> _readings;

    /// <summary>The parts of words that captions write with hyphens, the longest first.</summary>
    private readonly Lazy<string[][]> _compounds;

    /// <summary>What negates, with the word that follows.</summary>
    private static readonly string[][] s_negating =
    [
        ["not"], ["no"], ["non"], ["never"], ["without"], ["except"], ["anything", "but"], ["everything", "but"], ["nothing", "but"],
    ];

    /// <summary>A vocabulary.</summary>
    /// <param name="words">Different from each other, each as <see cref="Words.Of"/> gives it.</param>
    /// <param name="excludes">Pairs of words, by number from 0, that never describe one picture.</param>
    /// <param name="captions">Captions as training had them, which take turns where nobody says what to draw; at least one.</param>
    /// <exception cref="ArgumentException">There are no words, too many, one is none or there twice; a pair names none of them; or a
    /// caption has none of them.</exception>
    public Vocabulary(IEnumerable<string> words, IEnumerable<(int First, int Second)> excludes, IEnumerable<string> captions)
    {
        _words = [.. words];
        if (_words.Length is 0 or > Most)
            throw new ArgumentException($"A vocabulary has 1 to {Most} words, not {_words.Length}.");
        foreach (var word in _words)
            if (word.Length > LongestWord || Words.Of(word) is not [var same] || same != word || !_tokens.TryAdd(word, _tokens.Count + 1))
                throw new ArgumentException($"A word of the vocabulary is no word, or is there twice.");
        _excludes = new bool[_words.Length, _words.Length];
        foreach (var (first, second) in excludes)
        {
            if (first == second || first < 0 || first >= Count || second < 0 || second >= Count)
                throw new ArgumentException("A word that excludes another is not in the vocabulary.");
            _excludes[first, second] = _excludes[second, first] = true;
        }

        Captions = [.. captions];
        if (Captions.Count is 0 or > MostCaptions || Captions.Any(text => text.Length > MostCharacters || TokensOf(text).Length == 0))
            throw new ArgumentException($"A vocabulary has 1 to {MostCaptions} captions of its own words.");
        // A training needs neither.
        _readings = new(() => Synonyms.For(this));
        _compounds = new(() => [.. Captions.SelectMany(caption => caption.Split(s_betweenWords)).Where(word => word.Contains('-'))
            .Distinct().Select(word => Words.Of(word).ToArray()).OrderByDescending(parts => parts.Length)]);
    }

    /// <summary>Captions as training had them.</summary>
    public IReadOnlyList<string> Captions { get; }

    /// <summary>The caption of a picture of which nobody says what it is: they take turns.</summary>
    /// <param name="picture">The picture's number, from 0.</param>
    public string InTurn(long picture) => Captions[(int)(picture % Captions.Count)];

    /// <summary>Words that are none of the vocabulary, and what they are read as where somebody asks by them: its own words, hyphens or
    /// blanks between two.</summary>
    public IReadOnlyDictionary<string, string> Readings => _readings.Value;

    /// <inheritdoc/>
    public int Count => _words.Length;

    /// <inheritdoc/>
    public string this[int index] => _words[index];

    /// <summary>Whether two words, by number from 0, never described one picture though both are frequent.</summary>
    public bool Excludes(int first, int second) => _excludes[first, second];

    /// <summary>Pairs of words that exclude each other, by number, the smaller one first.</summary>
    public IEnumerable<(int First, int Second)> Exclusions =>
        from first in Enumerable.Range(0, Count)
        from second in Enumerable.Range(first + 1, Count - first - 1)
        where _excludes[first, second]
        select (first, second);

    /// <summary>The tokens of the known words of a text, of which there are at most <see cref="MostWordsOfText"/>; others are left
    /// out.</summary>
    public int[] TokensOf(string text) =>
        [.. Words.Of(text).Select(word => _tokens.GetValueOrDefault(word)).Where(token => token > 0).Take(MostWordsOfText)];

    /// <summary>The words of a text that are not understood, each once.</summary>
    public IReadOnlyList<string> UnknownOf(string text) => [.. Words.Of(text).Where(word => !IsUnderstood(word)).Distinct()];

    /// <summary>Reads a text that somebody asks by.</summary>
    /// <exception cref="ArgumentException">It is empty, too long, or the model knows none of its words; the message is one
    /// line.</exception>
    public AskedText Read(string text)
    {
        if (text.Length > MostCharacters)
            throw new ArgumentException($"a text has {MostCharacters} characters at most, this one {text.Length}.");
        var (words, unknown) = (Words.Of(text), UnknownOf(text));
        if (words.Count == 0)
            throw new ArgumentException($"the text has no words; the model knows {Some()}.");
        var said = Whole([.. words.Where(IsUnderstood)]);
        if (said.Count == 0)
            throw new ArgumentException(
                $"the model knows no word of the text: {AskedText.Listed(unknown, this)}; it knows {Some()}.");
        var known = said.SelectMany(word => Words.Of(word.Meaning)).ToList();
        if (known.Count > MostWordsOfText)
            throw new ArgumentException($"a text has {MostWordsOfText} words at most, this one {known.Count}.");
        return new AskedText(known, [.. unknown.Except(s_negating.Where(some => IndexOf(words, some) >= 0).SelectMany(some => some))],
            [.. known.Select(word => _tokens[word])])
        {
            Readings = [.. said.Where(word => word.Written != word.Meaning).Distinct()],
            Negations = [.. NegationsIn(words)],
            LacksGarment = CaptionWords.LackGarment(word => TokensOf(word).Length > 0, known),
            Contradictions = [.. ContradictionsOf([.. said.DistinctBy(word => word.Meaning)])],
        };
    }

    private bool IsUnderstood(string word) => _tokens.ContainsKey(word) || Readings.ContainsKey(word);

    /// <summary>Words as people write them: <c>t-shirt</c> is one, though it has two tokens. Those are whole that captions write
    /// so.</summary>
    /// <param name="words">Words that are understood.</param>
    private List<(string Written, string Meaning)> Whole(string[] words)
    {
        var meanings = Array.ConvertAll(words, word => _tokens.ContainsKey(word) ? word : Readings[word]);
        var whole = new List<(string, string)>();
        for (var (i, length) = (0, 0); i < words.Length; i += length)
        {
            var rest = meanings.AsMemory(i);
            length = Math.Max(1, Array.Find(_compounds.Value, parts => rest.Span.StartsWith(parts))?.Length ?? 1);
            whole.Add((string.Join('-', words[i..(i + length)]), string.Join('-', meanings[i..(i + length)])));
        }

        return whole;
    }

    /// <summary>What is negated otherwise than in a caption: <c>not striped</c>, but not <c>without sleeves</c>.</summary>
    private IEnumerable<string> NegationsIn(List<string> words)
    {
        for (var i = 0; i < words.Count; i++)
        {
            if (Array.Find(s_negating, some => IndexOf(words[i..], some) == 0) is not { } negating)
                continue;
            var said = string.Join(' ', negating);
            var next = words.Skip(i + negating.Length).FirstOrDefault(word => IsUnderstood(word) && !CaptionWords.Fillers.Contains(word));
            if (next is null)
                yield return said;
            else if (!IsInCaptions($"{said} {(_tokens.ContainsKey(next) ? next : Readings[next])}"))
                yield return $"{said} {next}";
        }
    }

    private static int IndexOf(List<string> words, string[] some) => CollectionsMarshal.AsSpan(words).IndexOf(some);

    /// <summary>Whether a caption has these words in a row.</summary>
    private bool IsInCaptions(string words)
    {
        var wanted = Words.Of(words);
        return wanted.TrueForAll(_tokens.ContainsKey) && Captions.Any(caption => TokensOf(caption).AsSpan().IndexOf(TokensOf(words)) >= 0);
    }

    private IEnumerable<(string, string)> ContradictionsOf((string Written, string Meaning)[] words) =>
        from i in Enumerable.Range(0, words.Length)
        from j in Enumerable.Range(i + 1, words.Length - i - 1)
        where TokensOf(words[i].Meaning).Any(first => TokensOf(words[j].Meaning).Any(second => _excludes[first - 1, second - 1]))
        select (words[i].Written, words[j].Written);

    /// <inheritdoc/>
    public IEnumerator<string> GetEnumerator() => ((IEnumerable<string>)_words).GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    /// <summary>What can be asked for by the words of captions; other words in the order of the alphabet, of many the most frequent, and
    /// where all are.</summary>
    private string Some()
    {
        if (CaptionWords.AreKnown(word => TokensOf(word).Length > 0))
            return CaptionWords.Summary;
        const int Shown = 100;
        var shown = string.Join(", ", _words.Take(Shown).Order(StringComparer.Ordinal));
        return Count > Shown ? $"{shown} and {Count - Shown} more, which config.json of its run lists" : shown;
    }
}
