using System.Globalization;

namespace Tensorflow;

/// <summary>Floating-point numbers as NumPy prints them: the shortest digits that tell the number,
/// at most 8 after the point, points aligned.</summary>
internal static class FloatText
{
    private const int Digits = 8;

    /// <param name="values">The numbers.</param>
    /// <param name="shortest">The shortest text of each in its own type.</param>
    /// <param name="rank">0 for a number that stands alone.</param>
    internal static string[] Words(double[] values, string[] shortest, int rank)
    {
        double smallest = double.PositiveInfinity, largest = 0;
        foreach (var value in values)
        {
            var magnitude = Math.Abs(value);
            if (!double.IsFinite(magnitude) || magnitude == 0)
                continue;
            (smallest, largest) = (Math.Min(smallest, magnitude), Math.Max(largest, magnitude));
        }

        // NumPy's rule for when an array is better read with powers of ten; a number alone only where it is far from 1.
        var powers = rank == 0
            ? largest >= 1e16 || (largest > 0 && largest < 1e-4)
            : largest >= 1e8 || (largest > 0 && (smallest < 1e-4 || largest / smallest > 1000));
        var parts = new (string Whole, string Fraction, string Power)[values.Length];
        for (var i = 0; i < parts.Length; i++)
            parts[i] = !double.IsFinite(values[i]) ? (NotFinite(values[i]), "", "")
                : powers ? Scientific(values[i], shortest[i])
                : Plain(values[i], shortest[i], rank);
        return Join(values, parts, powers, rank);
    }

    private static string[] Join(double[] values, (string Whole, string Fraction, string Power)[] parts, bool powers, int rank)
    {
        int whole = 0, fraction = 0, power = 0, special = 0;
        for (var i = 0; i < parts.Length; i++)
        {
            if (!double.IsFinite(values[i]))
            {
                special = Math.Max(special, parts[i].Whole.Length);
                continue;
            }

            whole = Math.Max(whole, parts[i].Whole.Length);
            fraction = Math.Max(fraction, parts[i].Fraction.Length);
            power = Math.Max(power, parts[i].Power.Length);
        }

        whole = Math.Max(whole, special - 1 - fraction - power);
        // NumPy writes an array's 1.e-10 but a lone number's 1e-10.
        var point = rank == 0 && fraction == 0 ? "" : ".";
        var words = new string[parts.Length];
        for (var i = 0; i < words.Length; i++)
            words[i] = !double.IsFinite(values[i])
                ? parts[i].Whole.PadLeft(whole + 1 + fraction + power)
                : $"{parts[i].Whole.PadLeft(whole)}{point}{parts[i].Fraction.PadRight(fraction, powers ? '0' : ' ')}{parts[i].Power}";
        return words;
    }

    private static string NotFinite(double value) => double.IsNaN(value) ? "nan" : value > 0 ? "inf" : "-inf";

    private static (string, string, string) Plain(double value, string shortest, int rank)
    {
        // Within decimal's range by the rule above, but for a lone number beyond it.
        var number = decimal.Parse(shortest, NumberStyles.Float, CultureInfo.InvariantCulture);
        if (rank > 0)
            number = Math.Round(number, Digits);
        var text = Math.Abs(number).ToString("0.####################", CultureInfo.InvariantCulture).Split('.');
        return ((double.IsNegative(value) ? "-" : "") + text[0], text.Length > 1 ? text[1] : rank == 0 ? "0" : "", "");
    }

    private static (string, string, string) Scientific(double value, string shortest)
    {
        // A float's shortest text has at most nine digits, but its double's text would show digits that the float does not have.
        var parsed = double.Parse(shortest, CultureInfo.InvariantCulture);
        var text = Math.Abs(parsed).ToString($"E{Digits}", CultureInfo.InvariantCulture);
        var exponent = int.Parse(text[(text.IndexOf('E') + 1)..], CultureInfo.InvariantCulture);
        var power = $"e{(exponent < 0 ? '-' : '+')}{Math.Abs(exponent):00}";
        return ((double.IsNegative(value) ? "-" : "") + text[0], text[2..text.IndexOf('E')].TrimEnd('0'), power);
    }
}
