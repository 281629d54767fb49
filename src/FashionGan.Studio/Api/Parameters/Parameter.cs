using System.Text.Json.Nodes;

namespace FashionGanTf.Studio.Api.Parameters;

/// <summary>A parameter of a request: the one place that says how it is read, what is refused, and how OpenAPI describes it.</summary>
/// <param name="name">As in the address.</param>
/// <param name="description">One sentence for people.</param>
internal abstract class Parameter(string name, string description)
{
    internal string Name => name;

    internal string Description => description;

    /// <summary>Whether a request may have several.</summary>
    internal virtual bool Repeats => false;

    /// <summary>Whether a request must have it.</summary>
    internal virtual bool IsNeeded => false;

    /// <summary>A JSON schema of what it takes.</summary>
    internal abstract JsonObject Schema { get; }
}
