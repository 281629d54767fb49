namespace Tensorflow.Operations;

/// <summary>x / (1 + |x|).</summary>
internal static class Softsign
{
    internal static Tensor Apply(Tensor x) => x / (1 + Abs.Apply(x));
}
