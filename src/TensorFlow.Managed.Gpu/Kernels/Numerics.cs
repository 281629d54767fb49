using ILGPU;

namespace Tensorflow.Devices.Gpu.Kernels;

/// <summary>
/// Functions that a graphics card has only approximately, computed in double precision from additions, multiplications and bits, so that
/// a float32 result is right to the last bit or nearly so, and the same on every card. Relative errors are below 1e-14 unless it is said.
/// </summary>
internal static class Numerics
{
    private const double Ln2High = 6.93147180369123816490e-01, Ln2Low = 1.90821492927058770002e-10;
    private const ulong MantissaBits = (1UL << 52) - 1;

    /// <summary>e^x = 2^k e^r with |r| at most ln(2) / 2, where Taylor's series to the 13th power is exact.</summary>
    internal static double Exp(double x)
    {
        if (x != x)
            return x;
        if (x > 709.782712893384)
            return double.PositiveInfinity;
        if (x < -745.2)
            return 0;
        var k = (int)(x * 1.44269504088896340736 + (x < 0 ? -0.5 : 0.5));
        var r = x - k * Ln2High - k * Ln2Low;
        var sum = 1 + r / 13;
        sum = 1 + r / 12 * sum;
        sum = 1 + r * (1.0 / 11) * sum;
        sum = 1 + r * (1.0 / 10) * sum;
        sum = 1 + r * (1.0 / 9) * sum;
        sum = 1 + r * (1.0 / 8) * sum;
        sum = 1 + r * (1.0 / 7) * sum;
        sum = 1 + r * (1.0 / 6) * sum;
        sum = 1 + r * (1.0 / 5) * sum;
        sum = 1 + r * (1.0 / 4) * sum;
        sum = 1 + r * (1.0 / 3) * sum;
        sum = 1 + r * (1.0 / 2) * sum;
        sum = 1 + r * sum;
        // In two steps: 2^k alone may be too small or too large for a normal number.
        var half = k / 2;
        return sum * PowerOfTwo(half) * PowerOfTwo(k - half);
    }

    /// <summary>ln x = e ln 2 + ln m with m between sqrt(1/2) and sqrt(2): 2 artanh((m - 1) / (m + 1)) as a series.</summary>
    internal static double Log(double x)
    {
        if (x != x || x < 0)
            return double.NaN;
        if (x == 0)
            return double.NegativeInfinity;
        if (x == double.PositiveInfinity)
            return x;
        var e = -1023;
        if (x < 2.2250738585072014e-308)
        {
            x *= 18014398509481984.0;
            e -= 54;
        }

        var bits = Interop.FloatAsInt(x);
        e += (int)(bits >> 52);
        var m = Interop.IntAsFloat((bits & MantissaBits) | (1023UL << 52));
        if (m > 1.4142135623730951)
        {
            m *= 0.5;
            e++;
        }

        var f = (m - 1) / (m + 1);
        var s = f * f;
        var sum = 1.0 / 21;
        sum = sum * s + 1.0 / 19;
        sum = sum * s + 1.0 / 17;
        sum = sum * s + 1.0 / 15;
        sum = sum * s + 1.0 / 13;
        sum = sum * s + 1.0 / 11;
        sum = sum * s + 1.0 / 9;
        sum = sum * s + 1.0 / 7;
        sum = sum * s + 1.0 / 5;
        sum = sum * s + 1.0 / 3;
        return e * Ln2High + (e * Ln2Low + 2 * f * s * sum + 2 * f);
    }

    /// <summary>sin x. The error grows with x beyond a million, as the distance to a multiple of pi / 2 loses digits.</summary>
    internal static double Sin(double x) => Quadrant(x, 0);

    /// <summary>cos x, as accurate as <see cref="Sin"/>.</summary>
    internal static double Cos(double x) => Quadrant(x, 1);

    /// <summary>tanh x = 1 - 2 / (e^2x + 1); near 0, where that cancels, its series.</summary>
    internal static double Tanh(double x)
    {
        var z = x < 0 ? -x : x;
        if (z < 0.01)
        {
            var s = x * x;
            return x * (1 + s * (-1.0 / 3 + s * (2.0 / 15 - s * (17.0 / 315))));
        }

        var y = 1 - 2 / (Exp(2 * z) + 1);
        return x < 0 ? -y : y;
    }

    /// <summary>1 / (1 + e^-x).</summary>
    internal static double Sigmoid(double x) => 1 / (1 + Exp(-x));

    /// <summary>ln(1 + x) without loss where x is small: Kahan's correction, as in Higham, Accuracy and Stability,
    /// section 1.14.1.</summary>
    internal static double Log1p(double x)
    {
        var u = 1 + x;
        if (u == 1)
            return x;
        return u == double.PositiveInfinity || u == 0 ? Log(u) : Log(u) * (x / (u - 1));
    }

    /// <summary>ln(1 + e^x) = max(x, 0) + ln(1 + e^-|x|), which cannot overflow.</summary>
    internal static double Softplus(double x) => (x < 0 ? 0 : x) + Log1p(Exp(x < 0 ? x : -x));

    /// <summary>erf x: near 0 the series of Abramowitz and Stegun 7.1.6, further out the continued fraction 7.1.14.</summary>
    internal static double Erf(double x)
    {
        if (x != x)
            return x;
        var z = x < 0 ? -x : x;
        double y = 1;
        if (z < 2.5)
        {
            double term = z, sum = z;
            for (var n = 1; term > sum * 1e-17; n++)
            {
                term *= 2 * z * z / (2 * n + 1);
                sum += term;
            }

            y = 1.1283791670955126 * Exp(-z * z) * sum;
        }
        else if (z <= 6)
        {
            var fraction = z;
            for (var n = 60; n >= 1; n--)
                fraction = z + n * 0.5 / fraction;
            y = 1 - Exp(-z * z) / (1.7724538509055159 * fraction);
        }

        return x < 0 ? -y : y;
    }

    /// <summary>The largest whole number that is not above x.</summary>
    internal static double Floor(double x)
    {
        if (!(x > -4503599627370496.0 && x < 4503599627370496.0))
            return x;
        var whole = (double)(long)x;
        return whole > x ? whole - 1 : whole;
    }

    /// <summary>The nearest whole number; of two the even one.</summary>
    internal static double Round(double x)
    {
        if (!(x > -4503599627370496.0 && x < 4503599627370496.0))
            return x;
        var below = Floor(x);
        var rest = x - below;
        return rest > 0.5 || (rest == 0.5 && ((long)below & 1) != 0) ? below + 1 : below;
    }

    /// <summary>a^b, for a negative a where b is a whole number.</summary>
    internal static double Pow(double a, double b)
    {
        if (b == 0 || a == 1)
            return 1;
        if (a != a || b != b)
            return double.NaN;
        var isWhole = Floor(b) == b;
        var isOdd = isWhole && b < 9007199254740992.0 && b > -9007199254740992.0 && ((long)b & 1) != 0;
        if (a == 0)
            return b > 0 ? (isOdd ? a : 0) : double.PositiveInfinity;
        if (a > 0)
            return Exp(b * Log(a));
        if (!isWhole)
            return double.NaN;
        var y = Exp(b * Log(-a));
        return isOdd ? -y : y;
    }

    private static double PowerOfTwo(int exponent) => Interop.IntAsFloat((ulong)(exponent + 1023) << 52);

    /// <summary>sin(x + quarters pi / 2): x is brought to at most pi / 4 by Cody and Waite's method, then Taylor's series serve.</summary>
    private static double Quadrant(double x, int quarters)
    {
        if (!(x > -1e15 && x < 1e15))
            return double.NaN;
        var k = (long)(x * 0.63661977236758134308 + (x < 0 ? -0.5 : 0.5));
        var r = x - k * 1.57079632673412561417;
        r -= k * 6.07710050630396597660e-11;
        r -= k * 2.02226624879595063154e-21;
        var s = r * r;
        double y;
        var quadrant = (int)(k + quarters) & 3;
        if ((quadrant & 1) == 0)
        {
            y = -1.0 / 1307674368000;
            y = y * s + 1.0 / 6227020800;
            y = y * s - 1.0 / 39916800;
            y = y * s + 1.0 / 362880;
            y = y * s - 1.0 / 5040;
            y = y * s + 1.0 / 120;
            y = y * s - 1.0 / 6;
            y = r + r * s * y;
        }
        else
        {
            y = 1.0 / 20922789888000;
            y = y * s - 1.0 / 87178291200;
            y = y * s + 1.0 / 479001600;
            y = y * s - 1.0 / 3628800;
            y = y * s + 1.0 / 40320;
            y = y * s - 1.0 / 720;
            y = y * s + 1.0 / 24;
            y = y * s - 0.5;
            y = 1 + s * y;
        }

        return quadrant < 2 ? y : -y;
    }
}
