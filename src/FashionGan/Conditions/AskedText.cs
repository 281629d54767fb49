using FashionGanTf.Captions.Grammar;
using Tensorflow.Serialization;

namespace FashionGanTf.Conditions;

/// <summary>A text as a model with a vocabulary understands it.</summary>
/// <param name="Known">The words of the vocabulary that it says, in their order.</param>
/// <param name="Unknown">Those that are not understood, each once.</param>
/// <param name="Tokens">The numbers of the known ones, see <see cref="Vocabulary"/>.</param>
public sealed record AskedText(IReadOnlyList<string> Known, IReadOnlyList<string> Unknown, int[] Tokens)
{
    private const int ShownUnknown = 5;
    private const int ShownNear = 3;

    /// <summary>Words that are no words of the vocabulary, as they are written, and what they are read as.</summary>
    public required IReadOnlyList<(string Written, string Meaning)> Readings { get; init; }

    /// <summary>What is negated in a way that no caption has, as <c>not striped</c>.</summary>
    public required IReadOnlyList<string> Negations { get; init; }

    /// <summary>Whether the model knows the garments of captions, and the text names none.</summary>
    public required bool LacksGarment { get; init; }

    /// <summary>Pairs of its words, as they are written, that never described one picture, though both are frequent.</summary>
    public required IReadOnlyList<(string First, string Second)> Contradictions { get; init; }

    /// <summary>What to tell whoever asked, a line each: words that are left out with the nearest known ones, words that are read as
    /// others, negations, that no garment is named, and words that contradict each other.</summary>
    /// <param name="vocabulary">The model's.</param>
    public IEnumerable<string> Notes(Vocabulary vocabulary)
    {
        if (Unknown.Count > 0)
            yield return $"the model does not know {Listed(Unknown, vocabulary)}; {(Unknown.Count == 1 ? "it is" : "they are")} left out.";
        if (Readings.Count > 0)
            yield return $"{string.Join(", ", Readings.Select(one => $"'{one.Written}' is read as '{one.Meaning}'"))}.";
        if (Negations.Count > 0)
            yield return $"the model does not understand {Some(Negations, one => $"'{OneLine.Of(one)}'")}: what is negated may be " +
                "drawn all the same; say what should be there instead.";
        if (LacksGarment)
            yield return "no garment is named, and without one a picture is hardly one; name one: " +
                $"{string.Join(", ", CaptionWords.Garments.SkipLast(1))} or {CaptionWords.Garments.Last()}.";
        if (Contradictions.Count > 0)
            yield return "no picture that the model learned from was called " +
                $"{Some(Contradictions, pair => $"both '{pair.First}' and '{pair.Second}'")}; it draws something between.";
    }

    /// <summary>Unknown words with the nearest known ones: <c>'drss' (near: dress)</c>.</summary>
    internal static string Listed(IReadOnlyList<string> unknown, Vocabulary vocabulary)
    {
        var more = unknown.Count - ShownUnknown;
        return string.Join(", ", unknown.Take(ShownUnknown).Select(Shown)) + (more > 0 ? $" and {more} more" : "");

        string Shown(string word)
        {
            var near = NearestWords.Of(word, vocabulary).Take(ShownNear).ToList();
            return $"'{OneLine.Of(word)}'" + (near.Count > 0 ? $" (near: {string.Join(", ", near)})" : "");
        }
    }

    private static string Some<T>(IReadOnlyList<T> all, Func<T, string> text)
    {
        var more = all.Count - ShownNear;
        return string.Join(", ", all.Take(ShownNear).Select(text)) + (more > 0 ? $", and {more} more" : "");
    }
}
