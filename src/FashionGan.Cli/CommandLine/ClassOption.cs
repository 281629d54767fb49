using System.CommandLine;
using System.Globalization;
using FashionGanTf.Conditions;

namespace FashionGanTf.Cli.CommandLine;

/// <summary>A class or a text that is asked for, and how many pictures of it.</summary>
/// <param name="Class">The class's name or number, or the text; the model is to know it.</param>
/// <param name="Count">At least 1; null where nobody says it.</param>
internal sealed record ClassOption(string Class, int? Count)
{
    /// <summary>Any number of classes, the option before each.</summary>
    internal static Option<ClassOption[]> Many(string name, string description, int most) => new(name)
    {
        Description = description,
        HelpName = "CLASS[:N]",
        DefaultValueFactory = _ => [],
        CustomParser = result =>
        {
            var classes = result.Tokens.Select(token => Parse(token.Value)).ToArray();
            if (Array.Find(classes, asked => asked.Class.Length == 0 || asked.Count is < 1 || asked.Count > most) is not null)
                result.AddError($"{name} needs a class, or a class and a number from 1 to {most}, as sneaker:8; not " +
                    $"'{result.Tokens[^1].Value}'.");
            return classes;
        },
    };

    /// <summary>Any number of texts, the option before each.</summary>
    internal static Option<ClassOption[]> Texts(string name, string description) => new(name)
    {
        Description = description,
        HelpName = "TEXT",
        DefaultValueFactory = _ => [],
        CustomParser = result =>
        {
            var texts = result.Tokens.Select(token => token.Value).ToArray();
            if (Array.Find(texts, text => text.Length > Vocabulary.MostCharacters) is { } longest)
                result.AddError($"{name}: a text has {Vocabulary.MostCharacters} characters at most, this one {longest.Length}.");
            else if (Array.Exists(texts, text => Words.Of(text).Count == 0))
                result.AddError($"{name} needs words, as \"dark sleeveless dress\".");
            else if (Array.Find(texts, text => Parse(text).Count is not null) is { } counted)
                result.AddError($"{name} takes no number of pictures, as '{counted}' has; --count says how many, of all texts together.");
            else
                return Array.ConvertAll(texts, text => new ClassOption(text, null));
            return [];
        },
    };

    /// <summary>A number after the last colon is one of pictures.</summary>
    private static ClassOption Parse(string text)
    {
        var colon = text.LastIndexOf(':');
        return colon >= 0 && int.TryParse(text.AsSpan(colon + 1), NumberStyles.None, CultureInfo.InvariantCulture, out var count)
            ? new ClassOption(text[..colon].Trim(), count) : new ClassOption(text.Trim(), null);
    }
}
