using System.Diagnostics;
using System.Text.Json;
using FashionGanTf.Imaging;
using FashionGanTf.Studio.Tests.Support;
using FashionGanTf.Training;
using Tensorflow.Serialization;

namespace FashionGanTf.Studio.Tests.Api;

/// <summary><c>/api/run</c>: a run that is watched while it is written.</summary>
[TestClass]
public class RunTests
{
    [TestMethod]
    public async Task WithoutARunThereIsNone()
    {
        await using var server = await ApiServer.Start();
        foreach (var path in new[] { "api/run", "api/run/events", "api/run/epochs/1.png" })
            StringAssert.Contains((await server.Problem(path, 404)).GetProperty("detail").GetString(), "--run");
    }

    [TestMethod]
    public async Task FollowsARunFromBeforeItBeginsToItsEnd()
    {
        var run = new WrittenRun("followed");
        await using var server = await ApiServer.Start(options => options with { Run = run.Root });
        await RequireState(server, "waiting", 0, 0, "");

        run.WriteConfig(epochs: 3);
        await RequireState(server, "stopped", 0, 3, "");
        var held = run.Hold();
        await RequireState(server, "training", 0, 3, "");
        run.WriteEpoch(1);
        run.WriteEpoch(2);
        await RequireState(server, "training", 2, 3, "1 2");
        var row = (await server.Json("api/run")).GetProperty("history")[1];
        Assert.AreEqual((2, 0.5), (row.GetProperty("epoch").GetInt32(), row.GetProperty("d_loss").GetDouble()));

        held.Dispose();
        await RequireState(server, "stopped", 2, 3, "1 2");
        run.WriteConfig(epochs: 3, ended: true);
        await RequireState(server, "ended", 2, 3, "1 2");
    }

    /// <summary>A killed run leaves its number, which in a container is 1, the studio's own, or any other process's by now.</summary>
    [TestMethod]
    public async Task ALockThatNobodyHoldsIsNoTrainingWhoeverItNames()
    {
        var run = new WrittenRun("killed");
        run.WriteConfig(epochs: 3);
        run.Write("lock", "");
        await using var server = await ApiServer.Start(options => options with { Run = run.Root });
        foreach (var process in new[] { 1, Environment.ProcessId })
        {
            run.Write("lock.pid", $"{process}");
            Assert.AreEqual("stopped", (await server.Json("api/run")).GetProperty("state").GetString());
        }
    }

    [TestMethod]
    public async Task PicturesOfEpochsAreTheFilesThatTheRunWrote()
    {
        var run = new WrittenRun("pictures");
        run.WriteConfig(epochs: 120);
        run.WriteEpoch(1);
        File.WriteAllText(Path.Combine(run.Root, "samples", "secret.png"), "");
        await using var server = await ApiServer.Start(options => options with { Run = run.Root });
        CollectionAssert
            .AreEqual(File.ReadAllBytes(Path.Combine(run.Root, "samples", "epoch_01.png")), await server.Bytes("api/run/epochs/1.png"));
        foreach (var name in new[]
            { "2.png", "0.png", "-1.png", "01x.png", "99999999999.png", "secret.png", "..%2f..%2frun%2fconfig.json.png", "1.jpg" })
            await server.Problem("api/run/epochs/" + name, 404);
    }

    [TestMethod]
    public async Task APictureThatIsDrawnAnewHasAnotherTag()
    {
        var run = new WrittenRun("tags");
        run.WriteEpoch(1);
        await using var server = await ApiServer.Start(options => options with { Run = run.Root });
        using var first = await server.Client.GetAsync("api/run/epochs/1.png");
        async Task<int> Again()
        {
            using var request = new HttpRequestMessage(HttpMethod.Get, "api/run/epochs/1.png");
            request.Headers.IfNoneMatch.Add(first.Headers.ETag!);
            using var response = await server.Client.SendAsync(request);
            return (int)response.StatusCode;
        }

        Assert.AreEqual(304, await Again());
        PngWriter.Write(Path.Combine(run.Root, "samples", "epoch_01.png"), new Bitmap(9, 9));
        Assert.AreEqual(200, await Again());
    }

    [TestMethod]
    public async Task EventsTellWhatIsKnownAtOnceAndEachChange()
    {
        var run = new WrittenRun("events");
        run.WriteConfig(epochs: 3);
        using var held = run.Hold();
        await using var server = await ApiServer.Start(options => options with { Run = run.Root });
        using var response = await server.Client.GetAsync("api/run/events", HttpCompletionOption.ResponseHeadersRead);
        Assert.AreEqual("text/event-stream", response.Content.Headers.ContentType?.MediaType);
        Assert.AreEqual(("no", "no-cache"),
            (response.Headers.GetValues("X-Accel-Buffering").Single(), response.Headers.CacheControl?.ToString()), "proxies pass them on");
        using var events = new StreamReader(await response.Content.ReadAsStreamAsync());

        Assert.AreEqual(0, (await Next(events)).GetProperty("epochs_done").GetInt32());
        run.WriteEpoch(1);
        // The history and the picture are two files, and may be seen one after the other.
        await Until(events, status => status.GetProperty("epochs_done").GetInt32() == 1
            && status.GetProperty("pictures").GetArrayLength() == 1);
        run.WriteConfig(epochs: 3, ended: true);
        await Until(events, status => status.GetProperty("state").GetString() == "ended");
    }

    [TestMethod]
    public async Task AServerThatEndsEndsItsEventsAtOnce()
    {
        var run = new WrittenRun("ended events");
        var server = await ApiServer.Start(options => options with { Run = run.Root });
        using var client = new HttpClient { BaseAddress = server.Client.BaseAddress };
        using var response = await client.GetAsync("api/run/events", HttpCompletionOption.ResponseHeadersRead);
        using var events = new StreamReader(await response.Content.ReadAsStreamAsync());
        await Next(events);
        await events.ReadLineAsync();
        await events.ReadLineAsync();
        await events.ReadLineAsync();
        var clock = Stopwatch.StartNew();
        await server.DisposeAsync();
        Assert.IsLessThan(2.0, clock.Elapsed.TotalSeconds);
        Assert.AreEqual("", await events.ReadToEndAsync(), "no half event, and no broken connection");
    }

    [TestMethod]
    public async Task FilesThatAreNoRunsAreAProblem()
    {
        var run = new WrittenRun("broken");
        run.WriteConfig(epochs: 3);
        await using var server = await ApiServer.Start(options => options with { Run = run.Root });
        run.Write("history.jsonl", "{\"epoch\":1}\nnonsense\n");
        StringAssert.Contains((await server.Problem("api/run", 503)).GetProperty("detail").GetString(), "history.jsonl");
        run.Write("config.json", "{}");
        StringAssert.Contains((await server.Problem("api/run/events", 503)).GetProperty("detail").GetString(), "config.json");
    }

    private static async Task RequireState(ApiServer server, string state, int done, int planned, string pictures)
    {
        var status = await server.Json("api/run");
        Assert.AreEqual(
            ("followed", state, done, planned, pictures),
            (status.GetProperty("name").GetString(), status.GetProperty("state").GetString(), status.GetProperty("epochs_done").GetInt32(),
                status.GetProperty("epochs_planned").GetInt32(), string.Join(' ', status.GetProperty("pictures").EnumerateArray())));
    }

    private static async Task<JsonElement> Next(StreamReader events)
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(20));
        while (true)
        {
            var name = await events.ReadLineAsync(patience.Token);
            var data = await events.ReadLineAsync(patience.Token);
            Assert.AreEqual("", await events.ReadLineAsync(patience.Token));
            if (name == "event: run")
                return JsonDocument.Parse(data!["data: ".Length..]).RootElement;
            Assert.AreEqual(("event: trainer", """data: {"training":null,"failed":null,"failure":null}"""), (name, data));
        }
    }

    private static async Task Until(StreamReader events, Func<JsonElement, bool> isIt)
    {
        while (!isIt(await Next(events)))
        {
        }
    }

    /// <summary>Files as a training writes them, by hand.</summary>
    private sealed class WrittenRun
    {
        private readonly RunFolders _folders;
        private string _history = "";

        internal WrittenRun(string name)
        {
            _folders = new RunFolders(Workplace.Path(name));
            _folders.Create();
        }

        internal string Root => _folders.Root;

        internal void WriteConfig(int epochs, bool ended = false) => Write(
            "config.json", new RunConfig(new TrainingOptions { Epochs = epochs }, 60_000, 2)
            { DataSha256 = new string('0', 64), Ended = ended ? DateTimeOffset.UtcNow : null }.ToJson());

        internal RunLock Hold() => RunLock.Take(_folders);

        internal void WriteEpoch(int epoch)
        {
            Write("history.jsonl", _history += $"{{\"epoch\":{epoch},\"d_loss\":0.5}}\n");
            PngWriter.Write(Path.Combine(_folders.Samples, $"epoch_{epoch:00}.png"), new Bitmap(4, 4));
        }

        internal void Write(string name, string text) =>
            AtomicFile.Write(Path.Combine(_folders.Run, name), file => file.Write(System.Text.Encoding.UTF8.GetBytes(text)));
    }
}
