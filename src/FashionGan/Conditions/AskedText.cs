using Tensorflow.Serialization;

namespace FashionGanTf.Conditions;

/// <summary>A text as a model with a vocabulary understands it.</summary>
/// <param name="Known">The words that it knows, in their order.</param>
/// <param name="Unknown">Those that it does not know, each once.</param>
/// <param name="Tokens">The numbers of the known ones, see <see cref="Vocabulary"/>.</param>
public sealed record AskedText(IReadOnlyList<string> Known, IReadOnlyList<string> Unknown, int[] Tokens)
{
    private const int ShownUnknown = 5;
    private const int ShownNear = 3;

    /// <summary>Pairs of its words that never described one picture, though both are frequent.</summary>
    public required IReadOnlyList<(string First, string Second)> Contradictions { get; init; }

    /// <summary>What to tell whoever asked, a line each: words that are left out with the nearest known ones, and words that contradict
    /// each other.</summary>
    /// <param name="vocabulary">The model's.</param>
    public IEnumerable<string> Notes(Vocabulary vocabulary)
    {
        if (Unknown.Count > 0)
            yield return $"the model does not know {Listed(Unknown, vocabulary)}; {(Unknown.Count == 1 ? "it is" : "they are")} left out.";
        if (Contradictions.Count > 0)
            yield return $"no picture that the model learned from was called {Pairs()}; it draws something between.";
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

    private string Pairs()
    {
        var shown = Contradictions.Take(ShownNear).Select(pair => $"both '{pair.First}' and '{pair.Second}'");
        var more = Contradictions.Count - ShownNear;
        return string.Join(", ", shown) + (more > 0 ? $", and {more} more" : "");
    }
}
