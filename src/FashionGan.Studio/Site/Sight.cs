using System.Net;
using System.Text.Json.Nodes;
using FashionGanTf.Generation.Recipes;
using FashionGanTf.Models;

namespace FashionGanTf.Studio.Site;

/// <summary>What the page has within it of what is seen first. Two are equal when the page is the same.</summary>
/// <param name="Answers">The answers to what it asks first, as an object of JSON.</param>
/// <param name="Places">The first pictures as the page's galleries have them (js/pictures/gallery.js); "" where none are at hand.</param>
/// <param name="Classes">What can be chosen above them (js/views/chips.js).</param>
/// <param name="Models">The choice of models; "" where there is one only.</param>
/// <param name="IsJudged">Whether there is a choice of the best ones.</param>
/// <param name="HasStyles">Whether the model has w, which psi scales and styles are mixed in.</param>
/// <param name="HasWords">Whether another model takes texts.</param>
internal sealed record Sight(
    string Answers, string Places, string Classes, string Models, bool IsJudged, bool HasStyles, bool HasWords)
{
    private const string Slider = " class=\"field slider-field";

    /// <summary>Nothing: the page asks for all.</summary>
    internal static Sight Nothing { get; } = new("{}", "", "", "", false, false, false);

    /// <summary>Pictures of a seed as places of a gallery.</summary>
    /// <param name="pictures">What <c>/api/generate</c> answers.</param>
    /// <param name="gan">Drew them.</param>
    internal static string PlacesOf(JsonArray pictures, FashionGan gan) => string.Concat(pictures.Select(one =>
    {
        var recipe = (SeedRecipe)Recipe.Parse((string)one!["recipe"]!);
        var name = !gan.IsConditional ? ""
            : $", {gan.Classes[recipe.Class is { } said ? gan.Classes.Find(said) : recipe.Number % gan.Classes.Count]}";
        return "<div class=\"place\" role=\"option\" aria-selected=\"false\">" +
            $"<img width=\"{one["width"]}\" height=\"{one["height"]}\" src=\"data:image/png;base64,{one["png"]}\" " +
            $"alt=\"{WebUtility.HtmlEncode($"Picture {recipe.Number} of seed {recipe.Seed}{name}")}\">" +
            "<span class=\"heart\" aria-hidden=\"true\"><svg class=\"icon\"><use href=\"#i-heart\"/></svg></span></div>";
    }));

    /// <summary>Each class as a chip, and one for all.</summary>
    internal static string ChipsOf(FashionGan gan) => !gan.IsConditional ? "" : string.Concat(gan.Classes.Prepend("All")
        .Select(name => $"<button class=\"chip\" type=\"button\">{WebUtility.HtmlEncode(name)}</button>"));

    /// <summary>Models to choose from.</summary>
    /// <param name="names">Those that can be chosen.</param>
    /// <param name="chosen">The one that draws.</param>
    internal static string OptionsOf(IReadOnlyList<string> names, string chosen) => names.Count < 2 ? "" : string.Concat(
        names.Select(name => $"<option{(name == chosen ? " selected" : "")}>{WebUtility.HtmlEncode(name)}</option>"));

    /// <summary>Puts it into the page, which shows itself what is not here.</summary>
    internal string Within(string page)
    {
        page = Put(page, "carried", Answers, instead: "{}");
        if (Places == "")
            return page;
        page = Put(Show(page, "generate"), "generate-pictures", Places);
        if (Classes != "")
            page = Put(Show(page, "chips"), "chips", Classes);
        if (Models != "")
            page = Put(Show(page, "model-field"), "model", Models);
        if (IsJudged)
            page = Show(page, "best-field");
        if (HasStyles)
            page = ShowAll(ShowAll(HideAll(page, $"{Slider} truncation\""), $"{Slider} psi\""), " data-view=\"mix\"");
        return HasWords ? Show(page, "words-field") : page;
    }

    private static string Show(string page, string id) => ShowAll(page, $" id=\"{id}\"");

    /// <summary>Shows all elements whose tags have this before that they are hidden.</summary>
    private static string ShowAll(string page, string what) => Replace(page, $"{what} hidden", what);

    private static string HideAll(string page, string what) => Replace(page, what, $"{what} hidden");

    private static string Replace(string page, string old, string by) => page.Contains(old, StringComparison.Ordinal)
        ? page.Replace(old, by, StringComparison.Ordinal) : throw new InvalidDataException($"The page has no{old}.");

    /// <summary>Puts something into an element that has nothing yet.</summary>
    private static string Put(string page, string id, string what, string instead = "")
    {
        var at = page.IndexOf('>', page.IndexOf($" id=\"{id}\"", StringComparison.Ordinal)) + 1;
        return $"{page.AsSpan(0, at)}{what}{page.AsSpan(at + instead.Length)}";
    }
}
