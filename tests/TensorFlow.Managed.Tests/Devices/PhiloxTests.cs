using System.Numerics;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;
using Tensorflow.Devices.Cpu;

namespace Tensorflow.Tests.Devices;

/// <summary>Philox and its mappings: TensorFlow's numbers, the same from every variant and on any number of threads.</summary>
[TestClass]
public class PhiloxTests
{
    [TestMethod]
    public void BitsUniformsAndIntegersAreTensorFlowsBitForBit()
    {
        foreach (var golden in Golden.Cases("random"))
        {
            var (key, counter) = Place(golden);
            var n = golden.Values<int>("bits").Length;
            CollectionAssert.AreEqual(golden.Values<int>("bits"), Draw<int>(n, y => Tensor.Device.RandomBits(key, counter, y.Storage, n)),
                $"{golden} bits");
            CollectionAssert.AreEqual(golden.Values<float>("uniform"),
                Draw<float>(n, y => Tensor.Device.RandomUniform(key, counter, y.Storage, n, 0, 1)), $"{golden} uniform");
            CollectionAssert.AreEqual(
                golden.Values<int>("integers_0_1000"), Draw<int>(n, y => Tensor.Device.RandomIntegers(key, counter, y.Storage, n, 0, 1000)),
                $"{golden} integers");
        }
    }

    [TestMethod]
    public void NormalsAreTensorFlows()
    {
        foreach (var golden in Golden.Cases("random"))
        {
            var (key, counter) = Place(golden);
            var n = golden.Values<float>("normal").Length;
            var normal = Draw<float>(n, y => Tensor.Device.RandomNormal(key, counter, y.Storage, n, 0, 1));
            Near.AreEqual(golden["normal"], Tensor.From<float>(normal, n), $"{golden} normal", 1.2e-6);
            var truncated = Draw<float>(n, y => Tensor.Device.RandomTruncatedNormal(key, counter, y.Storage, n, 0, 1));
            Near.AreEqual(golden["truncated_normal"], Tensor.From<float>(truncated, n), $"{golden} truncated normal", 1.2e-6);
        }
    }

    [TestMethod]
    public void EveryVariantGivesTheReferencesBits()
    {
        foreach (var (name, fill, blocksAtOnce, isSupported) in Variants())
        {
            if (!isSupported)
                continue;
            foreach (var length in new[] { 0, 1, 3, 4, 7, 8, 15, 16, 31, 32, 33, 63, 64, 100, 1000 })
            foreach (var (key, low, high) in new[] { (0UL, 0UL, 0UL), (0x123456789ABCDEF0UL, 0xFFFFFFF0UL, 0xFEDCBA9876543210UL),
                (ulong.MaxValue, ulong.MaxValue - 1000, ulong.MaxValue) })
            {
                uint[] expected = new uint[length], actual = new uint[length];
                Philox.Reference(key, new UInt128(high, low), expected);
                var blocks = fill(key, low, high, actual);
                Assert.AreEqual(length / (4 * blocksAtOnce) * blocksAtOnce, blocks, $"{name}: whole vectors of {length}");
                CollectionAssert.AreEqual(expected[..(4 * blocks)], actual[..(4 * blocks)], $"{name}: {length} numbers of key {key}");
            }
        }
    }

    [TestMethod]
    public void TheCounterCarriesIntoItsUpperHalf()
    {
        var counter = new UInt128(6, ulong.MaxValue - 2);
        var actual = new uint[64];
        Philox.Bits(5, counter, actual);
        for (var block = 0; block < 16; block++)
        {
            var expected = new uint[4];
            Philox.Block(5, counter + (uint)block, expected);
            CollectionAssert.AreEqual(expected, actual[(4 * block)..(4 * block + 4)], $"block {block}");
        }
    }

    [TestMethod]
    public void NumbersAreTheSameOnAnyNumberOfThreads()
    {
        const int Count = 3 * Work.PieceLength + 1001;
        var threads = Work.Threads;
        try
        {
            List<double[]>? first = null;
            foreach (var count in new[] { 1, 2, 3, 8 })
            {
                Work.Threads = count;
                var draws = AllDistributions(Count);
                first ??= draws;
                for (var i = 0; i < draws.Count; i++)
                    CollectionAssert.AreEqual(first[i], draws[i], $"distribution {i} on {count} threads");
            }
        }
        finally
        {
            Work.Threads = threads;
        }
    }

    [TestMethod]
    public void ANumberDoesNotDependOnHowManyAreDrawn()
    {
        var all = AllDistributions(Work.PieceLength + 600);
        foreach (var count in new[] { 1, 2, 3, 5, 16, 100, 511, 513, 2049, Work.PieceLength + 1 })
        {
            var draws = AllDistributions(count);
            for (var i = 0; i < all.Count; i++)
                CollectionAssert.AreEqual(all[i][..count], draws[i], $"distribution {i}, {count} numbers");
        }
    }

    [TestMethod]
    public void IntegersReachBothEndsOfTheWidestRange()
    {
        const int Count = 100_000;
        var numbers = Draw<int>(Count, y => Tensor.Device.RandomIntegers(1, 0, y.Storage, Count, int.MinValue, int.MaxValue));
        Assert.IsLessThan(int.MinValue + 1_000_000, numbers.Min());
        Assert.IsGreaterThan(int.MaxValue - 1_000_000, numbers.Max());
    }

    private static List<double[]> AllDistributions(int count) =>
    [
        Numbers<int>(count, y => Tensor.Device.RandomBits(7, 9, y.Storage, count)),
        Numbers<float>(count, y => Tensor.Device.RandomUniform(7, 9, y.Storage, count, -1, 1)),
        Numbers<float>(count, y => Tensor.Device.RandomNormal(7, 9, y.Storage, count, 1, 2)),
        Numbers<float>(count, y => Tensor.Device.RandomTruncatedNormal(7, 9, y.Storage, count, 1, 2)),
        Numbers<int>(count, y => Tensor.Device.RandomIntegers(7, 9, y.Storage, count, -5, 5)),
    ];

    private static double[] Numbers<T>(int count, Action<Tensor> fill) where T : unmanaged, INumber<T> =>
        Array.ConvertAll(Draw<T>(count, fill), double.CreateChecked);

    private static T[] Draw<T>(int count, Action<Tensor> fill) where T : unmanaged
    {
        var y = Tensor.Empty(count, DataTypes.Of<T>());
        fill(y);
        return y.ToArray<T>();
    }

    private static (ulong Key, UInt128 Counter) Place(Golden golden)
    {
        var counter = golden.Values<long>("counter");
        return ((ulong)golden.Values<long>("key")[0], new UInt128((ulong)counter[1], (ulong)counter[0]));
    }

    private static IEnumerable<(string Name, Philox.BlockFill Fill, int BlocksAtOnce, bool IsSupported)> Variants() =>
    [
        ("512 bits", Philox.Fill512, 16, Avx512F.IsSupported),
        ("256 bits", Philox.Fill256, 8, Avx2.IsSupported),
        ("128 bits", Philox.Fill128, 2, Vector128.IsHardwareAccelerated),
    ];
}
