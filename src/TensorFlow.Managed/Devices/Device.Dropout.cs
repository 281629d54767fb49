namespace Tensorflow.Devices;

/// <content>Dropout. float32. A mask is a bit an element, eight a byte, the lowest bit first.</content>
internal abstract partial class Device
{
    /// <summary>
    /// Sets the bit of each element whose number, as <see cref="RandomUniform"/> draws it from [0, 1), is not below
    /// <paramref name="rate"/>, and clears the others.
    /// </summary>
    internal abstract void RandomMask(ulong key, UInt128 counter, Storage kept, long count, float rate);

    /// <summary>y[i] = scale * x[i] where the bit is set, else 0.</summary>
    internal abstract void Mask(Storage x, Storage kept, Storage y, long count, float scale);
}
