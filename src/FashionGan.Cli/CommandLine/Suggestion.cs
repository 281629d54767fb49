using FashionGanTf.Conditions;

namespace FashionGanTf.Cli.CommandLine;

/// <summary>What was probably meant by a word that nobody knows.</summary>
internal static class Suggestion
{
    /// <summary><c>; did you mean train?</c>, or a full stop where no name is near.</summary>
    /// <param name="word">As the user wrote it.</param>
    /// <param name="names">What it could have been.</param>
    internal static string For(string word, IEnumerable<string> names) =>
        NearestWords.Of(word, names).FirstOrDefault() is { } name ? $"; did you mean {name}?" : ".";
}
