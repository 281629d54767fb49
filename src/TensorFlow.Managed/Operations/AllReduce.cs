using Tensorflow.Distribute;
using Tensorflow.Gradients;

namespace Tensorflow.Operations;

/// <summary>The sum of the replicas' tensors, in their order. Each replica's result depends on all inputs alike, so its gradient is the sum
/// of the results' gradients.</summary>
internal static class AllReduce
{
    /// <param name="x">float32, of the same shape in all replicas.</param>
    /// <param name="replica">This thread's replica.</param>
    internal static Tensor Apply(Tensor x, ReplicaContext replica)
    {
        if (x.dtype != TF_DataType.TF_FLOAT)
            throw new ArgumentException($"AllReduce: x must be float32; it is {x.dtype.Name()}.");
        return Tape.Record("AllReduce", replica.Sum(x)[0], x, dy => Apply(dy, replica));
    }
}
