using Tensorflow;

namespace FashionGanTf.Training;

/// <summary>A stream of random numbers and a place in it.</summary>
/// <param name="Key">Chooses the stream.</param>
/// <param name="Counter">The place of the next number.</param>
internal readonly record struct StreamPlace(ulong Key, ulong Counter)
{
    /// <summary>Where a stream stands.</summary>
    internal static StreamPlace Of(PhiloxGenerator stream) => new(stream.key, stream.counter);

    /// <summary>Makes a stream go on from here.</summary>
    internal void Restore(PhiloxGenerator stream) => stream.reset_from_key_counter(Key, Counter);
}
