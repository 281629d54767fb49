using System.Diagnostics;
using System.Net.Sockets;
using System.Text.Json;
using FashionGanTf.Cli.Tests.Support;
using FashionGanTf.Imaging;
using FashionGanTf.Imaging.Decoding;

namespace FashionGanTf.Cli.Tests.Commands;

/// <summary><c>serve</c>, run as people run it.</summary>
[TestClass]
[OSCondition(ConditionMode.Exclude, OperatingSystems.Windows)]
[System.Runtime.Versioning.UnsupportedOSPlatform("windows")]
public class ServeTests
{
    [TestMethod]
    [DataRow("INT", 130)]
    [DataRow("TERM", 143)]
    public async Task ServesUntilASignalAndEndsCleanly(string signal, int exitCode)
    {
        using var process = ProgramRun.Start("serve", "--model", Workplace.Model, "--run", Workplace.Trained, "--port", "0");
        var error = process.StandardError.ReadToEndAsync();
        using var client = new HttpClient { BaseAddress = Address(process) };
        Assert.IsTrue(client.BaseAddress.IsLoopback);
        StringAssert.Contains(await client.GetStringAsync(""), "<html");
        Assert.AreEqual("{\"status\":\"ok\"}", await client.GetStringAsync("healthz"));
        Assert.AreEqual("ended", JsonDocument.Parse(await client.GetStringAsync("api/run")).RootElement.GetProperty("state").GetString());
        // A listener keeps its connection open and must not keep the server.
        using var events = await client.GetAsync("api/run/events", HttpCompletionOption.ResponseHeadersRead);

        var clock = Stopwatch.StartNew();
        Process.Start("kill", [$"-{signal}", $"{process.Id}"])!.WaitForExit();
        var rest = process.StandardOutput.ReadToEndAsync();
        ProgramRun.End(process, () => rest.Result, () => error.Result).RequireFailure(exitCode, "interrupted.");
        Assert.IsLessThan(10.0, clock.Elapsed.TotalSeconds);
        // The log of a server whose output is not a terminal is for programs: an object a line.
        var log = rest.Result.Split('\n', StringSplitOptions.RemoveEmptyEntries)
            .Select(line => JsonDocument.Parse(line).RootElement.GetProperty("State")).ToArray();
        Assert.IsTrue(log.Any(line => line.GetProperty("Path").GetString() == "/api/run" && line.GetProperty("Status").GetInt32() == 200),
            rest.Result);
    }

    [TestMethod]
    public async Task WithoutAModelTheOneThatShipsIsServed()
    {
        using var process = ProgramRun.Start("serve", "--port", "0");
        try
        {
            using var client = new HttpClient { BaseAddress = Address(process) };
            var path = Workplace.Folder("shipped and served.png");
            ProgramRun.Of("generate", "--seed", "7", "--grid", "3x2", "--out", path).RequireSuccess();
            CollectionAssert.AreEqual(
                File.ReadAllBytes(path), await client.GetByteArrayAsync("api/generate?seed=7&count=6&columns=3&format=sheet"));
        }
        finally
        {
            process.Kill();
        }
    }

    [TestMethod]
    public async Task TheApiSendsWhatGenerateWrites()
    {
        using var process = ProgramRun.Start("serve", "--model", Workplace.Model, "--port", "0");
        try
        {
            using var client = new HttpClient { BaseAddress = Address(process) };
            var folder = Directory.CreateDirectory(Workplace.Folder("served")).FullName;
            foreach (var (query, name, options) in new[]
            {
                ("api/generate?seed=7&first=1&count=6&columns=3&scale=2&format=sheet", "sheet.png",
                    "--seed 7 --first 1 --grid 3x2 --scale 2"),
                ("api/generate?seed=7&count=300&truncation=0.7&format=zip", "pictures.zip", "--seed 7 --count 300 --truncation 0.7"),
                ("api/generate?picture=blend(7.3*2,8.0*1)&picture=7.3&format=zip&scale=4", "recipes.zip",
                    "--picture blend(7.3*2,8.0*1) --picture 7.3 --scale 4"),
                ("api/interpolate?from=7.3&to=8.0&count=5&delay=50&format=animation", "walk.png",
                    "--from 7.3 --to 8.0 --count 5 --delay 50 --format animation"),
                ("api/interpolate?from=7.3&to=8.0&count=4&format=sheet", "way.png", "--from 7.3 --to 8.0 --count 4"),
                ("api/dataset?seed=7&count=300&format=idx", "generated-images-idx3-ubyte", "--seed 7 --count 300"),
                ("api/dataset?seed=7&count=300&format=idx.gz", "generated-images-idx3-ubyte.gz", "--seed 7 --count 300"),
                ("api/dataset?seed=7&count=20&format=zip", "set.zip", "--seed 7 --count 20"),
            })
            {
                var path = Path.Combine(folder, name);
                ProgramRun.Of(["generate", "--model", Workplace.Model, "--out", path, .. options.Split(' ')]).RequireSuccess();
                CollectionAssert.AreEqual(File.ReadAllBytes(path), await client.GetByteArrayAsync(query), query);
            }

            ProgramRun.Of("generate", "--model", Workplace.Model, "--picture", "7.3", "--format", "png", "--out", folder).RequireSuccess();
            CollectionAssert.AreEqual(File.ReadAllBytes(Path.Combine(folder, "image_0000.png")),
                await client.GetByteArrayAsync("api/generate?picture=7.3&format=png"));
            Assert.AreEqual(28, PictureReader.Read(Path.Combine(folder, "image_0000.png")).Width);
        }
        finally
        {
            process.Kill();
        }
    }

    [TestMethod]
    public void APortThatIsTakenIsOneLine()
    {
        using var taken = new TcpListener(System.Net.IPAddress.Loopback, 0);
        taken.Start();
        var port = ((System.Net.IPEndPoint)taken.LocalEndpoint).Port;
        var run = ProgramRun.Of("serve", "--model", Workplace.Model, "--port", $"{port}");
        run.RequireFailure(1, $"Port {port} is taken by another program; choose another with --port.");
        Assert.AreEqual("", run.Output);
    }

    [TestMethod]
    public void AModelThatIsNoFileIsOneLine() =>
        ProgramRun.Of("serve", "--model", "no-such-model", "--port", "0").RequireFailure(1, "There is no file no-such-model");

    [TestMethod]
    public void AFolderWithoutDataIsOneLine() => ProgramRun.Of("serve", "--model", Workplace.Model, "--port", "0", "--data",
        Directory.CreateDirectory(Workplace.Folder("no data")).FullName).RequireFailure(1, "holds no pictures: ");

    [TestMethod]
    public void ThePortOfTheSurroundingsIsTakenWhenNoneIsGiven()
    {
        using var process = ProgramRun.StartShell("PORT=0 exec \"$@\"", "serve", "--model", Workplace.Model);
        try
        {
            Assert.AreNotEqual(5080, Address(process).Port);
        }
        finally
        {
            process.Kill();
        }

        using var wrong = ProgramRun.StartShell("PORT=http exec \"$@\"", "serve", "--model", Workplace.Model);
        var (output, error) = (wrong.StandardOutput.ReadToEndAsync(), wrong.StandardError.ReadToEndAsync());
        ProgramRun.End(wrong, () => output.Result, () => error.Result)
            .RequireFailure(2, "The variable PORT needs a whole number from 0 to 65535, not 'http'.");
    }

    [TestMethod]
    public void AnotherHostComesWithAWarning()
    {
        using var process = ProgramRun.Start("serve", "--model", Workplace.Model, "--port", "0", "--host", "0.0.0.0");
        try
        {
            Address(process);
            Assert.AreEqual("fashion-gan: warning: 0.0.0.0 lets others in who reach this machine; there is no password.",
                process.StandardError.ReadLine());
        }
        finally
        {
            process.Kill();
        }
    }

    [TestMethod]
    [DataRow("echo nobody asked; echo nobody asked >&2; exit 3",
        "no browser could be opened; go to {0} yourself.\nfashion-gan: interrupted.")]
    [DataRow("echo nobody asked; echo nobody asked >&2", "interrupted.")]
    public void WhatOpensABrowserSaysNothingOfItsOwn(string opener, string said)
    {
        var tools = Directory.CreateDirectory(Workplace.Folder("openers")).FullName;
        var (program, opened) = (Path.Combine(tools, OperatingSystem.IsMacOS() ? "open" : "xdg-open"), Path.Combine(tools, "opened"));
        File.WriteAllText(program, $"#!/bin/sh\necho $1 > '{opened}'\n{opener}\n");
        File.SetUnixFileMode(program, (UnixFileMode)0x1ED);
        File.Delete(opened);
        using var process = ProgramRun.StartShell($"PATH='{tools}':$PATH exec \"$@\"", "serve", "--model", Workplace.Model, "--port", "0",
            "--open");
        var error = process.StandardError.ReadToEndAsync();
        var address = Address(process);
        for (var waited = 0; !File.Exists(opened) && waited < 60_000; waited += 10)
            Thread.Sleep(10);
        Thread.Sleep(500);
        Process.Start("kill", ["-INT", $"{process.Id}"])!.WaitForExit();
        var rest = process.StandardOutput.ReadToEndAsync();
        var run = ProgramRun.End(process, () => rest.Result, () => error.Result);
        Assert.AreEqual((130, "", $"fashion-gan: {string.Format(said, address)}\n"), (run.ExitCode, run.Output, run.Error));
        Assert.AreEqual($"{address}\n", File.ReadAllText(opened));
    }

    /// <summary>What its first line says; it answers then.</summary>
    private static Uri Address(Process process)
    {
        var line = process.StandardOutput.ReadLine() ?? process.StandardError.ReadToEnd();
        StringAssert.StartsWith(line, "The studio is at http://localhost:");
        return new Uri(line.Split(' ')[4]);
    }
}
