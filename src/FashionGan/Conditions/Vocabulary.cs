using System.Collections;

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

    private readonly string[] _words;
    private readonly Dictionary<string, int> _tokens = [];
    private readonly bool[,] _excludes;

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
    }

    /// <summary>Captions as training had them.</summary>
    public IReadOnlyList<string> Captions { get; }

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

    /// <summary>Reads a text that somebody asks by.</summary>
    /// <exception cref="ArgumentException">It is empty, too long, or the model knows none of its words; the message is one
    /// line.</exception>
    public AskedText Read(string text)
    {
        if (text.Length > MostCharacters)
            throw new ArgumentException($"a text has {MostCharacters} characters at most, this one {text.Length}.");
        var words = Words.Of(text);
        if (words.Count == 0)
            throw new ArgumentException($"the text has no words; the model knows {Some()}.");
        var known = words.Where(_tokens.ContainsKey).ToList();
        var unknown = words.Where(word => !_tokens.ContainsKey(word)).Distinct().ToList();
        if (known.Count == 0)
            throw new ArgumentException(
                $"the model knows no word of the text: {AskedText.Listed(unknown, this)}; it knows {Some()}.");
        if (known.Count > MostWordsOfText)
            throw new ArgumentException($"a text has {MostWordsOfText} words at most, this one {known.Count}.");
        var tokens = known.ConvertAll(word => _tokens[word]);
        var different = tokens.Distinct().ToList();
        return new AskedText(known, unknown, [.. tokens])
        {
            Contradictions =
            [
                .. from i in Enumerable.Range(0, different.Count)
                   from j in Enumerable.Range(i + 1, different.Count - i - 1)
                   where _excludes[different[i] - 1, different[j] - 1]
                   select (_words[different[i] - 1], _words[different[j] - 1]),
            ],
        };
    }

    /// <inheritdoc/>
    public IEnumerator<string> GetEnumerator() => ((IEnumerable<string>)_words).GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    /// <summary>Some of the words, the most frequent.</summary>
    private string Some()
    {
        const int Shown = 40;
        return string.Join(", ", _words.Take(Shown)) + (Count > Shown ? $" and {Count - Shown} more" : "");
    }
}
