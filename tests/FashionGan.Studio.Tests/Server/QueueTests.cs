using FashionGanTf.Generation;
using FashionGanTf.Generation.Recipes;
using FashionGanTf.Models;
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
        using var gate = new Gate(queue);
        // Noise that is too short makes a call fail, and whoever is in it: so one sees who was.
        var (wrong, after) = (Draw(queue, 1, length: 99), Draw(queue, 1));
        await gate.Open();
        await Assert.ThrowsExactlyAsync<ArgumentException>(() => wrong);
        await Assert.ThrowsExactlyAsync<ArgumentException>(() => after);
        Assert.HasCount(1, await Draw(queue, 1), "the next call is a call of its own");
    }

    [TestMethod]
    public async Task WhoHasLeftIsNotDrawn()
    {
        using var queue = new DrawingQueue(places: 10);
        using var gate = new Gate(queue);
        using var leaves = new CancellationTokenSource();
        var (left, after) = (Draw(queue, 1, length: 99, stop: leaves.Token), Draw(queue, 1));
        await leaves.CancelAsync();
        await gate.Open();
        await Assert.ThrowsAsync<OperationCanceledException>(() => left);
        Assert.HasCount(1, await after, "it was not in a call with noise that makes calls fail");
    }

    [TestMethod]
    public async Task WhenItIsFullTheNextAreToldToTryAgain()
    {
        using var queue = new DrawingQueue(places: 1);
        using var gate = new Gate(queue);
        var orders = Enumerable.Range(0, 5).Select(_ => Draw(queue, 1)).ToArray();
        await gate.Open();
        var busy = 0;
        foreach (var order in orders)
            try
            {
                Assert.HasCount(1, await order);
            }
            catch (ProblemException problem)
            {
                Assert.AreEqual((429, 1), (problem.Status, problem.RetryAfter));
                busy++;
            }

        // The one that is drawn may not have left its place yet.
        Assert.IsTrue(busy is 4 or 5, $"{busy} of 5 were refused");
        Assert.HasCount(1, await Draw(queue, 1), "there is room again");
    }

    [TestMethod]
    public async Task LaterPartsOfALongAnswerWaitForAPlace()
    {
        using var queue = new DrawingQueue(places: 1);
        var orders = Enumerable.Range(0, 6)
            .Select(_ => queue.Draw(s_model.Value, Inputs(128), waits: true, CancellationToken.None)).ToArray();
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

    [TestMethod]
    public async Task AQueuedPicturesClassIsItsOwnWhateverStandsBesideIt()
    {
        var model = StudioModel.Load(Workplace.ConditionalModel);
        using var queue = new DrawingQueue(places: 20);
        using var gate = new Gate(queue, model);
        string[] recipes = ["7.3@bag", "7.3", "8.0@t-shirt/top", "walk(7.3@bag,8.0@sneaker,0.5)", "7.3@sneaker"];
        var orders = recipes.Select(text => Recipe.Parse(text)).Select(recipe =>
            queue.Draw(model, model.Gan.Prepare([recipe], Manner.Plain), waits: false, CancellationToken.None)).ToArray();
        await gate.Open();
        for (var i = 0; i < recipes.Length; i++)
            CollectionAssert.AreEqual(
                model.Gan.Draw([Recipe.Parse(recipes[i])])[0].Pixels, (await orders[i])[0].Pixels, $"{recipes[i]}, number {i} in its call");
    }

    private static Task<Imaging.Bitmap[]> Draw(DrawingQueue queue, int count, int length = 100, CancellationToken stop = default) =>
        queue.Draw(s_model.Value, Inputs(count, length), waits: false, stop);

    /// <summary>Noise for a model without classes.</summary>
    private static GeneratorInput[] Inputs(int count, int length = 100) =>
        [.. Enumerable.Range(0, count).Select(_ => new GeneratorInput(new float[length], []))];

    /// <summary>An order that fills a call alone and holds the queue's thread until it is let on.</summary>
    private sealed class Gate : IReadOnlyList<GeneratorInput>, IDisposable
    {
        private readonly ManualResetEventSlim _opens = new();
        private readonly Task<Imaging.Bitmap[]> _order;
        private readonly GeneratorInput _input;

        internal Gate(DrawingQueue queue, StudioModel? model = null)
        {
            model ??= s_model.Value;
            _input = new GeneratorInput(new float[100], new float[model.Gan.Classes.Count]);
            _order = queue.Draw(model, this, waits: false, CancellationToken.None);
        }

        public int Count => 256;

        public GeneratorInput this[int index] => _input;

        public IEnumerator<GeneratorInput> GetEnumerator()
        {
            _opens.Wait();
            return Enumerable.Range(0, Count).Select(i => this[i]).GetEnumerator();
        }

        System.Collections.IEnumerator System.Collections.IEnumerable.GetEnumerator() => GetEnumerator();

        public void Dispose()
        {
            _opens.Set();
            _order.Wait();
            _opens.Dispose();
        }

        internal Task Open()
        {
            _opens.Set();
            return _order;
        }
    }
}
