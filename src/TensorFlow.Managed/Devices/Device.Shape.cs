namespace Tensorflow.Devices;

/// <content>Elements moved, chosen and found. Those that only move take any type by its size of 1, 4 or 8 bytes.</content>
internal abstract partial class Device
{
    /// <summary>Copies elements of x to y as the plan walks them. The blocks differ;
    /// elements of y that the walk does not meet stay as they are.</summary>
    internal abstract void CopyStrided(int elementSize, Storage x, Storage y, StridedCopy plan);

    /// <summary>y[i] = condition[i] (a byte) is not 0 ? a[i] : b[i].</summary>
    internal abstract void Select(int elementSize, Storage condition, Storage a, Storage b, Storage y, long count);

    /// <summary>The position of the first int64 index that is not in [0, limit), or -1.</summary>
    internal abstract long FindOutOfRange(Storage indices, long count, long limit);

    /// <summary>y[o, k, i] = x[o, indices[k], i] for k below count; int64 indices in [0, axisSize).</summary>
    internal abstract void Gather(int elementSize, Storage x, Storage indices, Storage y, long outer, long axisSize, long count,
        long inner);

    /// <summary>dx[o, indices[k], i] += dy[o, k, i] in the order of k; int64 indices in [0, axisSize). float32 and float64.</summary>
    internal abstract void ScatterAdd(TF_DataType dtype, Storage dy, Storage indices, Storage dx, long outer, long axisSize, long count,
        long inner);

    /// <summary>y[n, i, j, c] = x[n, i + shifts[n, 0], j + shifts[n, 1], c], or where that lies outside fill[c], or the only fill; int32
    /// shifts.</summary>
    internal abstract void Translate(int elementSize, Storage x, Storage shifts, Storage fill, Storage y, long pictures, int height,
        int width, int channels, int fills);

    /// <summary>y[o, i] = the first r, as int64, where x[o, r, i] is largest.</summary>
    internal abstract void ArgMax(TF_DataType dtype, Storage x, Storage y, long outer, long reduced, long inner);
}
