using Tensorflow.Devices;

namespace Tensorflow.Tests.Core;

/// <summary>Which free block serves.</summary>
[TestClass]
public class StoragePoolTests
{
    [TestMethod]
    public void ALargerFreeBlockServesUnlessItIsMuchTooLarge()
    {
        var sizes = new List<long>();
        // Nobody reads or writes there.
        var pool = new StoragePool(Device.Processor, bytes =>
        {
            sizes.Add(bytes);
            return sizes.Count;
        });
        var (small, large) = (pool.Rent(1024), pool.Rent(1280));
        small.Release();
        large.Release();
        var (first, second, third) = (pool.Rent(960), pool.Rent(960), pool.Rent(960));
        Assert.AreEqual((1, 2, 3), (first.Settled, second.Settled, third.Settled), "the smallest that is large enough first");
        CollectionAssert.AreEqual(new long[] { 1024, 1280, 960 }, sizes);
        second.Release();
        Assert.AreEqual(4, pool.Rent(640).Settled, "1280 is twice as much");
        Assert.AreEqual(2, pool.Rent(1280).Settled, "it is still as large as it was");
        Assert.AreEqual(1024 + 1280 + 960 + 640, pool.BytesTaken);
    }
}
