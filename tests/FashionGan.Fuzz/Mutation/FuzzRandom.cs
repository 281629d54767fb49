namespace FashionGanTf.Fuzz.Mutation;

/// <summary>
/// Random numbers of one input, told by the seed and the input's number alone: any input can be made again without those before it.
/// SplitMix64 (Steele, Lea, Flood, "Fast Splittable Pseudorandom Number Generators", 2014), the same on every version of .NET.
/// </summary>
internal sealed class FuzzRandom(long seed, long number)
{
    private ulong _state = Mix((ulong)seed * 0x9e3779b97f4a7c15) ^ Mix((ulong)number + 0x632be59bd9b4e019);

    internal ulong NextBits() => Mix(_state += 0x9e3779b97f4a7c15);

    /// <summary>A whole number from 0 up to, not including, a limit above 0.</summary>
    internal int Below(int limit) => (int)(NextBits() % (ulong)limit);

    internal bool OneIn(int chances) => Below(chances) == 0;

    internal byte NextByte() => (byte)NextBits();

    internal T OneOf<T>(IReadOnlyList<T> choices) => choices[Below(choices.Count)];

    private static ulong Mix(ulong z)
    {
        z = (z ^ (z >> 30)) * 0xbf58476d1ce4e5b9;
        z = (z ^ (z >> 27)) * 0x94d049bb133111eb;
        return z ^ (z >> 31);
    }
}
