using Tensorflow.Devices.Cpu;
using Tensorflow.Distribute;

namespace Tensorflow;

/// <summary>
/// A stream of random numbers: a key that chooses it and a position in it. Each draw takes the numbers from its position on and moves on
/// as TensorFlow's tf.random.Generator does, by 256 steps of Philox' counter for each number, whatever the distribution.
/// </summary>
internal sealed class RandomGenerator
{
    /// <summary>Steps of the counter that TensorFlow sets aside for a number.</summary>
    private const ulong StepsPerNumber = 256;

    /// <summary>Where streams of single seeds start when no global seed was set; TensorFlow's own default, so that they repeat.</summary>
    private const ulong DefaultSeed = 87654321;

    private static readonly RandomGenerator s_global = new((ulong)System.Random.Shared.NextInt64());
    private static readonly Dictionary<int, RandomGenerator> s_ofSeeds = [];
    private static readonly Lock s_lock = new();
    private static ulong s_seed = DefaultSeed;

    [ThreadStatic]
    private static RandomGenerator? t_ofThread;

    private ulong _key;
    private ulong _position;

    /// <summary>The stream of a key, from its start.</summary>
    internal RandomGenerator(ulong key) => _key = key;

    /// <summary>
    /// What initializers, dropout, shuffling and tf.random draw from, in the program's order. It starts anywhere until
    /// <see cref="SetSeed"/> says where. A thread may have one of its own, as a pipeline's has, so that nobody's numbers depend on which
    /// thread is faster.
    /// </summary>
    internal static RandomGenerator Global => t_ofThread ?? s_global;

    /// <summary>Key and position; set them to go on where another run stopped.</summary>
    internal (ulong Key, ulong Position) State
    {
        get => (_key, Volatile.Read(ref _position));
        set => (_key, _position) = value;
    }

    /// <summary>Starts the global stream, and those of single seeds, anew.</summary>
    internal static void SetSeed(long seed)
    {
        lock (s_lock)
        {
            s_seed = (ulong)seed;
            s_ofSeeds.Clear();
            // Not the seed itself: tf.random.Generator.from_seed takes that, and must not draw the same numbers.
            s_global.State = (Philox.DeriveKey(s_seed, 0), 0);
        }
    }

    /// <summary>
    /// The stream of an operation's seed, which goes on from one call to the next. It depends on the global seed too (on a fixed one where
    /// none was set) and starts anew when that is set.
    /// </summary>
    internal static RandomGenerator OfSeed(int seed)
    {
        lock (s_lock)
        {
            if (!s_ofSeeds.TryGetValue(seed, out var generator))
                s_ofSeeds[seed] = generator = new RandomGenerator(KeyOfSeed(seed));
            return generator;
        }
    }

    /// <summary>The key of a stream that depends on a seed and the global seed only.</summary>
    internal static ulong KeyOfSeed(int seed) => Philox.DeriveKey(Philox.DeriveKey(s_seed, 1), (ulong)seed);

    /// <summary>Makes a generator this thread's <see cref="Global"/> until the result is disposed.</summary>
    internal static IDisposable UseOnThisThread(RandomGenerator generator)
    {
        var use = new Use(t_ofThread);
        t_ofThread = generator;
        return use;
    }

    /// <summary>Sets so many numbers aside for a kernel: it may use the counter from here on, 256 steps for each number. In a replica they
    /// are its part of what all replicas draw.</summary>
    /// <param name="count">How many.</param>
    /// <param name="stepsPerBlock">Steps of the counter with which the kernel draws four numbers.</param>
    internal (ulong Key, ulong Counter) Reserve(long count, ulong stepsPerBlock = 1)
    {
        if (ReplicaContext.Current is { } replica)
            return (_key, replica.Reserve(this, count, StepsPerNumber, stepsPerBlock));
        var steps = checked((ulong)count * StepsPerNumber);
        return (_key, Interlocked.Add(ref _position, steps) - steps);
    }

    /// <summary>A key for a stream of its own: for another thread, or for something that must have its own position.</summary>
    internal ulong NextKey()
    {
        var (key, counter) = Reserve(1);
        return Philox.DeriveKey(key, counter);
    }

    /// <summary>float32 from <paramref name="min"/> up to, not including, <paramref name="max"/>.</summary>
    internal Tensor Uniform(Shape shape, double min = 0, double max = 1)
    {
        var y = Tensor.Empty(shape, TF_DataType.TF_FLOAT);
        var (key, counter) = Reserve(y.size);
        Tensor.Device.RandomUniform(key, counter, y.Storage, y.size, (float)min, (float)max);
        return y;
    }

    /// <summary>float32, normally distributed.</summary>
    internal Tensor Normal(Shape shape, double mean = 0, double stddev = 1)
    {
        var y = Tensor.Empty(shape, TF_DataType.TF_FLOAT);
        var (key, counter) = Reserve(y.size);
        Tensor.Device.RandomNormal(key, counter, y.Storage, y.size, (float)mean, (float)stddev);
        return y;
    }

    /// <summary>float32, normally distributed; what lies two standard deviations or more from the mean is drawn again.</summary>
    internal Tensor TruncatedNormal(Shape shape, double mean = 0, double stddev = 1)
    {
        var y = Tensor.Empty(shape, TF_DataType.TF_FLOAT);
        var (key, counter) = Reserve(y.size, StepsPerNumber);
        Tensor.Device.RandomTruncatedNormal(key, counter, y.Storage, y.size, (float)mean, (float)stddev);
        return y;
    }

    /// <summary>int32 from <paramref name="low"/> up to, not including, <paramref name="high"/>.</summary>
    /// <exception cref="ArgumentException">There are none in this range.</exception>
    internal Tensor Integers(Shape shape, int low, int high)
    {
        if (low >= high)
            throw new ArgumentException($"Random integers need a range that is not empty; {low} to {high} is.");
        var y = Tensor.Empty(shape, TF_DataType.TF_INT32);
        var (key, counter) = Reserve(y.size);
        Tensor.Device.RandomIntegers(key, counter, y.Storage, y.size, low, high);
        return y;
    }

    private sealed class Use(RandomGenerator? before) : IDisposable
    {
        public void Dispose() => t_ofThread = before;
    }
}
