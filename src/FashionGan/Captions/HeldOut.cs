using FashionGanTf.Conditions;

namespace FashionGanTf.Captions;

/// <summary>
/// Combinations of words that a model is not shown, so that it can be asked for what it has never seen: a picture that shows one of them
/// has no caption, and a training with captions leaves it out. Each two of the words are seen together elsewhere.
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
