using System.Numerics;
using System.Runtime.InteropServices;
using Tensorflow.Devices.Gpu.Kernels;

namespace Tensorflow.Devices.Gpu;

internal sealed partial class GpuDevice
{
    /// <summary>Up to so many places each look through all indices for their own, which a card does for most of them at once; of more,
    /// one thread a column goes through the indices, which is less work with fewer threads.</summary>
    private const int MostPlacesThatLook = 1 << 20;

    internal override void CopyStrided(int elementSize, Storage x, Storage y, StridedCopy plan)
    {
        switch (elementSize)
        {
            case 1: CopyStrided<byte>(x, y, plan); break;
            case 4: CopyStrided<int>(x, y, plan); break;
            default: CopyStrided<long>(x, y, plan); break;
        }
    }

    internal override void Select(int elementSize, Storage condition, Storage a, Storage b, Storage y, long count)
    {
        switch (elementSize)
        {
            case 1: Select<byte>(condition, a, b, y, count); break;
            case 4: Select<int>(condition, a, b, y, count); break;
            default: Select<long>(condition, a, b, y, count); break;
        }
    }

    internal override long FindOutOfRange(Storage indices, long count, long limit)
    {
        var values = new long[count];
        OwnerOf(indices).CopyToHost(indices, 0, MemoryMarshal.AsBytes(values.AsSpan()));
        return Array.FindIndex(values, index => (ulong)index >= (ulong)limit);
    }

    internal override void Gather(int elementSize, Storage x, Storage indices, Storage y, long outer, long axisSize, long count, long inner)
    {
        switch (elementSize)
        {
            case 1: Gather<byte>(x, indices, y, outer, axisSize, count, inner); break;
            case 4: Gather<int>(x, indices, y, outer, axisSize, count, inner); break;
            default: Gather<long>(x, indices, y, outer, axisSize, count, inner); break;
        }
    }

    internal override void ScatterAdd(TF_DataType dtype, Storage dy, Storage indices, Storage dx, long outer, long axisSize, long count,
        long inner)
    {
        if (dtype == TF_DataType.TF_FLOAT)
            ScatterAdd<float>(dy, indices, dx, outer, axisSize, count, inner);
        else
            ScatterAdd<double>(dy, indices, dx, outer, axisSize, count, inner);
    }

    internal override void Translate(int elementSize, Storage x, Storage shifts, Storage fill, Storage y, long pictures, int height,
        int width, int channels, int fills)
    {
        switch (elementSize)
        {
            case 1: Run<byte>(); break;
            case 4: Run<int>(); break;
            default: Run<long>(); break;
        }

        void Run<T>() where T : unmanaged
        {
            var all = pictures * height * width * channels;
            if (all > 0)
                Launch(
                    ShapeKernels.Translate, Each(all), View<T>(x), View<int>(shifts), View<T>(fill), View<T>(y), Count(all), height,
                    width, channels, fills);
        }
    }

    internal override void ArgMax(TF_DataType dtype, Storage x, Storage y, long outer, long reduced, long inner)
    {
        switch (dtype)
        {
            case TF_DataType.TF_FLOAT: ArgMax<float>(x, y, outer, reduced, inner); break;
            case TF_DataType.TF_DOUBLE: ArgMax<double>(x, y, outer, reduced, inner); break;
            case TF_DataType.TF_INT32: ArgMax<int>(x, y, outer, reduced, inner); break;
            case TF_DataType.TF_INT64: ArgMax<long>(x, y, outer, reduced, inner); break;
            default: ArgMax<byte>(x, y, outer, reduced, inner); break;
        }
    }

    private void CopyStrided<T>(Storage x, Storage y, StridedCopy plan) where T : unmanaged
    {
        foreach (var (walk, _) in Walk.Of(plan.Sizes, plan.StepsOfX, plan.StepsOfY, plan.OffsetOfX, plan.OffsetOfY))
            Launch(ShapeKernels.CopyStrided, Each(walk.Count), View<T>(x), View<T>(y), walk, Count(walk.Count));
    }

    private void Select<T>(Storage condition, Storage a, Storage b, Storage y, long count) where T : unmanaged
    {
        if (count > 0)
            Launch(ShapeKernels.Select, Each(count), View<byte>(condition), View<T>(a), View<T>(b), View<T>(y), Count(count));
    }

    private void Gather<T>(Storage x, Storage indices, Storage y, long outer, long axisSize, long count, long inner) where T : unmanaged
    {
        var all = outer * count * inner;
        if (all > 0)
            Launch(
                ShapeKernels.Gather, Each(all), View<T>(x), View<long>(indices), View<T>(y), Count(all), Count(axisSize), Count(count),
                Count(inner));
    }

    private void ScatterAdd<T>(Storage dy, Storage indices, Storage dx, long outer, long axisSize, long count, long inner)
        where T : unmanaged, INumber<T>
    {
        var all = outer * axisSize * inner;
        if (all > 0 && all <= MostPlacesThatLook)
            Launch(
                ShapeKernels.SumGathered, Each(all), View<T>(dy), View<long>(indices), View<T>(dx), Count(all), Count(axisSize),
                Count(count), Count(inner));
        else if (all > 0)
            Launch(
                ShapeKernels.ScatterAdd, Each(outer * inner), View<T>(dy), View<long>(indices), View<T>(dx), Count(outer * inner),
                Count(axisSize), Count(count), Count(inner));
    }

    private void ArgMax<T>(Storage x, Storage y, long outer, long reduced, long inner) where T : unmanaged, INumber<T>
    {
        if (outer * inner > 0)
            Launch(
                ShapeKernels.ArgMax, Each(outer * inner), View<T>(x), View<long>(y), Count(outer * inner), Count(reduced), Count(inner));
    }
}
