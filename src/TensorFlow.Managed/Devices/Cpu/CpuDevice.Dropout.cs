using Tensorflow.Devices.Cpu.Stages;

namespace Tensorflow.Devices.Cpu;

internal sealed unsafe partial class CpuDevice
{
    internal override void RandomMask(ulong key, UInt128 counter, Storage kept, long count, float rate)
    {
        var bits = kept.As<byte>();
        Work.RunElements(count, (start, length) => DropoutKernels.Draw(key, counter + (ulong)(start / 4), bits + start / 8, length, rate));
    }

    internal override void Mask(Storage x, Storage kept, Storage y, long count, float scale) =>
        Stage.Assign(y, MaskStage.Of(x, kept, count, scale));
}
