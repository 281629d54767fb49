using System.Text.Json.Nodes;
using FashionGanTf.Generation.Recipes;
using FashionGanTf.Models;

namespace FashionGanTf.Studio.Api.Parameters;

/// <summary>What pictures are drawn from, as text.</summary>
/// <param name="name">As in the address.</param>
/// <param name="description">One sentence for people.</param>
/// <param name="most">How many there may be.</param>
internal sealed class Recipes(string name, string description, int most) : Parameter(name, description)
{
    internal override bool Repeats => most > 1;

    /// <summary>One alone has nothing that could stand for it.</summary>
    internal override bool IsNeeded => !Repeats;

    internal override JsonObject Schema
    {
        get
        {
            var one = new JsonObject { ["type"] = "string", ["maxLength"] = Recipe.MostCharacters,
                ["examples"] = new JsonArray("7.3", "7.3@sneaker", "walk(7.3,8.0,0.3)", "vary(7.3,4.1*0.4)", "blend(7.3*2,8.0*1)",
                    "mix(7.3,8.0,3)") };
            return Repeats ? new JsonObject { ["type"] = "array", ["items"] = one, ["maxItems"] = most } : one;
        }
    }

    /// <summary>All of them; wrong ones are left out.</summary>
    internal List<Recipe> ReadAll(Query query)
    {
        var texts = query.All(this);
        if (texts.Count > most)
            query.Refuse(Name, $"is given {texts.Count} times; {most} at most are drawn at once.");
        var recipes = new List<Recipe>();
        foreach (var text in texts.Take(most))
            if (Parse(query, text ?? "") is { } recipe)
                recipes.Add(recipe);
        return recipes;
    }

    /// <summary>The one that there must be; null when it is not there, or wrong.</summary>
    internal Recipe? ReadOne(Query query)
    {
        if (!query.Has(this))
            query.Refuse(Name, "is needed.");
        return query.Text(this) is { } text ? Parse(query, text) : null;
    }

    /// <summary>Refuses those that ask for a class or for styles that a model has not.</summary>
    internal void RequireFit(Query query, FashionGan gan)
    {
        foreach (var recipe in ReadAll(query))
            try
            {
                gan.Require(recipe);
            }
            catch (ArgumentException error)
            {
                query.Refuse(Name, $"'{recipe}': {error.Message}");
            }
    }

    private Recipe? Parse(Query query, string text)
    {
        try
        {
            return Recipe.Parse(text);
        }
        catch (FormatException error)
        {
            query.Refuse(Name, $"'{text}' is no recipe of a picture: {error.Message}");
            return null;
        }
    }
}
