using System.Text.Json.Nodes;
using FashionGanTf.Conditions;
using FashionGanTf.Studio.Models;

namespace FashionGanTf.Studio.Api.Parameters;

/// <summary>Texts that say what to draw; which words there are only the model knows.</summary>
/// <param name="name">As in the address.</param>
/// <param name="description">One sentence for people.</param>
/// <param name="most">How many there may be.</param>
internal sealed class Texts(string name, string description, int most) : Parameter(name, description)
{
    internal override bool Repeats => most > 1;

    /// <summary>One alone has nothing that could stand for it.</summary>
    internal override bool IsNeeded => !Repeats;

    internal override JsonObject Schema
    {
        get
        {
            var one = new JsonObject { ["type"] = "string", ["maxLength"] = Vocabulary.MostCharacters,
                ["examples"] = new JsonArray("dark sleeveless dress", "a light boot") };
            return Repeats ? new JsonObject { ["type"] = "array", ["items"] = one, ["maxItems"] = most } : one;
        }
    }

    /// <summary>All of them; none after a fault, which is said to the query.</summary>
    internal IReadOnlyList<string> Read(Query query)
    {
        var texts = query.All(this).Select(text => text ?? "").ToList();
        if (texts.Count > most)
            query.Refuse(Name, $"is given {texts.Count} times; {most} {(most == 1 ? "is" : "are")} the most here.");
        foreach (var text in texts.Where(text => !IsRight(text)))
            query.Refuse(Name, text.Length <= Vocabulary.MostCharacters ? "needs words, such as dark sleeveless dress."
                : $"has {Vocabulary.MostCharacters} characters at most, not {text.Length}.");
        return texts.Count <= most && texts.TrueForAll(IsRight) ? texts : [];
    }

    private static bool IsRight(string text) => text.Length <= Vocabulary.MostCharacters && Words.Of(text).Count > 0;

    /// <summary>Refuses those that a model does not understand.</summary>
    internal void RequireKnown(Query query, Vocabulary? vocabulary, ModelCatalogue models)
    {
        foreach (var text in query.All(this))
            if (vocabulary is null)
                query.Refuse(Name, NoWords("this model", models));
            else
                try
                {
                    vocabulary.Read(text ?? "");
                }
                catch (ArgumentException error)
                {
                    query.Refuse(Name, error.Message);
                }
    }

    /// <summary>What to say of a model that takes no texts, and which one does.</summary>
    internal static string NoWords(string model, ModelCatalogue models) =>
        models.Read.FirstOrDefault(source => source.ModelOrNull?.Gan.Vocabulary is not null) is { } other
            ? $"{model} knows no words; the model '{other.Name}' does." : $"{model} knows no words.";
}
