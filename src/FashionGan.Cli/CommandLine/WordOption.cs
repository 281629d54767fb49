using System.CommandLine;

namespace FashionGanTf.Cli.CommandLine;

/// <summary>Options that are a word, a colour say; whoever uses it knows which words will do.</summary>
internal static class WordOption
{
    /// <summary>An option.</summary>
    /// <param name="name">Its name.</param>
    /// <param name="description">What it does.</param>
    /// <param name="word">What kind of word it takes, for the help.</param>
    internal static Option<string?> Of(string name, string description, string word) => new(name)
    {
        Description = description,
        HelpName = word,
        CustomParser = result =>
        {
            var text = result.Tokens[0].Value;
            if (string.IsNullOrWhiteSpace(text))
                result.AddError($"{name} needs a {word.ToLowerInvariant()}, not '{text}'.");
            return text;
        },
    };
}
