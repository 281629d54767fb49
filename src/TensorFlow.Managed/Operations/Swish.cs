namespace Tensorflow.Operations;

/// <summary>x sigmoid x (Ramachandran, Zoph, Le 2017).</summary>
internal static class Swish
{
    internal static Tensor Apply(Tensor x) => x * Sigmoid.Apply(x);
}
