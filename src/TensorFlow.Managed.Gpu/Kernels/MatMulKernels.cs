using ILGPU;
using ILGPU.Runtime;

namespace Tensorflow.Devices.Gpu.Kernels;

/// <summary>A matrix product y (M, N) = a (M, K) b (K, N), or y plus that, as a kernel takes it: sizes, and where elements lie.</summary>
internal readonly struct ProductSizes(int m, int n, int k, bool transposeA, bool transposeB, bool adds)
{
    internal readonly int M = m, N = n, K = k;

    /// <summary>Steps from one row, and from one column, to the next.</summary>
    internal readonly int RowOfA = transposeA ? 1 : k, ColumnOfA = transposeA ? m : 1;

    internal readonly int RowOfB = transposeB ? 1 : n, ColumnOfB = transposeB ? k : 1;

    /// <summary>Not 0 where the product is added to y.</summary>
    internal readonly int Adds = adds ? 1 : 0;
}

/// <summary>
/// Matrix products where there is no cuBLAS. A group of T x T threads makes a tile of 4T x 4T, and each thread 4 x 4 of it in registers;
/// 16 columns of a and rows of b at a time lie in shared memory.
/// </summary>
internal static class MatMulKernels
{
    /// <summary>The side of a group of threads, at most.</summary>
    internal const int MostSide = 16;

    private const int Depth = 16;

    internal static void MatMul(ArrayView<float> a, ArrayView<float> b, ArrayView<float> y, ProductSizes s, int batch)
    {
        var sharedA = SharedMemory.Allocate<float>(Depth * 4 * MostSide);
        var sharedB = SharedMemory.Allocate<float>(Depth * 4 * MostSide);
        var side = Group.DimX == 256 ? 16 : 2;
        var thread = Group.IdxX;
        var (threads, tile) = (side * side, 4 * side);
        var (row, column) = (thread / side, thread % side);
        var (tilesM, tilesN) = ((s.M + tile - 1) / tile, (s.N + tile - 1) / tile);
        for (var work = Grid.IdxX; work < batch * tilesM * tilesN; work += Grid.DimX)
        {
            var (product, place) = (work / (tilesM * tilesN), work % (tilesM * tilesN));
            var (firstM, firstN) = (place / tilesN * tile, place % tilesN * tile);
            var (startOfA, startOfB) = (product * s.M * s.K, product * s.K * s.N);
            float y00 = 0, y01 = 0, y02 = 0, y03 = 0, y10 = 0, y11 = 0, y12 = 0, y13 = 0;
            float y20 = 0, y21 = 0, y22 = 0, y23 = 0, y30 = 0, y31 = 0, y32 = 0, y33 = 0;
            for (var firstK = 0; firstK < s.K; firstK += Depth)
            {
                for (var i = thread; i < Depth * tile; i += threads)
                {
                    // Neighbouring threads read neighbouring elements, whichever way the matrix lies.
                    var (k, m) = s.ColumnOfA == 1 ? (i % Depth, i / Depth) : (i / tile, i % tile);
                    sharedA[k * tile + m] = firstK + k < s.K && firstM + m < s.M
                        ? a[startOfA + (firstM + m) * s.RowOfA + (firstK + k) * s.ColumnOfA] : 0;
                    var (kOfB, n) = s.ColumnOfB == 1 ? (i / tile, i % tile) : (i % Depth, i / Depth);
                    sharedB[kOfB * tile + n] = firstK + kOfB < s.K && firstN + n < s.N
                        ? b[startOfB + (firstK + kOfB) * s.RowOfB + (firstN + n) * s.ColumnOfB] : 0;
                }

                Group.Barrier();
                for (var k = 0; k < Depth; k++)
                {
                    var (atA, atB) = (k * tile + row, k * tile + column);
                    float a0 = sharedA[atA], a1 = sharedA[atA + side], a2 = sharedA[atA + 2 * side], a3 = sharedA[atA + 3 * side];
                    float b0 = sharedB[atB], b1 = sharedB[atB + side], b2 = sharedB[atB + 2 * side], b3 = sharedB[atB + 3 * side];
                    y00 += a0 * b0;
                    y01 += a0 * b1;
                    y02 += a0 * b2;
                    y03 += a0 * b3;
                    y10 += a1 * b0;
                    y11 += a1 * b1;
                    y12 += a1 * b2;
                    y13 += a1 * b3;
                    y20 += a2 * b0;
                    y21 += a2 * b1;
                    y22 += a2 * b2;
                    y23 += a2 * b3;
                    y30 += a3 * b0;
                    y31 += a3 * b1;
                    y32 += a3 * b2;
                    y33 += a3 * b3;
                }

                Group.Barrier();
            }

            var startOfY = product * s.M * s.N;
            Store(y, s, startOfY, firstM + row, firstN + column, side, y00, y01, y02, y03);
            Store(y, s, startOfY, firstM + row + side, firstN + column, side, y10, y11, y12, y13);
            Store(y, s, startOfY, firstM + row + 2 * side, firstN + column, side, y20, y21, y22, y23);
            Store(y, s, startOfY, firstM + row + 3 * side, firstN + column, side, y30, y31, y32, y33);
        }
    }

    private static void Store(ArrayView<float> y, ProductSizes s, int start, int m, int n, int step, float y0, float y1, float y2, float y3)
    {
        if (m >= s.M)
            return;
        Store(y, s, start + m * s.N, n, y0);
        Store(y, s, start + m * s.N, n + step, y1);
        Store(y, s, start + m * s.N, n + 2 * step, y2);
        Store(y, s, start + m * s.N, n + 3 * step, y3);
    }

    private static void Store(ArrayView<float> y, ProductSizes s, int row, int n, float value)
    {
        if (n < s.N)
            y[row + n] = s.Adds != 0 ? y[row + n] + value : value;
    }
}
