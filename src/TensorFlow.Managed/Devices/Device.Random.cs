namespace Tensorflow.Devices;

/// <content>
/// Random numbers: Philox 4x32-10 with TensorFlow's mappings. A number depends on the key, the counter and its own place in the block,
/// never on how many are drawn at once or on how many threads do it.
/// </content>
internal abstract partial class Device
{
    /// <summary>uint32 numbers; one step of the counter gives four.</summary>
    internal abstract void RandomBits(ulong key, UInt128 counter, Storage y, long count);

    /// <summary>float32 u * (high - low) + low, where u is a multiple of 2^-23 in [0, 1).</summary>
    internal abstract void RandomUniform(ulong key, UInt128 counter, Storage y, long count, float low, float high);

    /// <summary>float32 z * deviation + mean, where z is normal (Box-Muller).</summary>
    internal abstract void RandomNormal(ulong key, UInt128 counter, Storage y, long count, float mean, float deviation);

    /// <summary>float32 z * deviation + mean, where z is normal and nearer to 0 than 2;
    /// four numbers have 256 steps of the counter to themselves.</summary>
    internal abstract void RandomTruncatedNormal(ulong key, UInt128 counter, Storage y, long count, float mean, float deviation);

    /// <summary>int32 from low up to, not including, high: low + bits mod (high - low).</summary>
    internal abstract void RandomIntegers(ulong key, UInt128 counter, Storage y, long count, int low, int high);
}
