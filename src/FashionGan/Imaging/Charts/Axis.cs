using System.Globalization;

namespace FashionGanTf.Imaging.Charts;

/// <summary>An axis: where it begins and ends, and which numbers are marked.</summary>
/// <param name="From">Where it begins.</param>
/// <param name="To">Where it ends; more.</param>
/// <param name="Ticks">The marked numbers, from the least: multiples of 1, 2 or 5 times a power of ten.</param>
/// <param name="Labels">Their texts.</param>
internal sealed record Axis(double From, double To, IReadOnlyList<double> Ticks, IReadOnlyList<string> Labels)
{
    private const int MostDecimals = 5;
    private const double MostInDigits = 1e7;

    /// <summary>An axis with a few round numbers.</summary>
    /// <param name="from">Where it begins.</param>
    /// <param name="to">Where it ends; an axis that would have no length gets some.</param>
    /// <param name="most">The most numbers to mark; at least 2.</param>
    /// <param name="whole">Whether only whole numbers are marked.</param>
    internal static Axis Of(double from, double to, int most, bool whole = false)
    {
        // Less than this is lost among the digits of the numbers themselves.
        var least = 1e-9 * Math.Max(Math.Abs(from), Math.Abs(to));
        if (!(to - from > least))
        {
            var more = from == 0 ? 1 : Math.Abs(from) / 10;
            (from, to) = (from - more, from + more);
        }

        var step = Step((to - from) / most, whole);
        var ticks = new List<double>();
        for (var i = Math.Ceiling(from / step - 1e-9); i * step <= to + 1e-9 * step; i++)
            ticks.Add(i * step);
        return new Axis(from, to, ticks, ticks.ConvertAll(tick => Label(tick, step, Math.Max(Math.Abs(from), Math.Abs(to)))));
    }

    /// <summary>How far along the axis a number lies: 0 where it begins, 1 where it ends.</summary>
    internal double Share(double value) => (value - From) / (To - From);

    /// <summary>The least step of 1, 2 or 5 times a power of ten that is no shorter.</summary>
    private static double Step(double shortest, bool whole)
    {
        if (whole && shortest <= 1)
            return 1;
        var power = Math.Pow(10, Math.Floor(Math.Log10(shortest)));
        foreach (var factor in (int[])[1, 2, 5])
            if (factor * power >= shortest * (1 - 1e-9))
                return factor * power;
        return 10 * power;
    }

    private static string Label(double tick, double step, double largest)
    {
        var decimals = Math.Max(0, -(int)Math.Floor(Math.Log10(step) + 1e-9));
        if (decimals > MostDecimals || largest >= MostInDigits)
            return tick == 0 ? "0" : tick.ToString("0.###e0", CultureInfo.InvariantCulture);
        var text = tick.ToString("F" + decimals.ToString(CultureInfo.InvariantCulture), CultureInfo.InvariantCulture);
        return text.Trim('-', '0', '.').Length == 0 ? text.TrimStart('-') : text;
    }
}
