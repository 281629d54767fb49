namespace Tensorflow.Operations;

/// <summary>tan x, as sin x / cos x.</summary>
internal static class Tan
{
    internal static Tensor Apply(Tensor x) => Sin.Apply(x) / Cos.Apply(x);
}
