using System.Text.RegularExpressions;

namespace Tensorflow.Keras.Engine;

/// <summary>The names that layers get when they are given none: <c>dense</c>, <c>dense_1</c>, ..., as Keras counts them.</summary>
internal static partial class LayerNames
{
    private static readonly Dictionary<string, int> s_counts = [];

    /// <summary>The next name of a kind. Counting starts at the bare name, or for inputs at 1.</summary>
    internal static string Next(string kind, bool zeroBased = true)
    {
        lock (s_counts)
        {
            var count = s_counts.GetValueOrDefault(kind);
            s_counts[kind] = count + 1;
            return zeroBased ? Numbered(kind, count) : $"{kind}_{count + 1}";
        }
    }

    internal static string Numbered(string kind, int count) => count == 0 ? kind : $"{kind}_{count}";

    /// <summary><c>Conv2DTranspose</c> as <c>conv2d_transpose</c>, by Keras' two rules (generic_utils.to_snake_case).</summary>
    internal static string SnakeCase(string name) =>
        LowerThenUpper().Replace(WordStart().Replace(name, "$1_$2"), "$1_$2").ToLowerInvariant();

    [GeneratedRegex("(.)([A-Z][a-z0-9]+)")]
    private static partial Regex WordStart();

    [GeneratedRegex("([a-z])([A-Z])")]
    private static partial Regex LowerThenUpper();
}
