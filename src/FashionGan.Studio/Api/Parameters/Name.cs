using System.Text.Json.Nodes;

namespace FashionGanTf.Studio.Api.Parameters;

/// <summary>The name of something that only the running program knows.</summary>
/// <param name="name">As in the address.</param>
/// <param name="description">One sentence for people.</param>
internal sealed class Name(string name, string description) : Parameter(name, description)
{
    internal override JsonObject Schema => new() { ["type"] = "string" };

    /// <summary>The name; null when it is not given.</summary>
    internal string? Read(Query query) => query.Text(this);
}
