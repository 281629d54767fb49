namespace Tensorflow.Devices;

/// <summary>The sizes of a batch of matrix products y = a b: each y is (M, N), each a (M, K) and each b (K, N).</summary>
/// <param name="Batch">How many products.</param>
/// <param name="M">Rows of a and y.</param>
/// <param name="N">Columns of b and y.</param>
/// <param name="K">Columns of a, rows of b.</param>
/// <param name="TransposeA">Whether each a lies in memory as (K, M).</param>
/// <param name="TransposeB">Whether each b lies in memory as (N, K).</param>
internal readonly record struct MatMulShape(int Batch, int M, int N, int K, bool TransposeA, bool TransposeB);
