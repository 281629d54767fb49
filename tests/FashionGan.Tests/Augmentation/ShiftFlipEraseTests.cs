using FashionGanTf.Augmentation;
using Tensorflow;
using Tensorflow.NumPy;
using static Tensorflow.Binding;

namespace FashionGanTf.Tests.Augmentation;

/// <summary>Shifts, flips and erasing against values worked out by hand.</summary>
[TestClass]
public class ShiftFlipEraseTests
{
    private const float No = 0.9f;
    private const float Yes = 0.1f;

    /// <summary>The numbers of shifts: 0, 0.2, 0.4, 0.6, 0.8 begin -2 ... 2.</summary>
    private const float Stay = 0.5f;
    private const float One = 0.7f;
    private const float MinusOne = 0.3f;

    [TestMethod]
    [DataRow(Stay, Stay, No, new byte[] { 1, 2, 3, 4, 5, 6, 7, 8, 9 }, DisplayName = "nothing")]
    [DataRow(One, Stay, No, new byte[] { 0, 1, 2, 0, 4, 5, 0, 7, 8 }, DisplayName = "right")]
    [DataRow(0f, Stay, No, new byte[] { 3, 0, 0, 6, 0, 0, 9, 0, 0 }, DisplayName = "left by two")]
    [DataRow(Stay, MinusOne, No, new byte[] { 4, 5, 6, 7, 8, 9, 0, 0, 0 }, DisplayName = "up")]
    [DataRow(Stay, 0.99f, No, new byte[] { 0, 0, 0, 0, 0, 0, 1, 2, 3 }, DisplayName = "down by two")]
    [DataRow(Stay, Stay, Yes, new byte[] { 3, 2, 1, 6, 5, 4, 9, 8, 7 }, DisplayName = "mirrored")]
    [DataRow(One, One, Yes, new byte[] { 0, 0, 0, 0, 3, 2, 0, 6, 5 }, DisplayName = "mirrored, then shifted")]
    public void APictureMovesAndIsMirrored(float right, float down, float flip, byte[] expected)
    {
        var picture = np.array(Enumerable.Range(1, 9).Select(i => (byte)i).ToArray()).reshape((1, 3, 3, 1));
        CollectionAssert.AreEqual(expected, ShiftFlipErase.Apply(picture, [right, down, flip, No, 0, 0, 0, 0]).ToArray<byte>());
    }

    [TestMethod]
    // 0.02 + 0.38 a = 0.16 of 100 pixels, 0.3 + (1/0.3 - 0.3) r = 1: a square of 4; 0.5 * 7 places down.
    [DataRow(0.14f / 0.38f, 0.7f / (1 / 0.3f - 0.3f), 0.5f, 0f, 3, 0, 4, 4, DisplayName = "a square")]
    // 9 pixels, 0.3 times as high as wide: sqrt(2.7) = 1.6 high, sqrt(30) = 5.48 wide; the last of 6 places to the right.
    [DataRow(0.07f / 0.38f, 0f, 0f, 0.99f, 0, 5, 2, 5, DisplayName = "a low one")]
    // 40 pixels, 10/3 as high as wide: sqrt(133) = 11.5 is cut to 10; sqrt(12) = 3.5 wide.
    [DataRow(0.99999f, 0.99999f, 0.5f, 0.5f, 0, 4, 10, 3, DisplayName = "a high one")]
    public void ARectangleIsErased(float area, float ratio, float down, float right, int top, int left, int height, int width)
    {
        var white = np.array(Enumerable.Repeat((byte)255, 100).ToArray()).reshape((1, 10, 10, 1));
        var pixels = ShiftFlipErase.Apply(white, [Stay, Stay, No, Yes, area, ratio, down, right]).ToArray<byte>();
        for (var i = 0; i < 100; i++)
        {
            var isInside = i / 10 >= top && i / 10 < top + height && i % 10 >= left && i % 10 < left + width;
            Assert.AreEqual(isInside ? 0 : 255, pixels[i], $"row {i / 10}, column {i % 10}");
        }
    }

    [TestMethod]
    public void EachPictureChangesInItsOwnWayAndTheSameSeedTheSame()
    {
        Tensor pictures = np.array(Enumerable.Range(0, 4 * 784).Select(i => (byte)(i % 784 / 4)).ToArray()).reshape((4, 28, 28, 1));
        byte[] Changed()
        {
            tf.set_random_seed(3);
            return ShiftFlipErase.Apply(pictures).ToArray<byte>();
        }

        var changed = Changed();
        CollectionAssert.AreEqual(changed, Changed());
        Assert.AreEqual(4, changed.Chunk(784).Select(Convert.ToHexString).Distinct().Count());
    }
}
