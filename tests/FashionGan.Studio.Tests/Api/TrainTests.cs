using System.Text.Json;
using FashionGanTf.Studio.Tests.Support;
using FashionGanTf.Training;

namespace FashionGanTf.Studio.Tests.Api;

/// <summary><c>/api/run/train</c> and <c>/api/run/stop</c>: trainings in processes of their own, one at a time.</summary>
[TestClass]
public class TrainTests
{
    private static readonly string[] s_program = ["dotnet", Path.Combine(AppContext.BaseDirectory, "fashion-gan.dll")];

    [TestMethod]
    [Timeout(240_000)]
    public async Task ARunBeginsIsStoppedGoesOnAndEnds()
    {
        var folder = Workplace.Path("trained here");
        await using var server = await ApiServer.Start(options => options with
            { Data = Workplace.ManyPictures, Runs = folder, Trainer = s_program });
        Assert.AreEqual(404, (int)(await server.Client.GetAsync("api/run")).StatusCode, "there is no run yet");
        var (status, body) = await server.Post("api/run/train?run=first&epochs=2&seed=5");
        Assert.AreEqual((200, "first"), (status, body.GetProperty("training").GetString()), body.ToString());
        StringAssert.Contains((await server.Post("api/run/train?run=second")).Body.GetProperty("detail").GetString(), "one at a time");

        var running = await Until(server, run => run.GetProperty("running").ValueKind == JsonValueKind.Object);
        Assert.AreEqual((1, 62), (running.GetProperty("running").GetProperty("epoch").GetInt32(),
            running.GetProperty("running").GetProperty("steps").GetInt32()));
        Assert.HasCount(running.GetProperty("running").GetProperty("step").GetInt32(),
            running.GetProperty("running").GetProperty("d_loss").EnumerateArray().ToArray(), "a point a step");
        // Its lock is the one that the command line takes.
        Assert.Throws<IOException>(() => RunLock.Take(new RunFolders(Path.Combine(folder, "first"))));
        Assert.AreEqual(200, (await server.Post("api/run/stop")).Status);
        await Until(server, run => run.GetProperty("state").GetString() == "stopped");
        Assert.IsTrue(File.Exists(Path.Combine(folder, "first", "run", "generator.safetensors")), "it was saved");

        await UntilFree(server);
        Assert.AreEqual(409, (await server.Post("api/run/stop")).Status);
        Assert.AreEqual(409, (await server.Post("api/run/train?run=first")).Status, "it is there already");
        Assert.AreEqual(200, (await server.Post("api/run/train?run=first&start=resume&epochs=1")).Status);
        await UntilFree(server);
        // The run has two epochs, so it does not go on for one: what train says is told.
        using var events = await server.Client.GetAsync("api/run/events", HttpCompletionOption.ResponseHeadersRead);
        using var lines = new StreamReader(await events.Content.ReadAsStreamAsync());
        string? line;
        while ((line = await lines.ReadLineAsync()) is not null && !line.Contains("\"failure\":"))
        {
        }

        StringAssert.Contains(line, "--epochs 1 (the run has 2)");
    }

    [TestMethod]
    public async Task OnlyThePageTrainsAndOnlyWhereItIsAllowedAndBelowTheFolder()
    {
        var folder = Workplace.Path("guarded");
        await using (var closed = await ApiServer.Start(options => options with { Runs = folder }))
            StringAssert.Contains((await closed.Post("api/run/train?run=a")).Body.GetProperty("detail").GetString(), "--allow-training");
        await using var server = await ApiServer.Start(options => options with { Runs = folder, Trainer = ["sh", "-c", "sleep 60"] });
        Assert.AreEqual(403, (await server.Post("api/run/train?run=a", isOwnPage: false)).Status,
            "a stranger's page cannot send the header");
        Assert.AreEqual(405, (int)(await server.Client.GetAsync("api/run/train?run=a")).StatusCode);
        foreach (var name in new[] { "..", "../a", "a/b", "", ".a", "a%00", new string('a', 61) })
            Assert.AreEqual(400, (await server.Post($"api/run/train?run={name}")).Status, name);
        Assert.AreEqual(400, (await server.Post("api/run/train?run=a&epochs=0")).Status);
        Assert.AreEqual(400, (await server.Post("api/run/train?run=a&network=lstm")).Status);
        Assert.AreEqual(409, (await server.Post("api/run/train?run=a&start=resume")).Status, "there is nothing to go on with");
    }

    [TestMethod]
    public async Task AServerThatEndsEndsItsTraining()
    {
        var mark = Workplace.Path("ended.txt");
        var server = await ApiServer.Start(options => options with { Runs = Workplace.Path("ending"), Trainer =
            ["sh", "-c", $"trap 'echo stopped > \"{mark}\"; exit 143' TERM; while true; do sleep 0.1; done"] });
        Assert.AreEqual(200, (await server.Post("api/run/train?run=a")).Status);
        await Task.Delay(300);
        await server.DisposeAsync();
        Assert.AreEqual("stopped", File.ReadAllText(mark).Trim());
    }

    [TestMethod]
    public async Task RunsOfAFolderAreListedTheNewestFirst()
    {
        var folder = Workplace.Path("several");
        foreach (var (name, epochs) in new[] { ("old", 3), ("new", 5) })
        {
            var folders = new RunFolders(Path.Combine(folder, name));
            folders.Create();
            File.WriteAllText(Path.Combine(folders.Run, "config.json"), new RunConfig(
                new TrainingOptions { Epochs = epochs, Flip = true }, 100, 1) { DataSha256 = new string('0', 64) }.ToJson());
            await Task.Delay(20);
        }

        Directory.CreateDirectory(Path.Combine(folder, "no run"));
        await using var server = await ApiServer.Start(options => options with { Runs = folder });
        Assert.AreEqual("new", (await server.Json("api/run")).GetProperty("name").GetString());
        var old = await server.Json("api/run?run=old");
        Assert.AreEqual((3, "--epochs 3 --flip"), (old.GetProperty("epochs_planned").GetInt32(),
            string.Join(' ', old.GetProperty("settings").EnumerateArray())));
        await server.Problem("api/run?run=..", 400);
    }

    private static async Task<JsonElement> Until(ApiServer server, Func<JsonElement, bool> isIt)
    {
        while (true)
        {
            using var response = await server.Client.GetAsync("api/run");
            if (response.IsSuccessStatusCode
                && JsonDocument.Parse(await response.Content.ReadAsByteArrayAsync()).RootElement is var run && isIt(run))
                return run;
            await Task.Delay(100);
        }
    }

    /// <summary>Waits until nothing is trained: the lock is free before the process has ended.</summary>
    private static async Task UntilFree(ApiServer server)
    {
        while (true)
        {
            using var events = await server.Client.GetAsync("api/run/events", HttpCompletionOption.ResponseHeadersRead);
            using var lines = new StreamReader(await events.Content.ReadAsStreamAsync());
            string? line;
            while ((line = await lines.ReadLineAsync()) is not null && !line.Contains("\"training\":"))
            {
            }

            if (line!.Contains("\"training\":null"))
                return;
            await Task.Delay(200);
        }
    }
}
