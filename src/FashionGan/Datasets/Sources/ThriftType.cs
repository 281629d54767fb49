namespace FashionGanTf.Datasets.Sources;

/// <summary>The type of a field or of a list's elements.</summary>
/// <param name="Codes">How the compact protocol tells it.</param>
/// <param name="Shape">What it has in it, where it is a structure.</param>
/// <param name="Element">What it has in it, where it is a list.</param>
internal sealed record ThriftType(int[] Codes, ThriftShape? Shape = null, ThriftType? Element = null)
{
    /// <summary>A whole number.</summary>
    internal static ThriftType Number { get; } = new([3, 4, 5, 6]);

    /// <summary>Bytes, or a text.</summary>
    internal static ThriftType Bytes { get; } = new([8]);

    /// <summary>A truth value.</summary>
    internal static ThriftType Truth { get; } = new([1, 2]);

    /// <summary>What must not be there.</summary>
    internal static ThriftType None { get; } = new([]);

    /// <summary>A structure.</summary>
    internal static ThriftType Of(ThriftShape shape) => new([12], shape);

    /// <summary>A list.</summary>
    internal static ThriftType ListOf(ThriftType element) => new([9], Element: element);
}
