namespace Tensorflow.Devices.Cpu;

internal sealed unsafe partial class CpuDevice
{
    internal override void CopyStrided(int elementSize, Storage x, Storage y, StridedCopy plan)
    {
        switch (elementSize)
        {
            case 1: StridedCopyKernels.Run(x.As<byte>(), y.As<byte>(), plan); break;
            case 4: StridedCopyKernels.Run(x.As<int>(), y.As<int>(), plan); break;
            default: StridedCopyKernels.Run(x.As<long>(), y.As<long>(), plan); break;
        }
    }

    internal override void Select(int elementSize, Storage condition, Storage a, Storage b, Storage y, long count)
    {
        switch (elementSize)
        {
            case 1: SelectKernels.Select(condition.As<byte>(), a.As<byte>(), b.As<byte>(), y.As<byte>(), count); break;
            case 4: SelectKernels.Select(condition.As<byte>(), a.As<int>(), b.As<int>(), y.As<int>(), count); break;
            default: SelectKernels.Select(condition.As<byte>(), a.As<long>(), b.As<long>(), y.As<long>(), count); break;
        }
    }

    internal override long FindOutOfRange(Storage indices, long count, long limit) =>
        GatherKernels.FindOutOfRange(indices.As<long>(), count, limit);

    internal override void Gather(int elementSize, Storage x, Storage indices, Storage y, long outer, long axisSize, long count,
        long inner) =>
        GatherKernels.Gather(x.As<byte>(), indices.As<long>(), y.As<byte>(), outer, axisSize, count, inner * elementSize);

    internal override void ScatterAdd(TF_DataType dtype, Storage dy, Storage indices, Storage dx, long outer, long axisSize, long count,
        long inner)
    {
        if (dtype == TF_DataType.TF_FLOAT)
            GatherKernels.ScatterAdd(dy.As<float>(), indices.As<long>(), dx.As<float>(), outer, axisSize, count, inner);
        else
            GatherKernels.ScatterAdd(dy.As<double>(), indices.As<long>(), dx.As<double>(), outer, axisSize, count, inner);
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

        void Run<T>() where T : unmanaged => TranslateKernels.Run(
            x.As<T>(), shifts.As<int>(), fill.As<T>(), y.As<T>(), pictures, height, width, channels, fills);
    }

    internal override void ArgMax(TF_DataType dtype, Storage x, Storage y, long outer, long reduced, long inner)
    {
        switch (dtype)
        {
            case TF_DataType.TF_FLOAT: SelectKernels.ArgMax(x.As<float>(), y.As<long>(), outer, reduced, inner); break;
            case TF_DataType.TF_DOUBLE: SelectKernels.ArgMax(x.As<double>(), y.As<long>(), outer, reduced, inner); break;
            case TF_DataType.TF_INT32: SelectKernels.ArgMax(x.As<int>(), y.As<long>(), outer, reduced, inner); break;
            case TF_DataType.TF_INT64: SelectKernels.ArgMax(x.As<long>(), y.As<long>(), outer, reduced, inner); break;
            default: SelectKernels.ArgMax(x.As<byte>(), y.As<long>(), outer, reduced, inner); break;
        }
    }
}
