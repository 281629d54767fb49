using System.Collections;
using System.Globalization;
using System.Text;
using Tensorflow.Serialization;

namespace FashionGanTf.Conditions;

/// <summary>What the classes of a data set or of a model are called, in the order of their labels; none for a model without
/// classes.</summary>
public sealed class ClassNames : IReadOnlyList<string>, IConditions
{
    /// <summary>The most classes: labels are bytes.</summary>
    public const int Most = 256;

    /// <summary>The longest name, in characters.</summary>
    public const int LongestName = 64;

    private readonly string[] _names;

    /// <summary>Names.</summary>
    /// <param name="names">Different from each other, lines of text of up to <see cref="LongestName"/> characters.</param>
    /// <exception cref="ArgumentException">One is empty, too long, no line of text, or there twice; or there are too many.</exception>
    public ClassNames(params IEnumerable<string> names)
    {
        _names = [.. names.Select(name => name.Trim())];
        if (_names.Length > Most)
            throw new ArgumentException($"There are {_names.Length} classes; {Most} is the most.");
        if (Array.Find(_names, name => name.Length is 0 or > LongestName || name.Any(char.IsControl)) is { } wrong)
            throw new ArgumentException($"'{OneLine.Of(wrong)}' is no name of a class: 1 to {LongestName} characters are.");
        if (_names.GroupBy(Plain).FirstOrDefault(same => same.Count() > 1) is { } twice)
            throw new ArgumentException($"Two classes cannot be told apart by name: {string.Join(", ", twice)}.");
    }

    /// <summary>No classes.</summary>
    public static ClassNames None { get; } = new();

    /// <summary>The ten classes of Fashion-MNIST.</summary>
    public static ClassNames FashionMnist { get; } = new(
        "T-shirt", "trouser", "pullover", "dress", "coat", "sandal", "shirt", "sneaker", "bag", "ankle boot");

    /// <inheritdoc/>
    public int Count => _names.Length;

    /// <inheritdoc/>
    public string this[int index] => _names[index];

    /// <inheritdoc/>
    int IConditions.Size => Count;

    /// <inheritdoc/>
    float[] IConditions.Of(string asked) => Condition.Of(Find(asked), Count);

    /// <inheritdoc/>
    string IConditions.InTurn(long picture) => this[Condition.InTurn(picture, Count)];

    /// <summary>Names for classes that nobody named: <c>class 0</c>, <c>class 1</c>, ...</summary>
    public static ClassNames Numbered(int count) =>
        new(Enumerable.Range(0, count).Select(number => string.Create(CultureInfo.InvariantCulture, $"class {number}")));

    /// <summary>
    /// The class that a text means: its number, or its name, whatever the case, hyphens and blanks: <c>7</c>, <c>sneaker</c>,
    /// <c>Ankle-Boot</c>, <c>t-shirt</c>, <c>T-shirt/top</c>, <c>sneakers</c>; also a part of one name only, <c>boot</c>.
    /// </summary>
    /// <returns>Its label.</returns>
    /// <exception cref="ArgumentException">No class is meant, or there are none; the one-line message lists those that are.</exception>
    public int Find(string text)
    {
        if (Count == 0)
            throw new ArgumentException(
                $"The model has no classes, so it cannot draw '{OneLine.Of(text)}'.");
        if (int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number < Count)
            return number;
        // Fashion-MNIST's own list says T-shirt/top.
        foreach (var part in text.Split('/').Prepend(text).Select(Plain).Where(part => part.Length > 0))
            if (Array.FindIndex(_names, name => Plain(name) == part) is >= 0 and var exact)
                return exact;
        var words = Plain(text);
        var containing = words.Length == 0 ? [] : Enumerable.Range(0, Count).Where(i => Plain(_names[i]).Contains(words)).ToList();
        return containing.Count == 1 ? containing[0] : throw new ArgumentException(
            $"There is no class '{OneLine.Of(text)}'; there are {string.Join(", ", _names.Select((name, label) => $"{label} {name}"))}.");
    }

    /// <summary>A name as recipes write it, in links, tables and command lines alike: small letters, and a hyphen for what is no letter, no
    /// digit and no slash, as <c>ankle-boot</c> or <c>t-shirt/top</c>. <see cref="Find"/> reads it as it reads the name.</summary>
    /// <exception cref="ArgumentException">It has no letter and no digit.</exception>
    public static string Written(string name)
    {
        var written = new StringBuilder();
        foreach (var sign in name)
            if (Words.IsPart(sign) || sign == '/')
                written.Append(char.ToLowerInvariant(sign));
            else if (written.Length > 0 && written[^1] != '-')
                written.Append('-');
        var text = written.ToString().TrimEnd('-');
        return text.Any(char.IsLetterOrDigit) ? text : throw new ArgumentException($"'{OneLine.Of(name)}' is no name of a class.");
    }

    /// <inheritdoc/>
    public IEnumerator<string> GetEnumerator() => ((IEnumerable<string>)_names).GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    /// <summary>What of a name must be right: its letters and digits, and no plural.</summary>
    private static string Plain(string name)
    {
        var letters = string.Concat(name.Where(char.IsLetterOrDigit)).ToLowerInvariant();
        return letters.Length > 1 && letters.EndsWith('s') ? letters[..^1] : letters;
    }
}
