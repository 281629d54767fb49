using System.CommandLine;
using System.Globalization;
using System.Numerics;

namespace FashionGanTf.Cli.CommandLine;

/// <summary>Options that are numbers within limits; what is wrong with one is said in words that a user knows.</summary>
internal static class NumberOption
{
    /// <summary>A number that has a default.</summary>
    /// <param name="name">The option.</param>
    /// <param name="description">What it does.</param>
    /// <param name="value">What it is when it is not given.</param>
    /// <param name="least">The least that is allowed.</param>
    /// <param name="most">The most that is allowed.</param>
    internal static Option<T> Of<T>(string name, string description, T value, T least, T most) where T : struct, INumber<T> =>
        new(name) { Description = description, HelpName = "N", DefaultValueFactory = _ => value, CustomParser = result =>
            Parse(result, least, most) };

    /// <summary>A number that is null when it is not given.</summary>
    /// <inheritdoc cref="Of{T}"/>
    internal static Option<T?> Optional<T>(string name, string description, T least, T most) where T : struct, INumber<T> =>
        new(name) { Description = description, HelpName = "N", CustomParser = result => Parse(result, least, most) };

    /// <summary>Any number of numbers, the option before each.</summary>
    /// <inheritdoc cref="Of{T}"/>
    internal static Option<T[]> Many<T>(string name, string description, T least, T most) where T : struct, INumber<T> =>
        new(name) { Description = description, HelpName = "N", DefaultValueFactory = _ => [], CustomParser = result =>
            [.. result.Tokens.Select(token => Parse(result, token.Value, least, most))] };

    private static T Parse<T>(System.CommandLine.Parsing.ArgumentResult result, T least, T most) where T : struct, INumber<T> =>
        Parse(result, result.Tokens[0].Value, least, most);

    private static T Parse<T>(System.CommandLine.Parsing.ArgumentResult result, string text, T least, T most) where T : struct, INumber<T>
    {
        // Comparisons with what is not a number are false, so NaN does not pass.
        if (T.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var value) && value >= least && value <= most)
            return value;
        var kind = T.IsInteger(least) && typeof(T) != typeof(float) && typeof(T) != typeof(double) ? "a whole number" : "a number";
        var option = (result.Parent as System.CommandLine.Parsing.OptionResult)?.Option.Name;
        result.AddError($"{option} needs {kind} from {least} to {most}, not '{text}'.");
        return default;
    }
}
