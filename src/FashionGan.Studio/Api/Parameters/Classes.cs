using System.Text.Json.Nodes;
using FashionGanTf.Conditions;

namespace FashionGanTf.Studio.Api.Parameters;

/// <summary>Classes by their names or numbers; which there are only the model knows.</summary>
/// <param name="name">As in the address.</param>
/// <param name="description">One sentence for people.</param>
/// <param name="most">How many there may be.</param>
internal sealed class Classes(string name, string description, int most) : Parameter(name, description)
{
    internal override bool Repeats => most > 1;

    internal override JsonObject Schema
    {
        get
        {
            var one = new JsonObject { ["type"] = "string", ["maxLength"] = ClassNames.LongestName,
                ["examples"] = new JsonArray("sneaker", "t-shirt/top", "7") };
            return Repeats ? new JsonObject { ["type"] = "array", ["items"] = one, ["maxItems"] = most } : one;
        }
    }

    /// <summary>All of them; none after a fault, which is said to the query.</summary>
    internal IReadOnlyList<string> Read(Query query)
    {
        var names = query.All(this).Select(text => text ?? "").ToList();
        if (names.Count > most)
            query.Refuse(Name, $"is given {names.Count} times; {most} {(most == 1 ? "is" : "are")} the most here.");
        foreach (var text in names.Where(text => text.Length > ClassNames.LongestName || !text.Any(char.IsLetterOrDigit)))
            query.Refuse(Name, $"needs the name or the number of a class, not '{text}'.");
        return names;
    }

    /// <summary>Refuses those that a model has not.</summary>
    internal void RequireKnown(Query query, ClassNames known)
    {
        foreach (var text in query.All(this))
            try
            {
                known.Find(text ?? "");
            }
            catch (ArgumentException error)
            {
                query.Refuse(Name, error.Message);
            }
    }
}
