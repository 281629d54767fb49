using System.Globalization;
using System.Text.Json.Nodes;

namespace FashionGanTf.Studio.Api.Parameters;

/// <summary>A number within limits; none when it is not given.</summary>
/// <param name="name">As in the address.</param>
/// <param name="description">One sentence for people.</param>
/// <param name="least">The least that is right.</param>
/// <param name="most">The most that is right.</param>
internal sealed class DecimalNumber(string name, string description, double least, double most) : Parameter(name, description)
{
    internal override JsonObject Schema => new() { ["type"] = "number", ["minimum"] = least, ["maximum"] = most };

    /// <summary>The number; null when it is not given, or wrong.</summary>
    internal double? Read(Query query)
    {
        if (query.Text(this) is not { } text)
            return null;
        if (double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var value) && value >= least && value <= most)
            return value;
        query.Refuse(Name, string.Create(CultureInfo.InvariantCulture, $"needs a number from {least} to {most}, not '{text}'."));
        return null;
    }
}
