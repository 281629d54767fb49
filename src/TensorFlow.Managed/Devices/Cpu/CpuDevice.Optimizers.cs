namespace Tensorflow.Devices.Cpu;

internal sealed unsafe partial class CpuDevice
{
    internal override void Adam(
        Storage current, Storage next, Storage m, Storage v, Storage gradient, long count, float alpha, float gain1, float gain2,
        float epsilon)
    {
        float* pw = current.As<float>(), pn = next.As<float>(), pm = m.As<float>(), pv = v.As<float>(), pg = gradient.As<float>();
        Work.RunElements(count, (start, length) =>
            AdamKernel.Run(pw + start, pn + start, pm + start, pv + start, pg + start, length, alpha, gain1, gain2, epsilon));
    }

    internal override void Sgd(
        Storage current, Storage next, Storage? velocity, Storage gradient, long count, float rate, float momentum, bool nesterov)
    {
        float* pw = current.As<float>(), pn = next.As<float>(), pg = gradient.As<float>();
        var pv = velocity is null ? null : velocity.As<float>();
        Work.RunElements(count, (start, length) =>
        {
            if (pv is null)
                SgdKernel.Run(pw + start, pn + start, pg + start, length, rate);
            else
                SgdKernel.RunWithMomentum(pw + start, pn + start, pv + start, pg + start, length, rate, momentum, nesterov);
        });
    }

    internal override void RmsProp(
        Storage current, Storage next, Storage squares, Storage? velocity, Storage gradient, long count, float rate, float gain,
        float momentum, float epsilon)
    {
        float* pw = current.As<float>(), pn = next.As<float>(), ps = squares.As<float>(), pg = gradient.As<float>();
        var pv = velocity is null ? null : velocity.As<float>();
        Work.RunElements(count, (start, length) =>
            RmsPropKernel.Run(pw + start, pn + start, ps + start, pv is null ? null : pv + start, pg + start, length, rate, gain, momentum,
                epsilon));
    }

    internal override void Follow(Storage current, Storage next, Storage value, long count, float keep, float gain)
    {
        float* pc = current.As<float>(), pn = next.As<float>(), pv = value.As<float>();
        Work.RunElements(count, (start, length) => FollowKernel.Run(pc + start, pn + start, pv + start, length, keep, gain));
    }

    internal override void MovingAverage(Storage average, Storage value, long count, float gain)
    {
        float* pa = average.As<float>(), pv = value.As<float>();
        Work.RunElements(count, (start, length) => MovingAverageKernel.Run(pa + start, pv + start, length, gain));
    }
}
