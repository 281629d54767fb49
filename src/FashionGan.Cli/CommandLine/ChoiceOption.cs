using System.CommandLine;

namespace FashionGanTf.Cli.CommandLine;

/// <summary>Options that are one of a few words or numbers.</summary>
internal static class ChoiceOption
{
    /// <summary>An option.</summary>
    /// <param name="name">Its name.</param>
    /// <param name="description">What it does.</param>
    /// <param name="choices">What can be chosen, at least two.</param>
    /// <param name="read">What a choice means.</param>
    /// <returns>Its value is null, or that of its type, when it is not given.</returns>
    internal static Option<T?> Of<T>(string name, string description, IReadOnlyList<string> choices, Func<string, T> read)
    {
        var option = new Option<T?>(name)
        {
            Description = description,
            HelpName = string.Join('|', choices),
            CustomParser = result =>
            {
                var text = result.Tokens[0].Value;
                if (choices.Contains(text))
                    return read(text);
                result.AddError($"{name} needs {string.Join(", ", choices.SkipLast(1))} or {choices[^1]}, not " +
                    $"'{text}'{Suggestion.For(text, choices)}");
                return default;
            },
        };
        option.CompletionSources.Add([.. choices]);
        return option;
    }
}
