namespace Tensorflow.Devices.Cpu;

/// <summary>The error function, which .NET's library lacks.</summary>
internal static class ErrorFunction
{
    /// <summary>
    /// erf(x), relative error below 1e-14: the Maclaurin series of erf near 0 (Abramowitz and Stegun 7.1.6), the continued fraction of
    /// erfc further out (7.1.14), evaluated by Lentz' method.
    /// </summary>
    internal static double Erf(double x)
    {
        var z = Math.Abs(x);
        if (double.IsNaN(x))
            return x;
        if (z > 6)
            return Math.Sign(x);
        return Math.Sign(x) * (z < 2.5 ? Series(z) : 1 - ContinuedFraction(z));
    }

    private static double Series(double z)
    {
        // erf z = 2/sqrt(pi) e^(-z^2) sum_n 2^n z^(2n+1) / (1 * 3 * ... * (2n+1)): all terms positive, nothing cancels.
        double term = z, sum = z;
        for (var n = 1; term > sum * 1e-17; n++)
        {
            term *= 2 * z * z / (2 * n + 1);
            sum += term;
        }

        return 2 / Math.Sqrt(Math.PI) * Math.Exp(-z * z) * sum;
    }

    private static double ContinuedFraction(double z)
    {
        // erfc z = e^(-z^2)/sqrt(pi) * 1/(z + (1/2)/(z + 1/(z + (3/2)/(z + ...)))), from its tail.
        var fraction = z;
        for (var n = 60; n >= 1; n--)
            fraction = z + n / 2.0 / fraction;
        return Math.Exp(-z * z) / (Math.Sqrt(Math.PI) * fraction);
    }
}
