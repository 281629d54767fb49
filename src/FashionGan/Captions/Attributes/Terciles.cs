namespace FashionGanTf.Captions.Attributes;

/// <summary>
/// Where a number's thirds end within a class, with a margin at each edge in which no third is named. Measured once on the 60,000 training
/// pictures of Fashion-MNIST and kept in code, so that real and drawn pictures go by the same.
/// </summary>
/// <param name="Low">The 30th percentile: what is not above it is in the lowest third.</param>
/// <param name="MiddleFrom">The 37th percentile, where the middle third begins.</param>
/// <param name="MiddleTo">The 63rd percentile, where the middle third ends.</param>
/// <param name="High">The 70th percentile: what is not below it is in the highest third.</param>
public sealed record Terciles(double Low, double MiddleFrom, double MiddleTo, double High)
{
    /// <summary>Those of some numbers; a percentile is the number at that part of their order.</summary>
    /// <param name="numbers">One at least.</param>
    public static Terciles Of(IEnumerable<double> numbers)
    {
        var sorted = numbers.Order().ToArray();
        double At(double part) => sorted[(int)Math.Round(part * (sorted.Length - 1))];
        return new Terciles(At(0.30), At(0.37), At(0.63), At(0.70));
    }

    /// <summary>The third of a number: 0, 1 or 2, the highest; null near an edge.</summary>
    public int? Third(double number) =>
        number <= Low ? 0 : number >= High ? 2 : number >= MiddleFrom && number <= MiddleTo ? 1 : null;
}
