using Tensorflow.Devices;
using Tensorflow.Gradients;

namespace Tensorflow.Operations;

/// <summary>Comparisons, broadcast, as bool tensors. They have no gradient.</summary>
internal static class Compare
{
    internal static Tensor Equal(Tensor a, Tensor b) => Apply(Comparison.Equal, a, b);

    internal static Tensor NotEqual(Tensor a, Tensor b) => Apply(Comparison.NotEqual, a, b);

    internal static Tensor Less(Tensor a, Tensor b) => Apply(Comparison.Less, a, b);

    internal static Tensor LessEqual(Tensor a, Tensor b) => Apply(Comparison.LessEqual, a, b);

    internal static Tensor Greater(Tensor a, Tensor b) => Apply(Comparison.Greater, a, b);

    internal static Tensor GreaterEqual(Tensor a, Tensor b) => Apply(Comparison.GreaterEqual, a, b);

    private static Tensor Apply(Comparison comparison, Tensor a, Tensor b)
    {
        BinaryOperation.Check(comparison.ToString(), a, b);
        var y = Tensor.Empty(Broadcast.ResultShape(comparison.ToString(), a.shape, b.shape), TF_DataType.TF_BOOL);
        Tensor.Device.Compare(comparison, a.dtype, a.Storage, b.Storage, y.Storage, Broadcast.Plan(a.shape, b.shape, y.shape));
        return Tape.Constant(y, a, b);
    }
}
