using FashionGanTf.Captions.Attributes;
using FashionGanTf.Conditions;

namespace FashionGanTf.Captions;

/// <summary>
/// Combinations of words that a model is not shown, so that it can be asked for what it has never seen together: no training picture that
/// any of them describes has a caption. Each word of them is seen in other garments, or with other words.
/// </summary>
public static class HeldOut
{
    /// <summary>The combinations; what is held out says all of one of them.</summary>
    public static IReadOnlyList<Description> Combinations { get; } =
    [
        Of("dress", "striped"),
        Of("shirt", "sleeveless"),
        Of("trouser", "dark", "wide"),
        Of("sandal", "light", "high-heeled"),
        Of("bag", "dark", "tall"),
        Of("T-shirt", "light", "patterned"),
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
