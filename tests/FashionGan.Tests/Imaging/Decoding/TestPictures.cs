using System.Text.Json;
using FashionGanTf.Imaging;

namespace FashionGanTf.Tests.Imaging.Decoding;

/// <summary>The pictures beside the tests, and what Pillow reads in them: see pictures/README.md.</summary>
internal static class TestPictures
{
    private static readonly JsonElement s_expected =
        JsonDocument.Parse(File.ReadAllText(PathOf("expected.json"))).RootElement.GetProperty("pictures");

    internal static string PathOf(string name) => Path.Combine(AppContext.BaseDirectory, "pictures", name);

    internal static byte[] Bytes(string name) => File.ReadAllBytes(PathOf(name));

    /// <summary>What Pillow makes of a picture, in three channels.</summary>
    internal static Bitmap Expected(string name)
    {
        var picture = s_expected.GetProperty(name);
        return new Bitmap(picture.GetProperty("width").GetInt32(), picture.GetProperty("height").GetInt32(), 3,
            picture.GetProperty("rgb").GetBytesFromBase64());
    }

    /// <summary>Requires that two pictures have one size, that no byte differs by more than <paramref name="most"/>, and bytes on average
    /// by no more than <paramref name="mean"/>.</summary>
    internal static void RequireAlike(Bitmap expected, Bitmap actual, int most, double mean, string what)
    {
        Assert.AreEqual((expected.Width, expected.Height), (actual.Width, actual.Height), what);
        var differences = expected.ToColour().Pixels.Zip(actual.ToColour().Pixels, (one, other) => Math.Abs(one - other)).ToArray();
        Assert.IsLessThanOrEqualTo(most, differences.Max(), what);
        Assert.IsLessThanOrEqualTo(mean, differences.Average(), what);
    }
}
