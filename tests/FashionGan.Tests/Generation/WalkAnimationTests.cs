using System.Buffers.Binary;
using FashionGanTf.Generation;
using FashionGanTf.Imaging;

namespace FashionGanTf.Tests.Generation;

/// <summary>Walks as animations.</summary>
[TestClass]
public class WalkAnimationTests
{
    [TestMethod]
    [DataRow(80, 1000)]
    [DataRow(3000, 3000)]
    public void TheLastPictureRests(int delay, int last)
    {
        var png = WalkAnimation.Encode([new Bitmap(1, 1), new Bitmap(1, 1), new Bitmap(1, 1)], delay);
        CollectionAssert.AreEqual(new[] { delay, delay, last }, Delays(png).ToArray());
    }

    /// <summary>Of the chunk fcTL, bytes 20 and 21 are the time's numerator; the denominator is 1000.</summary>
    private static IEnumerable<int> Delays(byte[] png)
    {
        for (var place = 8; place < png.Length; place += 12 + BinaryPrimitives.ReadInt32BigEndian(png.AsSpan(place)))
            if (png.AsSpan(place + 4, 4).SequenceEqual("fcTL"u8))
                yield return BinaryPrimitives.ReadUInt16BigEndian(png.AsSpan(place + 8 + 20));
    }
}
