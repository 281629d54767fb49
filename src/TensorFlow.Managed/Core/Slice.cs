using System.Globalization;

namespace Tensorflow;

/// <summary>Which elements of one axis an index takes, as Python writes it: <c>start:stop:step</c>,
/// one number, <c>...</c> or <c>newaxis</c>.</summary>
public sealed class Slice
{
    /// <summary>From start to before stop, every step-th.</summary>
    /// <param name="start">The first element; negative numbers count from the end;
    /// null for the first (with a negative step the last).</param>
    /// <param name="stop">The element to stop before; null to go through to the end.</param>
    /// <param name="step">The distance of neighbours, not 0; negative to go backwards.</param>
    /// <param name="isIndex">Whether only the element at the start is taken, and the axis goes.</param>
    /// <exception cref="ArgumentException">The step is 0, or an index has no start.</exception>
    public Slice(int? start = null, int? stop = null, int step = 1, bool isIndex = false)
    {
        if (step == 0)
            throw new ArgumentException("A slice's step must not be 0.");
        if (isIndex && start is null)
            throw new ArgumentException("A slice that is an index needs a start.");
        (Start, Stop, Step, IsIndex) = (start, stop, step, isIndex);
    }

    /// <summary>Python's notation for one axis: <c>1:3</c>, <c>::-1</c>, <c>:</c>, <c>2</c>, <c>...</c>, <c>newaxis</c>.</summary>
    /// <exception cref="ArgumentException">The text is none of these.</exception>
    public Slice(string notation)
    {
        var text = notation.Trim();
        var parts = text.Split(':');
        Step = 1;
        if (text == "...")
            IsEllipsis = true;
        else if (text is "newaxis" or "np.newaxis")
            IsNewAxis = true;
        else if (parts.Length == 1)
            (Start, IsIndex) = (Number(text, notation), true);
        else if (parts.Length <= 3)
            (Start, Stop, Step) = (Optional(parts[0], notation), Optional(parts[1], notation),
                (parts.Length == 3 ? Optional(parts[2], notation) : null) ?? 1);
        else
            throw Wrong(notation);
        if (Step == 0)
            throw Wrong(notation);
    }

    /// <summary>The whole axis, <c>:</c>.</summary>
    public static Slice All { get; } = new(null, null);

    /// <summary>As many whole axes as are left, <c>...</c>.</summary>
    public static Slice Ellipsis { get; } = new("...");

    /// <summary>A new axis of size 1.</summary>
    public static Slice NewAxis { get; } = new("newaxis");

    /// <summary>The first element, or for an index the element; null for the end where the walk starts.</summary>
    public int? Start { get; }

    /// <summary>The element to stop before; null to go through to the end.</summary>
    public int? Stop { get; }

    /// <summary>The distance of neighbours.</summary>
    public int Step { get; }

    /// <summary>True when one element is taken and the axis goes.</summary>
    public bool IsIndex { get; }

    /// <summary>True for <c>...</c>.</summary>
    public bool IsEllipsis { get; }

    /// <summary>True for a new axis.</summary>
    public bool IsNewAxis { get; }

    /// <summary>One element; the axis goes.</summary>
    public static Slice Index(int index) => new(index, isIndex: true);

    /// <summary>Slices from Python's notation with commas: <c>1:3, :, ::2</c>.</summary>
    public static Slice[] ParseSlices(string notation) => Array.ConvertAll(notation.Split(','), part => new Slice(part));

    /// <summary>Where the walk along an axis starts and how many elements it meets,
    /// after Python's rules: what lies outside is left out.</summary>
    internal (long Begin, long Count) Within(long size)
    {
        long lowest = Step > 0 ? 0 : -1, highest = Step > 0 ? size : size - 1;
        var begin = Start is { } start ? Math.Clamp(start < 0 ? start + size : start, lowest, highest) : Step > 0 ? lowest : highest;
        var end = Stop is { } stop ? Math.Clamp(stop < 0 ? stop + size : stop, lowest, highest) : Step > 0 ? highest : lowest;
        var count = Math.Max(0, Step > 0 ? (end - begin + Step - 1) / Step : (begin - end - Step - 1) / -Step);
        return (count == 0 ? 0 : begin, count);
    }

    /// <inheritdoc/>
    public override string ToString() =>
        IsEllipsis ? "..." : IsNewAxis ? "newaxis" : IsIndex ? $"{Start}" : Step == 1 ? $"{Start}:{Stop}" : $"{Start}:{Stop}:{Step}";

    private static int? Optional(string text, string notation) => string.IsNullOrWhiteSpace(text) ? null : Number(text, notation);

    private static int Number(string text, string notation) =>
        int.TryParse(text, NumberStyles.AllowLeadingSign | NumberStyles.AllowLeadingWhite | NumberStyles.AllowTrailingWhite,
            CultureInfo.InvariantCulture, out var number)
            ? number
            : throw Wrong(notation);

    private static ArgumentException Wrong(string notation) =>
        new($"'{notation}' is not a slice; write start:stop:step (each may be left out, the step is not 0), one number, ... or newaxis.");

    /// <summary>One element; the axis goes.</summary>
    public static implicit operator Slice(int index) => Index(index);

    /// <summary>One element, which may count from the end; the axis goes.</summary>
    public static implicit operator Slice(Index index) => Index(index.IsFromEnd ? -index.Value : index.Value);

    /// <summary>C#'s range.</summary>
    public static implicit operator Slice(Range range) => new(Bound(range.Start), Bound(range.End));

    /// <summary>Python's notation.</summary>
    public static implicit operator Slice(string notation) => new(notation);

    /// <summary>^0 is the end itself, which Python leaves out.</summary>
    private static int? Bound(Index bound) => !bound.IsFromEnd ? bound.Value : bound.Value == 0 ? null : -bound.Value;
}
