using Tensorflow.Devices.Gpu.Kernels;

namespace Tensorflow.Devices.Gpu;

internal sealed partial class GpuDevice
{
    internal override void Adam(
        Storage current, Storage next, Storage m, Storage v, Storage gradient, long count, float alpha, float gain1, float gain2,
        float epsilon)
    {
        if (count > 0)
            Launch(
                OptimizerKernels.Adam, Each(count), View<float>(current), View<float>(next), View<float>(m), View<float>(v),
                View<float>(gradient), Count(count), alpha, gain1, gain2, epsilon);
    }

    internal override void Sgd(
        Storage current, Storage next, Storage? velocity, Storage gradient, long count, float rate, float momentum, bool nesterov)
    {
        if (count == 0)
            return;
        if (velocity is null)
            Launch(
                OptimizerKernels.Sgd, Each(count), View<float>(current), View<float>(next), View<float>(gradient), Count(count), rate);
        else
            Launch(
                OptimizerKernels.Momentum, Each(count), View<float>(current), View<float>(next), View<float>(velocity),
                View<float>(gradient), Count(count), rate, momentum, nesterov ? 1 : 0);
    }

    internal override void RmsProp(
        Storage current, Storage next, Storage squares, Storage? velocity, Storage gradient, long count, float rate, float gain,
        float momentum, float epsilon)
    {
        if (count > 0)
            Launch(
                OptimizerKernels.RmsProp, Each(count), View<float>(current), View<float>(next), View<float>(squares),
                Optional(velocity, View<float>(squares)), View<float>(gradient), Count(count), rate, gain, momentum, epsilon,
                velocity is null ? 0 : 1);
    }

    internal override void Follow(Storage current, Storage next, Storage value, long count, float keep, float gain)
    {
        if (count > 0)
            Launch(
                OptimizerKernels.Follow, Each(count), View<float>(current), View<float>(next), View<float>(value), Count(count), keep,
                gain);
    }

    internal override void MovingAverage(Storage average, Storage value, long count, float gain)
    {
        if (count > 0)
            Launch(OptimizerKernels.MovingAverage, Each(count), View<float>(average), View<float>(value), Count(count), gain);
    }
}
