namespace Tensorflow.Operations;

/// <summary>x tanh(ln(1 + e^x)) (Misra, arXiv 1908.08681).</summary>
internal static class Mish
{
    internal static Tensor Apply(Tensor x) => x * Tanh.Apply(Softplus.Apply(x));
}
