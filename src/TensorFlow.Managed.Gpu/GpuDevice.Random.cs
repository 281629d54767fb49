using Tensorflow.Devices.Gpu.Kernels;

namespace Tensorflow.Devices.Gpu;

internal sealed partial class GpuDevice
{
    internal override void RandomBits(ulong key, UInt128 counter, Storage y, long count)
    {
        if (count > 0)
            Launch(PhiloxKernels.Bits, Each((count + 3) / 4), new PhiloxPlace(key, counter), View<uint>(y), Count(count));
    }

    internal override void RandomUniform(ulong key, UInt128 counter, Storage y, long count, float low, float high)
    {
        if (count > 0)
            Launch(
                PhiloxKernels.Uniform, Each((count + 3) / 4), new PhiloxPlace(key, counter), View<float>(y), Count(count), high - low,
                low);
    }

    internal override void RandomNormal(ulong key, UInt128 counter, Storage y, long count, float mean, float deviation)
    {
        if (count > 0)
            Launch(
                PhiloxKernels.Normal, Each((count + 3) / 4), new PhiloxPlace(key, counter), View<float>(y), Count(count), mean,
                deviation);
    }

    internal override void RandomTruncatedNormal(ulong key, UInt128 counter, Storage y, long count, float mean, float deviation)
    {
        if (count > 0)
            Launch(
                PhiloxKernels.TruncatedNormal, Each((count + 3) / 4), new PhiloxPlace(key, counter), View<float>(y), Count(count), mean,
                deviation);
    }

    internal override void RandomIntegers(ulong key, UInt128 counter, Storage y, long count, int low, int high)
    {
        if (count > 0)
            Launch(
                PhiloxKernels.Integers, Each((count + 3) / 4), new PhiloxPlace(key, counter), View<int>(y), Count(count), (uint)low,
                unchecked((uint)high - (uint)low));
    }
}
