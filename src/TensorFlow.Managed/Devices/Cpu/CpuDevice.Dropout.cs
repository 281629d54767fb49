namespace Tensorflow.Devices.Cpu;

internal sealed unsafe partial class CpuDevice
{
    internal override void Dropout(Storage x, Storage uniform, Storage y, Storage kept, long count, float rate)
    {
        float* px = x.As<float>(), pu = uniform.As<float>(), py = y.As<float>();
        var pk = kept.As<byte>();
        Work.RunElements(count, (start, length) => DropoutKernels.Draw(px + start, pu + start, py + start, pk + start / 8, length, rate));
    }

    internal override void Mask(Storage x, Storage kept, Storage y, long count, float scale)
    {
        float* px = x.As<float>(), py = y.As<float>();
        var pk = kept.As<byte>();
        Work.RunElements(count, (start, length) => DropoutKernels.Mask(px + start, pk + start / 8, py + start, length, scale));
    }
}
