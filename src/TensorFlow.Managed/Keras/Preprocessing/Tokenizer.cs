using Tensorflow.NumPy;

namespace Tensorflow.Keras.Preprocessing;

/// <summary>Numbers the words of texts, from 1, the most frequent first, and of equally frequent ones the one that was seen first. 0 stands
/// for no word.</summary>
public sealed class Tokenizer
{
    /// <summary>The signs that are taken for spaces.</summary>
    internal const string Filters = "!\"#$%&()*+,-./:;<=>?@[\\]^_`{|}~\t\n";

    private readonly int? _numWords;
    private readonly string _filters;
    private readonly bool _lower;
    private readonly char _split;
    private readonly bool _charLevel;
    private readonly string? _oov;

    /// <summary>A tokenizer that knows no words yet.</summary>
    /// <param name="num_words">Words with numbers from this one on are left out, or are taken for unknown ones; null for no limit.</param>
    /// <param name="filters">The signs that are taken for spaces.</param>
    /// <param name="lower">Whether words are read in lower case.</param>
    /// <param name="split">What is between words.</param>
    /// <param name="char_level">Whether each sign is a word.</param>
    /// <param name="oov_token">Stands for words that are not known, with the number 1; null to leave them out.</param>
    public Tokenizer(
        int? num_words = null, string filters = Filters, bool lower = true, char split = ' ', bool char_level = false,
        string? oov_token = null) =>
        (_numWords, _filters, _lower, _split, _charLevel, _oov) = (num_words, filters, lower, split, char_level, oov_token);

    /// <summary>How often each word occurred.</summary>
    public Dictionary<string, int> word_counts { get; } = [];

    /// <summary>In how many texts each word occurred.</summary>
    public Dictionary<string, int> word_docs { get; } = [];

    /// <summary>How many texts there were.</summary>
    public int document_count { get; private set; }

    /// <summary>The number of each word.</summary>
    public Dictionary<string, int> word_index { get; private set; } = [];

    /// <summary>The word of each number.</summary>
    public Dictionary<int, string> index_word { get; private set; } = [];

    /// <summary>Counts the words of texts, and numbers all that were counted.</summary>
    public void fit_on_texts(IEnumerable<string> texts) => fit_on_texts(texts.Select(Words));

    /// <summary>Counts the words of texts that are split into words already, and numbers all that were counted.</summary>
    public void fit_on_texts(IEnumerable<IEnumerable<string>> texts)
    {
        foreach (var text in texts)
        {
            document_count++;
            var words = Cased(text).ToList();
            foreach (var word in words)
                word_counts[word] = word_counts.GetValueOrDefault(word) + 1;
            foreach (var word in words.Distinct())
                word_docs[word] = word_docs.GetValueOrDefault(word) + 1;
        }

        // A stable order.
        var ordered = word_counts.OrderByDescending(count => count.Value).Select(count => count.Key);
        index_word = (_oov is null ? ordered : ordered.Where(word => word != _oov).Prepend(_oov))
            .Select((word, i) => (word, i)).ToDictionary(one => one.i + 1, one => one.word);
        word_index = index_word.ToDictionary(one => one.Value, one => one.Key);
    }

    /// <summary>The numbers of the words of texts.</summary>
    public IList<int[]> texts_to_sequences(IEnumerable<string> texts) => texts_to_sequences(texts.Select(Words));

    /// <summary>The numbers of the words of texts that are split into words already.</summary>
    public IList<int[]> texts_to_sequences(IEnumerable<IEnumerable<string>> texts) =>
        [.. texts.Select(text => Cased(text).Select(Number).Where(number => number > 0).ToArray())];

    /// <summary>Texts of numbers, the words with spaces between them.</summary>
    public IList<string> sequences_to_texts(IEnumerable<int[]> sequences) =>
        [.. sequences.Select(sequence => string.Join(' ', sequence.Select(Word).Where(word => word is not null)))];

    /// <summary>Texts as rows, a column for each number of a word.</summary>
    /// <inheritdoc cref="sequences_to_matrix"/>
    public NDArray texts_to_matrix(IEnumerable<string> texts, string mode = "binary") =>
        sequences_to_matrix(texts_to_sequences(texts), mode);

    /// <summary>Sequences of numbers as rows, a column for each number.</summary>
    /// <param name="sequences">The numbers of words.</param>
    /// <param name="mode">What a row tells of a word: <c>binary</c>, whether it occurs; <c>count</c>, how often; <c>freq</c>, how often of
    /// all words; <c>tfidf</c>, (1 + ln count) ln(1 + texts / (1 + texts with the word)).</param>
    /// <returns>float32 (number of sequences, num_words, or one more than there are words).</returns>
    /// <exception cref="ArgumentException">There is no such mode.</exception>
    public NDArray sequences_to_matrix(IEnumerable<int[]> sequences, string mode = "binary")
    {
        int[][] rows = [.. sequences];
        var matrix = new float[rows.Length, _numWords ?? word_index.Count + 1];
        for (var i = 0; i < rows.Length; i++)
            foreach (var (number, count) in rows[i].Where(number => number < matrix.GetLength(1)).CountBy(number => number))
                matrix[i, number] = mode switch
                {
                    "binary" => 1,
                    "count" => count,
                    "freq" => count / (float)rows[i].Length,
                    "tfidf" => (1 + MathF.Log(count)) * MathF.Log(
                        1 + document_count / (1f + word_docs.GetValueOrDefault(index_word.GetValueOrDefault(number, "")))),
                    _ => throw new ArgumentException($"Tokenizer: mode is 'binary', 'count', 'freq' or 'tfidf', not '{mode}'."),
                };
        return np.array(matrix);
    }

    private IEnumerable<string> Words(string text)
    {
        var spaced = string.Concat((_lower ? text.ToLowerInvariant() : text).Select(sign => _filters.Contains(sign) ? _split : sign));
        return _charLevel ? text.Select(sign => sign.ToString()) : spaced.Split(_split, StringSplitOptions.RemoveEmptyEntries);
    }

    private IEnumerable<string> Cased(IEnumerable<string> words) => _lower ? words.Select(word => word.ToLowerInvariant()) : words;

    /// <summary>A word's number; 0 for one that is left out.</summary>
    private int Number(string word) =>
        word_index.TryGetValue(word, out var number) && !(number >= _numWords) ? number
            : _oov is null ? 0 : word_index.GetValueOrDefault(_oov);

    private string? Word(int number) =>
        index_word.TryGetValue(number, out var word) && !(number >= _numWords) ? word : _oov;
}
