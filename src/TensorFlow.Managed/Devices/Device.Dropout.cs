namespace Tensorflow.Devices;

/// <content>Dropout. float32.</content>
internal abstract partial class Device
{
    /// <summary>
    /// y[i] = x[i] / (1 - rate) where uniform[i] >= rate, else 0. Which were kept is written to <paramref name="kept"/>, a bit each,
    /// eight a byte, the lowest bit first.
    /// </summary>
    internal abstract void Dropout(Storage x, Storage uniform, Storage y, Storage kept, long count, float rate);

    /// <summary>y[i] = scale * x[i] where the bit is set, else 0.</summary>
    internal abstract void Mask(Storage x, Storage kept, Storage y, long count, float scale);
}
