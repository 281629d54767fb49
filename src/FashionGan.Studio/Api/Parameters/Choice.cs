using System.Text.Json.Nodes;

namespace FashionGanTf.Studio.Api.Parameters;

/// <summary>One of some words; the first when it is not given.</summary>
/// <param name="name">As in the address.</param>
/// <param name="description">One sentence for people.</param>
/// <param name="words">The words.</param>
internal sealed class Choice(string name, string description, params string[] words) : Parameter(name, description)
{
    internal override JsonObject Schema => new()
    {
        ["type"] = "string",
        ["enum"] = new JsonArray([.. words.Select(word => JsonValue.Create(word))]),
        ["default"] = words[0],
    };

    /// <summary>The word.</summary>
    internal string Read(Query query)
    {
        if (query.Text(this) is not { } text)
            return words[0];
        if (words.Contains(text))
            return text;
        query.Refuse(Name, $"needs {string.Join(", ", words[..^1])} or {words[^1]}, not '{text}'.");
        return words[0];
    }
}
