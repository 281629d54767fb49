using System.Text.Json.Nodes;

namespace FashionGanTf.Studio.Api.Parameters;

/// <summary>A line of text for each picture, or none at all.</summary>
/// <param name="name">As in the address.</param>
/// <param name="description">One sentence for people.</param>
/// <param name="longest">Characters of a line at most.</param>
internal sealed class Lines(string name, string description, int longest) : Parameter(name, description)
{
    internal override bool Repeats => true;

    internal override JsonObject Schema => new()
    {
        ["type"] = "array", ["items"] = new JsonObject { ["type"] = "string", ["maxLength"] = longest },
    };

    /// <summary>As many lines as there are pictures, all empty where none is given.</summary>
    internal string[] Read(Query query, int pictures)
    {
        string[] lines = [.. query.All(this).Select(line => line ?? "")];
        if (lines.Length > 0 && lines.Length != pictures)
            query.Refuse(Name, $"is given {lines.Length} times for {pictures} pictures; give one for each, or none.");
        else if (lines.Any(line => line.Length > longest))
            query.Refuse(Name, $"has {longest} characters at most.");
        return lines.Length == pictures ? lines : [.. Enumerable.Repeat("", pictures)];
    }
}
