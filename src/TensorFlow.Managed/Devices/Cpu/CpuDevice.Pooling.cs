using Tensorflow.Devices.Cpu.Stages;

namespace Tensorflow.Devices.Cpu;

internal sealed unsafe partial class CpuDevice
{
    internal override void MaxPool(Storage x, Storage y, Storage position, PoolingPlan plan) =>
        MaxPoolKernels.Forward(x.As<float>(), y.As<float>(), position.As<int>(), plan);

    internal override void MaxPoolScatter(Storage dy, Storage position, Storage dx, PoolingPlan plan) =>
        MaxPoolKernels.Scatter(dy.As<float>(), position.As<int>(), dx.As<float>(), plan);

    internal override void MaxPoolGather(Storage x, Storage position, Storage y, PoolingPlan plan) =>
        MaxPoolKernels.Gather(x.As<float>(), position.As<int>(), y.As<float>(), plan);

    internal override void AveragePool(Storage x, Storage y, PoolingPlan plan) =>
        AveragePoolKernels.Forward(x.As<float>(), y.As<float>(), plan);

    internal override void AveragePoolGradient(Storage dy, Storage dx, PoolingPlan plan) =>
        AveragePoolKernels.Gradient(dy.As<float>(), dx.As<float>(), plan);

    internal override void ResizeNearest(Storage x, Storage y, int images, int height, int width, int channels, (int H, int W) factors) =>
        NearestKernels.Forward(x.As<float>(), y.As<float>(), images * height, width, channels, factors);

    internal override void ResizeNearestGradient(Storage dy, Storage dx, int images, int height, int width, int channels,
        (int H, int W) factors) =>
        NearestKernels.Gradient(dy.As<float>(), dx.As<float>(), images * height, width, channels, factors);

    internal override void ResizeLinear(Storage x, Storage y, long outer, int size, int inner, int factor) =>
        ResizeKernels.Forward(x.As<float>(), y.As<float>(), outer, size, inner, factor);

    internal override void ResizeLinearGradient(Storage dy, Storage dx, long outer, int size, int inner, int factor) =>
        ResizeKernels.Gradient(dy.As<float>(), dx.As<float>(), outer, size, inner, factor);

    internal override void Filter(Storage x, Storage y, FirPlan plan)
    {
        var result = y.As<float>();
        if (!FirKernels.TakesPictures(plan)
            || !x.TrySettle((deferred, block) => FirKernels.Run((float*)block, (Stage)deferred, result, plan)))
            FirKernels.Run(x.As<float>(), null, result, plan);
    }
}
