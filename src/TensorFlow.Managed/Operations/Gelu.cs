namespace Tensorflow.Operations;

/// <summary>x Φ(x), Φ the normal distribution function: x / 2 (1 + erf(x / √2)), exact,
/// not the tanh approximation (Hendrycks, Gimpel 2016).</summary>
internal static class Gelu
{
    internal static Tensor Apply(Tensor x) => x * 0.5 * (1 + Erf.Apply(x * (1 / Math.Sqrt(2))));
}
