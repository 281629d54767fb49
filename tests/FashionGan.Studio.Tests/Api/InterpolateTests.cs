using FashionGanTf.Generation;
using FashionGanTf.Imaging;
using FashionGanTf.Studio.Tests.Support;

namespace FashionGanTf.Studio.Tests.Api;

/// <summary><c>/api/interpolate</c>: walks.</summary>
[TestClass]
public class InterpolateTests
{
    private static ApiServer s_server = null!;

    [ClassInitialize]
    public static async Task Begin(TestContext context) => s_server = await ApiServer.Start();

    [ClassCleanup]
    public static async Task End() => await s_server.DisposeAsync();

    [TestMethod]
    public async Task WalksInEqualStepsFromOneToTheOther()
    {
        var drawn = Pictures.Of(null, "7.3", "walk(7.3,8.0,0.25)", "walk(7.3,8.0,0.5)", "walk(7.3,8.0,0.75)", "8.0");
        CollectionAssert.AreEqual(Pictures.Pixels(drawn), await s_server.Bytes("api/interpolate?from=7.3&to=8.0&count=5&format=raw"));
    }

    [TestMethod]
    public async Task AnAnimationHasTheDelayAndTheScale()
    {
        var frames = Pictures.Of(0.5, "7.3", "walk(7.3,8.0,0.5)", "8.0").Select(picture => Enlargement.Of(picture, 3)).ToArray();
        CollectionAssert.AreEqual(WalkAnimation.Encode(frames, 120),
            await s_server.Bytes("api/interpolate?from=7.3&to=8.0&count=3&scale=3&delay=120&truncation=0.5&format=animation"));
        CollectionAssert.AreNotEqual(WalkAnimation.Encode(frames, 80), WalkAnimation.Encode(frames, 120));
    }

    [TestMethod]
    public async Task RecipesOfTheWayCanBeDrawnAgain()
    {
        var way = (await s_server.Json("api/interpolate?from=7.3&to=8.0&count=3")).EnumerateArray().ToArray();
        CollectionAssert.AreEqual(new[] { "walk(7.3,8.0,0)", "walk(7.3,8.0,0.5)", "walk(7.3,8.0,1)" },
            way.Select(one => one.GetProperty("recipe").GetString()).ToArray());
        var again = await s_server.Json("api/generate?picture=walk(7.3,8.0,0.5)");
        Assert.AreEqual(way[1].GetProperty("png").GetString(), again[0].GetProperty("png").GetString());
    }
}
