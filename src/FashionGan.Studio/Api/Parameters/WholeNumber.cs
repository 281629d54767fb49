using System.Globalization;
using System.Text.Json.Nodes;

namespace FashionGanTf.Studio.Api.Parameters;

/// <summary>A whole number within limits.</summary>
/// <param name="name">As in the address.</param>
/// <param name="description">One sentence for people.</param>
/// <param name="least">The least that is right.</param>
/// <param name="most">The most that is right.</param>
/// <param name="standard">What it is when it is not given; null where that depends.</param>
internal sealed class WholeNumber(string name, string description, int least, int most, int? standard) : Parameter(name, description)
{
    internal override JsonObject Schema
    {
        get
        {
            var schema = new JsonObject { ["type"] = "integer", ["minimum"] = least, ["maximum"] = most };
            if (standard is not null)
                schema["default"] = standard;
            return schema;
        }
    }

    /// <summary>The number; what it is by default when it is not given, or wrong.</summary>
    internal int? Read(Query query)
    {
        if (query.Text(this) is not { } text)
            return standard;
        if (int.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var value) && value >= least
            && value <= most)
            return value;
        query.Refuse(Name, $"needs a whole number from {least} to {most}, not '{text}'.");
        return standard;
    }
}
