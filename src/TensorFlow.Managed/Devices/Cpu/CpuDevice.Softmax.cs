namespace Tensorflow.Devices.Cpu;

internal sealed unsafe partial class CpuDevice
{
    internal override void Softmax(Storage x, Storage y, long rows, int count) =>
        SoftmaxKernels.Softmax(x.As<float>(), y.As<float>(), rows, count);

    internal override void LogSoftmax(Storage x, Storage y, long rows, int count) =>
        SoftmaxKernels.LogSoftmax(x.As<float>(), y.As<float>(), rows, count);

    internal override void SigmoidCrossEntropy(Storage labels, Storage x, Storage y, long count) =>
        SoftmaxKernels.SigmoidCrossEntropy(labels.As<float>(), x.As<float>(), y.As<float>(), count);
}
