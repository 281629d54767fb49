using static Tensorflow.Binding;

namespace FashionGanTf.Evaluation.Measures;

/// <summary>Loops here share the threads that the runtime's operations share; each row's result is its own, so none depends on how many
/// there are.</summary>
internal static class Threads
{
    internal static ParallelOptions Options => new() { MaxDegreeOfParallelism = tf.config.threading.get_intra_op_parallelism_threads() };
}
