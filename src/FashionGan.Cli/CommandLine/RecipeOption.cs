using System.CommandLine;
using System.CommandLine.Parsing;
using FashionGanTf.Generation.Recipes;

namespace FashionGanTf.Cli.CommandLine;

/// <summary>Options that say what a picture is drawn from.</summary>
internal static class RecipeOption
{
    /// <summary>One picture; null when it is not given.</summary>
    internal static Option<Recipe?> Of(string name, string description) => new(name)
    {
        Description = description,
        HelpName = "PICTURE",
        CustomParser = result => Parse(result, name, result.Tokens[0].Value),
    };

    /// <summary>Any number of pictures, the option before each.</summary>
    internal static Option<Recipe[]> Many(string name, string description) => new(name)
    {
        Description = description,
        HelpName = "PICTURE",
        DefaultValueFactory = _ => [],
        CustomParser = result => [.. result.Tokens.Select(token => Parse(result, name, token.Value)!)],
    };

    private static Recipe? Parse(ArgumentResult result, string name, string text)
    {
        try
        {
            return Recipe.Parse(text);
        }
        catch (FormatException error)
        {
            result.AddError($"{name} '{text}' is no recipe of a picture: {error.Message}");
            return null;
        }
    }
}
