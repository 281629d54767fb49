namespace FashionGanTf.Generation.Recipes;

/// <summary>
/// The way from one picture's noise to another's: sin((1 - t) w) / sin(w) a + sin(t w) / sin(w) b with the angle w between a and b
/// (Shoemake, Animating Rotation with Quaternion Curves, 1985). Half of the way a straight line would be nearer to 0 than noise ever is,
/// and draw paler pictures.
/// </summary>
internal static class Arc
{
    /// <summary>A fraction of a degree: the arc is a line then, and the quotient of two small sines inexact.</summary>
    private const double SmallestSine = 1e-4;

    /// <summary>A point of the way.</summary>
    /// <param name="a">Where the way begins.</param>
    /// <param name="b">Where it ends; as many numbers.</param>
    /// <param name="position">How much of it is gone, 0 to 1; at both ends it is exactly that noise.</param>
    internal static float[] Between(float[] a, float[] b, double position)
    {
        if (position is 0 or 1)
            return position is 0 ? a : b;
        var (first, second) = Shares(a, b, position);
        var between = new float[a.Length];
        for (var i = 0; i < a.Length; i++)
            between[i] = (float)(first * a[i] + second * b[i]);
        return between;
    }

    /// <summary>The length of a vector.</summary>
    internal static double Norm(float[] vector)
    {
        double sum = 0;
        foreach (var value in vector)
            sum += (double)value * value;
        return Math.Sqrt(sum);
    }

    /// <summary>How much of each end.</summary>
    private static (double First, double Second) Shares(float[] a, float[] b, double position)
    {
        double product = 0;
        for (var i = 0; i < a.Length; i++)
            product += (double)a[i] * b[i];
        var lengths = Norm(a) * Norm(b);
        var angle = lengths > 0 ? Math.Acos(Math.Clamp(product / lengths, -1, 1)) : 0;
        var sine = Math.Sin(angle);
        return sine < SmallestSine
            ? (1 - position, position) : (Math.Sin((1 - position) * angle) / sine, Math.Sin(position * angle) / sine);
    }
}
