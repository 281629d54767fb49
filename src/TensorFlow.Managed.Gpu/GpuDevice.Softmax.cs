using Tensorflow.Devices.Gpu.Kernels;

namespace Tensorflow.Devices.Gpu;

internal sealed partial class GpuDevice
{
    internal override void Softmax(Storage x, Storage y, long rows, int count)
    {
        if (rows > 0 && count > 0)
            Launch(RowKernels.Softmax, Each(rows), View<float>(x), View<float>(y), Count(rows), count);
    }

    internal override void LogSoftmax(Storage x, Storage y, long rows, int count)
    {
        if (rows > 0 && count > 0)
            Launch(RowKernels.LogSoftmax, Each(rows), View<float>(x), View<float>(y), Count(rows), count);
    }

    internal override void SigmoidCrossEntropy(Storage labels, Storage x, Storage y, long count)
    {
        if (count > 0)
            Launch(ElementwiseKernels.SigmoidCrossEntropy, Each(count), View<float>(labels), View<float>(x), View<float>(y), Count(count));
    }
}
