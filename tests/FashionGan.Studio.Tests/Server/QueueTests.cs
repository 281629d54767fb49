using FashionGanTf.Studio.Drawing;
using FashionGanTf.Studio.Http;
using FashionGanTf.Studio.Models;
using FashionGanTf.Studio.Tests.Support;

namespace FashionGanTf.Studio.Tests.Server;

/// <summary>How requests wait to be drawn.</summary>
[TestClass]
public class QueueTests
{
    private static readonly Lazy<StudioModel> s_model = new(() => StudioModel.Load(Workplace.Model));

    [TestMethod]
    public async Task OrdersThatWaitShareACallOfTheGenerator()
    {
        using var queue = new DrawingQueue(places: 10);
        // Noise that is too short makes a call fail, and whoever is in it: so one sees who was.
        var (before, wrong, after) = (Draw(queue, 128), Draw(queue, 1, length: 99), Draw(queue, 1));
        Assert.HasCount(128, await before);
        await Assert.ThrowsExactlyAsync<ArgumentException>(() => wrong);
        await Assert.ThrowsExactlyAsync<ArgumentException>(() => after);
        Assert.HasCount(1, await Draw(queue, 1), "the next call is a call of its own");
    }

    [TestMethod]
    public async Task WhoHasLeftIsNotDrawn()
    {
        using var queue = new DrawingQueue(places: 10);
        using var leaves = new CancellationTokenSource();
        var (before, left, after) = (Draw(queue, 128), Draw(queue, 1, length: 99, stop: leaves.Token), Draw(queue, 1));
        await leaves.CancelAsync();
        Assert.HasCount(128, await before);
        await Assert.ThrowsAsync<OperationCanceledException>(() => left);
        Assert.HasCount(1, await after, "it was not in a call with noise that makes calls fail");
    }

    [TestMethod]
    public async Task WhenItIsFullTheNextAreToldToTryAgain()
    {
        using var queue = new DrawingQueue(places: 1);
        var orders = Enumerable.Range(0, 20).Select(_ => Draw(queue, 128)).ToArray();
        var busy = 0;
        foreach (var order in orders)
            try
            {
                Assert.HasCount(128, await order);
            }
            catch (ProblemException problem)
            {
                Assert.AreEqual((429, 1), (problem.Status, problem.RetryAfter));
                busy++;
            }

        Assert.IsTrue(busy is > 0 and < 20, $"{busy} of 20 were refused");
    }

    [TestMethod]
    public async Task LaterPartsOfALongAnswerWaitForAPlace()
    {
        using var queue = new DrawingQueue(places: 1);
        var orders = Enumerable.Range(0, 6).Select(_ => queue.Draw(s_model.Value, Noise(128), waits: true, CancellationToken.None)).ToArray();
        foreach (var order in orders)
            Assert.HasCount(128, await order);
    }

    [TestMethod]
    public async Task ItsEndDrawsWhatWaits()
    {
        var queue = new DrawingQueue(places: 10);
        var orders = Enumerable.Range(0, 5).Select(_ => Draw(queue, 64)).ToArray();
        queue.Dispose();
        foreach (var order in orders)
            Assert.HasCount(64, await order);
    }

    private static Task<Imaging.Bitmap[]> Draw(DrawingQueue queue, int count, int length = 100, CancellationToken stop = default) =>
        queue.Draw(s_model.Value, Noise(count, length), waits: false, stop);

    private static float[][] Noise(int count, int length = 100) => [.. Enumerable.Range(0, count).Select(_ => new float[length])];
}
