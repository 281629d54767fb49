using FashionGanTf.Captions.Grammar;
using FashionGanTf.Conditions;

namespace FashionGanTf.Captions;

/// <summary>
/// Combinations of words that a model is not told together, so that it can be asked for what it never was: a caption of a picture that
/// shows one of them leaves out one of its words. Each two of the words are told together elsewhere.
/// </summary>
public static class HeldOut
{
    /// <summary>The combinations, each of a class and two attributes, no two of one class; what is held out says all of one.</summary>
    public static IReadOnlyList<Description> Combinations { get; } =
    [
        Of("T-shirt", "light", "patterned"),
        Of("trouser", "dark", "wide"),
        Of("dress", "light", "long-sleeved"),
        Of("sandal", "light", "high-heeled"),
        Of("shirt", "dark", "short-sleeved"),
        Of("bag", "dark", "tall"),
    ];

    /// <summary>Whether a description says all of one combination, and maybe more.</summary>
    public static bool Has(Description description) => Combinations.Any(description.Says);

    /// <summary>A description that says no combination: one that does loses one of its words.</summary>
    /// <param name="description">What is known.</param>
    /// <param name="random">Chooses the word, from 0 to 1, 1 excluded.</param>
    public static Description Without(Description description, float random)
    {
        if (Combinations.FirstOrDefault(description.Says) is not { } combination)
            return description;
        var places = Enumerable.Range(0, combination.Values.Count).Where(place => combination.Values[place] is not null).ToArray();
        var left = DrawnNumbers.Choose(places, random);
        return new Description(description.Label, [.. description.Values.Select((value, place) => place == left ? null : value)]);
    }

    private static Description Of(string garment, params string[] words)
    {
        var values = new int?[GarmentAttributes.All.Count];
        foreach (var word in words)
        {
            var place = GarmentAttributes.All.ToList().FindIndex(attribute => attribute.Values.Contains(word));
            values[place] = GarmentAttributes.All[place].Values.ToList().IndexOf(word);
        }

        return new Description(ClassNames.FashionMnist.Find(garment), values);
    }
}
