using Tensorflow.Devices.Gpu.Kernels;

namespace Tensorflow.Devices.Gpu;

internal sealed partial class GpuDevice
{
    internal override void MaxPool(Storage x, Storage y, Storage position, PoolingPlan plan)
    {
        var count = plan.ResultShape.size;
        if (count > 0)
            Launch(
                PoolingKernels.Max, Each(count), View<float>(x), View<float>(y), View<int>(position), new PoolingSizes(plan), Count(count));
    }

    internal override void MaxPoolScatter(Storage dy, Storage position, Storage dx, PoolingPlan plan)
    {
        var count = InputSize(plan);
        if (count > 0)
            Launch(
                PoolingKernels.MaxScatter, Each(count), View<float>(dy), View<int>(position), View<float>(dx), new PoolingSizes(plan),
                Count(count));
    }

    internal override void MaxPoolGather(Storage x, Storage position, Storage y, PoolingPlan plan)
    {
        var count = plan.ResultShape.size;
        if (count > 0)
            Launch(
                PoolingKernels.MaxGather, Each(count), View<float>(x), View<int>(position), View<float>(y), new PoolingSizes(plan),
                Count(count));
    }

    internal override void AveragePool(Storage x, Storage y, PoolingPlan plan)
    {
        var count = plan.ResultShape.size;
        if (count > 0)
            Launch(PoolingKernels.Average, Each(count), View<float>(x), View<float>(y), new PoolingSizes(plan), Count(count));
    }

    internal override void AveragePoolGradient(Storage dy, Storage dx, PoolingPlan plan)
    {
        var count = InputSize(plan);
        if (count > 0)
            Launch(PoolingKernels.AverageGradient, Each(count), View<float>(dy), View<float>(dx), new PoolingSizes(plan), Count(count));
    }

    internal override void ResizeNearest(Storage x, Storage y, int images, int height, int width, int channels, (int H, int W) factors)
    {
        var count = (long)images * height * width * channels * factors.H * factors.W;
        if (count > 0)
            Launch(ResizeKernels.Nearest, Each(count), View<float>(x), View<float>(y), Count(count), width, channels, factors.H, factors.W);
    }

    internal override void ResizeNearestGradient(Storage dy, Storage dx, int images, int height, int width, int channels,
        (int H, int W) factors)
    {
        var count = (long)images * height * width * channels;
        if (count > 0)
            Launch(
                ResizeKernels.NearestGradient, Each(count), View<float>(dy), View<float>(dx), Count(count), width, channels, factors.H,
                factors.W);
    }

    internal override void ResizeLinear(Storage x, Storage y, long outer, int size, int inner, int factor)
    {
        var count = outer * size * inner * factor;
        if (count > 0)
            Launch(ResizeKernels.Linear, Each(count), View<float>(x), View<float>(y), Count(count), size, inner, factor);
    }

    internal override void ResizeLinearGradient(Storage dy, Storage dx, long outer, int size, int inner, int factor)
    {
        var count = outer * size * inner;
        if (count > 0)
            Launch(ResizeKernels.LinearGradient, Each(count), View<float>(dy), View<float>(dx), Count(count), size, inner, factor);
    }

    internal override void Filter(Storage x, Storage y, FirPlan plan)
    {
        var count = plan.ResultShape.size;
        if (count > 0)
            Launch(FirKernels.Run, Each(count), View<float>(x), View<float>(y), new FirSizes(plan), Count(count));
    }

    private static long InputSize(PoolingPlan plan) => (long)plan.Images * plan.Height * plan.Width * plan.Channels;
}
