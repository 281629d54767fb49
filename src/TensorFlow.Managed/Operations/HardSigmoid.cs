namespace Tensorflow.Operations;

/// <summary>0.2 x + 0.5, kept within [0, 1], as Keras 2 has it.</summary>
internal static class HardSigmoid
{
    internal static Tensor Apply(Tensor x) => Minimum.Apply(
        Maximum.Apply(x * 0.2 + 0.5, Constant.Scalar(0, x.dtype)), Constant.Scalar(1, x.dtype));
}
