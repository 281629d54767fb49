namespace Tensorflow.Devices.Cpu;

internal sealed unsafe partial class CpuDevice
{
    internal override void Reduce(Reduction reduction, TF_DataType dtype, Storage x, Storage y, long outer, long reduced, long inner)
    {
        switch (dtype)
        {
            case TF_DataType.TF_FLOAT: ReductionKernels.Run(reduction, x.As<float>(), y.As<float>(), outer, reduced, inner); break;
            case TF_DataType.TF_DOUBLE: ReductionKernels.Run(reduction, x.As<double>(), y.As<double>(), outer, reduced, inner); break;
            case TF_DataType.TF_INT32: ReductionKernels.Run(reduction, x.As<int>(), y.As<int>(), outer, reduced, inner); break;
            case TF_DataType.TF_INT64: ReductionKernels.Run(reduction, x.As<long>(), y.As<long>(), outer, reduced, inner); break;
            default: ReductionKernels.Run(reduction, x.As<byte>(), y.As<byte>(), outer, reduced, inner); break;
        }
    }
}
