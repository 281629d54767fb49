namespace Tensorflow.Operations;

/// <summary>scale (x where it is positive, else alpha (e^x - 1)): it keeps mean 0 and variance 1
/// (Klambauer et al., arXiv 1706.02515).</summary>
internal static class Selu
{
    private const double Scale = 1.0507009873554805;
    private const double Alpha = 1.6732632423543772;

    internal static Tensor Apply(Tensor x)
    {
        var y = Elu.Apply(x);
        return Where.Apply(y < 0, y * Alpha, y) * Scale;
    }
}
