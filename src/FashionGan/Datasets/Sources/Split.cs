using System.Text.RegularExpressions;

namespace FashionGanTf.Datasets.Sources;

/// <summary>A part of a data set.</summary>
public enum Split
{
    /// <summary>What is trained on.</summary>
    Train,

    /// <summary>What settings are chosen by.</summary>
    Validation,

    /// <summary>What is judged by.</summary>
    Test,
}

/// <summary>The names that parts of data sets go by.</summary>
internal static partial class SplitName
{
    /// <summary>The part that a word means, however it is spelt: <c>train</c>, <c>Training</c>, <c>val</c>, <c>test_set</c>; null for other
    /// words.</summary>
    internal static Split? Find(string word) => Name().Match(word) is not { Success: true } match ? null
        : match.Groups["train"].Success ? Split.Train
        : match.Groups["validation"].Success ? Split.Validation : Split.Test;

    [GeneratedRegex("^((?<train>train(ing)?)|(?<validation>val(id(ation)?)?|dev)|test(ing)?)([-_ ]?(set|data|images))?$",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex Name();
}
