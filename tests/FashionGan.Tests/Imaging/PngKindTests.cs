using FashionGanTf.Imaging;
using FashionGanTf.Imaging.Decoding;
using static FashionGanTf.Tests.Imaging.RawPng;

namespace FashionGanTf.Tests.Imaging;

/// <summary>The kinds of PNG files that other programs write, worked out by hand.</summary>
[TestClass]
public class PngKindTests
{
    [TestMethod]
    public void SixteenBitsAreRounded()
    {
        // Of 257 steps each: 0x8000 is 127.5, 0x80FF 128.5 less a little.
        RequireGray([0, 128, 128, 255], Of(Header(4, 1, depth: 16), Data(0, 0, 0, 0x80, 0, 0x80, 0xff, 0xff, 0xff), End));
        RequireRgb([1, 2, 3], Of(Header(1, 1, depth: 16, color: 2), Data(0, 1, 1, 2, 2, 3, 3), End));
    }

    [TestMethod]
    public void FewBitsReachFromBlackToWhite()
    {
        RequireGray([0, 255, 0, 255, 0, 255, 0, 255, 255], Of(Header(9, 1, depth: 1), Data(0, 0x55, 0x80), End));
        RequireGray([0, 85, 170, 255, 85], Of(Header(5, 1, depth: 2), Data(0, 0x1b, 0x40), End));
        RequireGray([0, 255, 17], Of(Header(3, 1, depth: 4), Data(0, 0x0f, 0x10), End));
    }

    [TestMethod]
    public void WhatIsTransparentStandsOnBlack()
    {
        RequireGray([200, 100, 0], Of(Header(3, 1, color: 4), Data(0, 200, 255, 199, 128, 255, 0), End));
        RequireRgb([10, 20, 30, 5, 10, 15], Of(Header(2, 1, color: 6), Data(0, 10, 20, 30, 255, 10, 20, 30, 127), End));
        // 0x8080 of half of 0xffff.
        RequireGray([64], Of(Header(1, 1, depth: 16, color: 4), Data(0, 0x80, 0x80, 0x7f, 0xff), End));
        // One brightness, or one colour, is transparent.
        RequireGray([255, 0, 254], Of(Header(3, 1), Chunk("tRNS"u8, [0, 7]), Data(0, 255, 7, 254), End));
        RequireRgb([0, 0, 0, 1, 2, 4], Of(Header(2, 1, color: 2), Chunk("tRNS"u8, [0, 1, 0, 2, 0, 3]), Data(0, 1, 2, 3, 1, 2, 4), End));
    }

    [TestMethod]
    public void PalettesAreLookedUp()
    {
        var palette = Chunk("PLTE"u8, [1, 2, 3, 40, 50, 60, 255, 255, 255]);
        RequireRgb([40, 50, 60, 1, 2, 3], Of(Header(2, 1, color: 3), palette, Data(0, 1, 0), End));
        RequireRgb([1, 2, 3, 255, 255, 255, 40, 50, 60], Of(Header(3, 1, depth: 2, color: 3), palette, Data(0, 0x24), End));
        RequireRgb([1, 2, 3, 0, 0, 0, 255, 255, 255],
            Of(Header(3, 1, color: 3), palette, Chunk("tRNS"u8, [255, 0]), Data(0, 0, 1, 2), End));
    }

    [TestMethod]
    public void FiltersCountInPixelsOfTheFile() =>
        // Sub: each byte to that of the pixel before, 4 bytes away; then Up.
        RequireRgb([1, 2, 3, 11, 12, 13, 2, 3, 4, 12, 13, 14],
            Of(Header(2, 2, color: 6), Data(1, 1, 2, 3, 255, 10, 10, 10, 0, 2, 1, 1, 1, 0, 1, 1, 1, 0), End));

    private static void RequireGray(byte[] pixels, byte[] png) => Require(1, pixels, png);

    private static void RequireRgb(byte[] pixels, byte[] png) => Require(3, pixels, png);

    private static void Require(int channels, byte[] pixels, byte[] png)
    {
        var picture = PictureReader.Decode(png);
        Assert.AreEqual(channels, picture.Channels);
        CollectionAssert.AreEqual(pixels, picture.Pixels);
    }
}
