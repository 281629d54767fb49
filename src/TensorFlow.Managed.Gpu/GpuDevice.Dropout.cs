using Tensorflow.Devices.Gpu.Kernels;

namespace Tensorflow.Devices.Gpu;

internal sealed partial class GpuDevice
{
    internal override void RandomMask(ulong key, UInt128 counter, Storage kept, long count, float rate)
    {
        // A uniform number is its lowest 23 bits / 2^23, and the rate times 2^23 is exact: comparing the bits is comparing the numbers.
        var least = (int)MathF.Ceiling(rate * (1 << 23));
        if (count > 0)
            Launch(PhiloxKernels.Mask, Each((count + 7) / 8), new PhiloxPlace(key, counter), View<byte>(kept), Count(count), least);
    }

    internal override void Mask(Storage x, Storage kept, Storage y, long count, float scale)
    {
        if (count > 0)
            Launch(PhiloxKernels.ApplyMask, Each(count), View<float>(x), View<byte>(kept), View<float>(y), Count(count), scale);
    }
}
