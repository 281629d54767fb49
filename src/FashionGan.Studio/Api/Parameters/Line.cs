using System.Text.Json.Nodes;

namespace FashionGanTf.Studio.Api.Parameters;

/// <summary>A line of text.</summary>
/// <param name="name">As in the address.</param>
/// <param name="description">One sentence for people.</param>
/// <param name="longest">Its characters at most.</param>
internal sealed class Line(string name, string description, int longest) : Parameter(name, description)
{
    internal override JsonObject Schema => new() { ["type"] = "string", ["maxLength"] = longest };

    /// <summary>The line; empty where it is not given.</summary>
    internal string Read(Query query)
    {
        var line = query.Text(this) ?? "";
        if (line.Length > longest)
            query.Refuse(Name, $"has {longest} characters at most.");
        return line;
    }
}
