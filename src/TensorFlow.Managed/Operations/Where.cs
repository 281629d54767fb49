using Tensorflow.Devices;
using Tensorflow.Gradients;

namespace Tensorflow.Operations;

/// <summary>condition ? a : b, broadcast.</summary>
internal static class Where
{
    /// <param name="condition">bool.</param>
    /// <param name="a">What is taken where the condition is true.</param>
    /// <param name="b">What is taken where it is false; a's type.</param>
    internal static Tensor Apply(Tensor condition, Tensor a, Tensor b)
    {
        CheckCondition(condition);
        BinaryOperation.Check("Where", a, b);
        var shape = Broadcast.ResultShape("Where", condition.shape, Broadcast.ResultShape("Where", a.shape, b.shape));
        var y = Tensor.Empty(shape, a.dtype);
        using (Tape.Pause())
        {
            var (chooses, whenTrue, whenFalse) =
                (BroadcastTo.Apply(condition, shape), BroadcastTo.Apply(a, shape), BroadcastTo.Apply(b, shape));
            Tensor.Device.Select(a.dtype.Size(), chooses.Storage, whenTrue.Storage, whenFalse.Storage, y.Storage, y.size);
            Tape.Constant(y, chooses, whenTrue, whenFalse);
        }

        return Tape.Record(
            "Where", y,
            a, dy => SumTo.Apply(Apply(condition, dy, Constant.Scalar(0, dy.dtype)), a.shape),
            b, dy => SumTo.Apply(Apply(condition, Constant.Scalar(0, dy.dtype), dy), b.shape));
    }

    /// <summary>The places of the true elements in row-major order: int64, of shape (how many, rank). It has no gradient.</summary>
    internal static Tensor Places(Tensor condition)
    {
        CheckCondition(condition);
        var (rank, steps, places) = (condition.ndim, StridedCopy.DenseSteps(condition.shape.Span), new List<long>());
        var values = condition.ToArray<bool>();
        for (var i = 0; i < values.Length; i++)
            for (var axis = 0; values[i] && axis < rank; axis++)
                places.Add(i / steps[axis] % condition.shape[axis]);
        var count = values.Count(value => value);
        return Tensor.From<long>(places.ToArray(), (count, rank));
    }

    private static void CheckCondition(Tensor condition)
    {
        if (condition.dtype != TF_DataType.TF_BOOL)
            throw new ArgumentException($"Where: the condition is bool, not {condition.dtype.Name()}.");
    }
}
