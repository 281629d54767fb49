using System.CommandLine;
using FashionGanTf.Captions.Grammar;
using FashionGanTf.Conditions;
using FashionGanTf.Models;

namespace FashionGanTf.Cli.CommandLine;

/// <summary>The option <c>--model</c>: a generator's file, or the name of one that ships with the program.</summary>
internal static class ModelOption
{
    /// <summary>The model that ships with Fashion-MNIST's classes.</summary>
    internal const string WithClasses = "conditional";

    /// <summary>The model that ships with words.</summary>
    internal const string WithTexts = "text";

    /// <summary>The model that ships and knows what is asked for.</summary>
    /// <param name="asked">Classes or texts.</param>
    /// <returns>Null where none does, or nothing is asked for.</returns>
    internal static string? Knowing(IReadOnlyCollection<string> asked) => asked.Count == 0 ? null
        : asked.All(IsClass) ? WithClasses : asked.All(IsText) ? WithTexts : null;

    private static bool IsClass(string asked)
    {
        try
        {
            ClassNames.FashionMnist.Find(asked);
            return true;
        }
        catch (ArgumentException)
        {
            return false;
        }
    }

    /// <summary>Whether a word of it is one of captions, which the model has learned from.</summary>
    private static bool IsText(string asked) => Words.Of(asked).Exists(s_words.Value.Contains);

    private static readonly Lazy<HashSet<string>> s_words = new(() =>
    {
        var words = CaptionWords.All.SelectMany(Words.Of).ToHashSet();
        return [.. words, .. Synonyms.For(words).Keys];
    });

    /// <summary>The option.</summary>
    /// <param name="purpose">What the generator is for, in words that begin the help.</param>
    /// <param name="standard">What is taken where nobody says, for the help's end.</param>
    internal static Option<string?> Of(string purpose, string standard) => PathOption.Of(
        "--model", $"{purpose}: its weights, as train leaves them in run/, " +
            $"{string.Join(", ", FashionGan.PretrainedNames.SkipLast(1))} or {FashionGan.PretrainedNames[^1]}, which ship with the " +
            $"program [default: {standard}].", "FILE_OR_NAME");

    /// <summary>Whether this names one that ships; a file of that name is meant by ./ and the name.</summary>
    internal static bool IsShipped(string model) => FashionGan.PretrainedNames.Contains(model);

    /// <summary>The model that is named.</summary>
    /// <inheritdoc cref="FashionGan.Load"/>
    internal static FashionGan Load(string model) => IsShipped(model) ? FashionGan.Pretrained(model) : FashionGan.Load(model);
}
