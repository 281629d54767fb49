namespace Tensorflow.Devices.Cpu;

internal sealed unsafe partial class CpuDevice
{
    internal override void RandomBits(ulong key, UInt128 counter, Storage y, long count)
    {
        var py = y.As<uint>();
        Work.RunElements(count, (start, length) => Philox.Bits(key, counter + (ulong)(start / 4), new(py + start, length)));
    }

    internal override void RandomUniform(ulong key, UInt128 counter, Storage y, long count, float low, float high)
    {
        var py = y.As<float>();
        Work.RunElements(count, (start, length) =>
            PhiloxUniform.Fill(key, counter + (ulong)(start / 4), new(py + start, length), low, high));
    }

    internal override void RandomNormal(ulong key, UInt128 counter, Storage y, long count, float mean, float deviation)
    {
        var py = y.As<float>();
        Work.RunElements(count, (start, length) =>
            PhiloxNormal.Fill(key, counter + (ulong)(start / 4), new(py + start, length), mean, deviation));
    }

    internal override void RandomTruncatedNormal(ulong key, UInt128 counter, Storage y, long count, float mean, float deviation)
    {
        var py = y.As<float>();
        Work.RunElements(count, (start, length) =>
            PhiloxTruncatedNormal.Fill(key, counter + (ulong)(start / 4) * PhiloxTruncatedNormal.StepsPerGroup, new(py + start, length),
                mean, deviation));
    }

    internal override void RandomIntegers(ulong key, UInt128 counter, Storage y, long count, int low, int high)
    {
        var py = y.As<int>();
        Work.RunElements(count, (start, length) =>
            PhiloxUniform.FillIntegers(key, counter + (ulong)(start / 4), new(py + start, length), low, high));
    }
}
