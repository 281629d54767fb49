using System.Security.Cryptography;
using System.Text;
using FashionGanTf.Conditions;

namespace FashionGanTf.Datasets;

/// <summary>The captions of a training's pictures, and the vocabulary that is read from them.</summary>
public sealed class CaptionSet
{
    /// <summary>A word that fewer captions have is none of the vocabulary.</summary>
    public const int LeastSeen = 3;

    /// <summary>Two words that never describe one picture exclude each other where so many pictures should have both, did they not depend
    /// on each other: by chance none would with a probability of e to minus this.</summary>
    private const double LeastExpected = 10;

    private readonly int[][][] _captions;

    /// <summary>For each picture, a bit for each word that one of its captions has.</summary>
    private readonly ulong[][] _said;

    /// <param name="captions">For each picture its captions.</param>
    /// <param name="sha256">Of them all.</param>
    private CaptionSet(List<string>[] captions, string sha256)
    {
        Sha256 = sha256;
        Count = captions.Sum(texts => texts.Count);
        Pictures = [.. Enumerable.Range(0, captions.Length).Where(picture => captions[picture].Count > 0)];
        var words = Frequent(captions);
        var several = captions.Count(texts => texts.Count > 1) * 2 >= Pictures.Count;
        // Every so-manyth picture's first caption, where it has a known word.
        var known = words.ToHashSet();
        var usual = Pictures.Select(picture => captions[picture][0])
            .Where(text => text.Length <= Vocabulary.MostCharacters && Words.Of(text).Any(known.Contains)).ToList();
        var kept = Math.Min(Vocabulary.MostCaptions, usual.Count);
        var examples = Enumerable.Range(0, kept).Select(i => usual[(int)((long)i * usual.Count / kept)]).ToList();
        var plain = new Vocabulary(words, [], examples);
        _captions = [.. captions.Select(texts => texts.Select(plain.TokensOf).ToArray())];
        _said = [.. _captions.Select(texts => BitsOf(texts.SelectMany(tokens => tokens).Select(token => token - 1)))];
        // One caption a picture does not tell words of the same meaning, which nobody says together, from those that exclude each other.
        Vocabulary = several ? new Vocabulary(words, Exclusions(words.Count), examples) : plain;
        Longest = Math.Max(1, _captions.Max(texts => texts.Select(tokens => tokens.Length).DefaultIfEmpty().Max()));
    }

    /// <summary>The words.</summary>
    public Vocabulary Vocabulary { get; }

    /// <summary>How many captions there are.</summary>
    public int Count { get; }

    /// <summary>The numbers of the pictures that have captions, in ascending order: those that are learned from.</summary>
    public IReadOnlyList<int> Pictures { get; }

    /// <summary>Words of the longest caption, unknown ones not counted.</summary>
    public int Longest { get; }

    /// <summary>SHA-256 of all captions in their order, as 64 hexadecimal digits.</summary>
    public string Sha256 { get; }

    /// <summary>Reads the captions of a training's pictures.</summary>
    /// <param name="path">A file, see <see cref="CaptionFile"/>.</param>
    /// <param name="pictures">How many pictures there are.</param>
    /// <param name="isPart">Whether these are the first of more, whose captions are passed over.</param>
    /// <exception cref="IOException">It cannot be read.</exception>
    /// <exception cref="InvalidDataException">A line is no caption, or of a picture that is not there, or no word occurs often enough; the
    /// message is one line.</exception>
    public static CaptionSet Read(string path, int pictures, bool isPart = false)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        List<string>[] captions = [.. Enumerable.Range(0, pictures).Select(_ => new List<string>())];
        foreach (var (picture, text) in CaptionFile.Read(path))
        {
            if (picture >= pictures)
            {
                if (isPart)
                    continue;
                throw new InvalidDataException(
                    $"{path} has a caption of picture {picture}, and the data have {pictures}, 0 to {pictures - 1}.");
            }

            captions[picture].Add(text);
            hash.AppendData(Encoding.UTF8.GetBytes($"{picture} {text}\n"));
        }

        try
        {
            return new CaptionSet(captions, Convert.ToHexStringLower(hash.GetHashAndReset()));
        }
        catch (ArgumentException error)
        {
            throw new InvalidDataException(
                $"{path}: no word of its captions occurs {LeastSeen} times, so there is nothing to learn.", error);
        }
    }

    /// <summary>The captions of a picture, as tokens.</summary>
    internal int[][] Of(int picture) => _captions[picture];

    /// <summary>Whether a text says of a picture what excludes something that its captions say; where no words exclude each other, whether
    /// it says what they do not.</summary>
    internal bool IsMismatch(int picture, int[] text, IReadOnlyList<ulong[]> excluded, bool anyExcluded)
    {
        var said = _said[picture];
        foreach (var token in text)
        {
            if (!anyExcluded)
            {
                if (!Has(said, token - 1))
                    return true;
                continue;
            }

            var others = excluded[token - 1];
            for (var i = 0; i < others.Length; i++)
                if ((others[i] & said[i]) != 0)
                    return true;
        }

        return false;
    }

    /// <summary>A bit for each word.</summary>
    internal static ulong[] BitsOf(IEnumerable<int> words)
    {
        var bits = new ulong[(Conditions.Vocabulary.Most + 63) / 64];
        foreach (var word in words)
            bits[word / 64] |= 1UL << (word % 64);
        return bits;
    }

    private static bool Has(ulong[] bits, int word) => (bits[word / 64] >> (word % 64) & 1) != 0;

    private static List<string> Frequent(List<string>[] captions)
    {
        var counts = new Dictionary<string, int>();
        foreach (var text in captions.SelectMany(texts => texts))
            foreach (var word in Words.Of(text).Distinct())
                if (word.Length <= Vocabulary.LongestWord)
                    counts[word] = counts.GetValueOrDefault(word) + 1;
        return [.. counts.Where(word => word.Value >= LeastSeen).OrderByDescending(word => word.Value)
            .ThenBy(word => word.Key, StringComparer.Ordinal).Take(Vocabulary.Most).Select(word => word.Key)];
    }

    private List<(int, int)> Exclusions(int words)
    {
        var together = new int[words, words];
        foreach (var said in _said)
        {
            var list = Enumerable.Range(0, words).Where(word => Has(said, word)).ToArray();
            foreach (var first in list)
                foreach (var second in list)
                    together[first, second]++;
        }

        return
        [
            .. from first in Enumerable.Range(0, words)
               from second in Enumerable.Range(first + 1, words - first - 1)
               where together[first, second] == 0
                   && (double)together[first, first] * together[second, second] / Pictures.Count >= LeastExpected
               select (first, second),
        ];
    }
}
