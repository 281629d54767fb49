using System.CommandLine;
using System.CommandLine.Parsing;

namespace FashionGanTf.Cli.CommandLine;

/// <summary>Reads a command line, and says what is wrong with it in one sentence.</summary>
internal static class UsageError
{
    /// <summary>What begins with @ is a name like any other, not a file to read options from.</summary>
    private static readonly ParserConfiguration s_plain = new() { ResponseFileTokenReplacer = null };

    /// <summary>Reads it.</summary>
    internal static ParseResult Parse(RootCommand root, string[] words) => root.Parse(words, s_plain);

    /// <summary>Requires that the grammar knows all of it.</summary>
    /// <exception cref="UsageException">It does not.</exception>
    internal static void RequireNone(ParseResult result)
    {
        foreach (var option in result.CommandResult.Children.OfType<OptionResult>())
            if (option.Tokens.FirstOrDefault(token => Options(result).Any(known => known.Name == token.Value)) is { } taken)
                throw new UsageException($"{option.Option.Name} has no value: '{taken.Value}', which follows it, is an option.");
        // Help clears the errors, not the tokens that nobody knew.
        if (result.Errors.Count > 0)
            throw new UsageException(result.UnmatchedTokens.Count > 0 ? Unknown(result.UnmatchedTokens[0], result)
                : Message(result.Errors[0]));
    }

    private static string Unknown(string word, ParseResult result)
    {
        var command = result.CommandResult.Command;
        if (word.StartsWith('-'))
            return $"There is no option '{word}'" + Suggestion.For(word, Options(result).Select(option => option.Name));
        return command.Subcommands.Count > 0
            ? $"There is no command '{word}'" + Suggestion.For(word, command.Subcommands.Select(known => known.Name))
            : $"'{word}' belongs to no option.";
    }

    /// <summary>Those of the command and of all commands.</summary>
    private static IEnumerable<Option> Options(ParseResult result) => result.CommandResult.Command.Options
        .Concat(result.RootCommandResult.Command.Options.Where(option => option.Recursive));

    private static string Message(ParseError error) => error.SymbolResult switch
    {
        OptionResult { IdentifierTokenCount: > 1, Option.Arity.MaximumNumberOfValues: 1 } result =>
            $"{result.Option.Name} is given {result.IdentifierTokenCount} times.",
        ArgumentResult { Tokens.Count: 0 } result => $"{result.Argument.Name} is missing: {result.Argument.Description}",
        _ => error.Message,
    };
}
