using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using FashionGanTf.Cli.Tests.Support;

namespace FashionGanTf.Cli.Tests.Container;

/// <summary>The Dockerfile's steps: publish, then start what was published as somebody who may write nowhere,
/// and ask whether it is well.</summary>
[TestClass]
[OSCondition(OperatingSystems.Linux)]
public class ContainerTests
{
    /// <summary>Nobody, on every Linux.</summary>
    private const string Nobody = "65534";

    private static readonly TimeSpan s_patience = TimeSpan.FromMinutes(5);

    [TestMethod]
    public void ThePublishedProgramServesAsNobodyInAnEmptyFolder()
    {
        var recipe = new Recipe();
        Assert.AreEqual("$APP_UID", recipe.User, "the image's own user, who is not root");
        var place = Directory.CreateTempSubdirectory("fashion-gan-container-").FullName;
        try
        {
            var (source, program, empty) = (Path.Combine(place, "source"), Path.Combine(place, "program"),
                Directory.CreateDirectory(Path.Combine(place, "work")).FullName);
            recipe.CopyTo(source);
            Require(Run(source, [], "bash", "-c", recipe.Publish.Replace("/program", program, StringComparison.Ordinal)));
            Require(Run(place, [], "chmod", "-R", "a=rX", place));

            // As people call it who published it for themselves.
            var picture = Path.Combine(place, "drawn.png");
            Require(Run(place, [], Path.Combine(program, "fashion-gan"), "generate", "--count", "1", "--out", picture));
            Assert.AreEqual(28, Imaging.Decoding.PictureReader.Read(picture).Width);

            string[] port = ["PORT=" + FreePort()];
            Assert.AreNotEqual(0, Run(empty, port, recipe.HealthCheck).ExitCode, "nobody answers yet, and the health check says so");
            // Root may write everywhere, whatever a folder's mode says.
            string[] user = Environment.UserName == "root" ? ["setpriv", $"--reuid={Nobody}", $"--regid={Nobody}", "--clear-groups"] : [];
            var start = recipe.Start.Select(word => word.Replace("/program", program, StringComparison.Ordinal));
            using var server = Start(empty, port, [.. user, .. start]);
            var (output, error) = (server.StandardOutput.ReadToEndAsync(), server.StandardError.ReadToEndAsync());
            try
            {
                RequireHealth(recipe, empty, port, server);
                Assert.AreNotEqual("0", Status(server.Id, "Uid:"), "it does not run as root");
                using var client = new HttpClient { BaseAddress = new Uri($"http://127.0.0.1:{port[0][5..]}/") };
                StringAssert.Contains(client.GetStringAsync("").Result, "<html", "the page was published too");
                Assert.AreEqual(784, client.GetByteArrayAsync("api/generate?count=1&format=raw").Result.Length);
                Require(Run(empty, [], "kill", "-TERM", $"{server.Id}"));
                Assert.IsTrue(server.WaitForExit(s_patience));
                Assert.AreEqual(143, server.ExitCode, error.Result + output.Result);
                Assert.IsEmpty(Directory.GetFileSystemEntries(empty));
            }
            finally
            {
                server.Kill();
            }
        }
        finally
        {
            Run("/", [], "chmod", "-R", "u+w", place);
            Directory.Delete(place, recursive: true);
        }
    }

    private static void RequireHealth(Recipe recipe, string folder, string[] port, Process server)
    {
        for (var clock = Stopwatch.StartNew(); clock.Elapsed < s_patience && !server.HasExited; Thread.Sleep(200))
            if (Run(folder, port, recipe.HealthCheck).ExitCode == 0)
                return;
        Assert.Fail($"The published program does not answer; it {(server.HasExited ? $"ended with {server.ExitCode}" : "runs")}.");
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }

    /// <summary>The first word of a line of what Linux tells of a process.</summary>
    private static string Status(int process, string line) =>
        File.ReadLines($"/proc/{process}/status").Single(text => text.StartsWith(line, StringComparison.Ordinal))
            .Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)[1];

    private static ProgramRun Run(string folder, string[] variables, params string[] words)
    {
        using var process = Start(folder, variables, words);
        var (output, error) = (process.StandardOutput.ReadToEndAsync(), process.StandardError.ReadToEndAsync());
        Assert.IsTrue(process.WaitForExit(s_patience), string.Join(' ', words));
        return new ProgramRun(process.ExitCode, output.Result, error.Result);
    }

    private static void Require(ProgramRun run) => Assert.AreEqual(0, run.ExitCode, run.Output + run.Error);

    /// <summary>Starts a command with no more of the surroundings than a container has. The analyzers looked at these sources when the
    /// tests were built.</summary>
    private static Process Start(string folder, string[] variables, params string[] words)
    {
        var start = new ProcessStartInfo("env", ["-i", $"PATH={Environment.GetEnvironmentVariable("PATH")}", "MSBUILDDISABLENODEREUSE=1",
            "UseSharedCompilation=false", "RunAnalyzers=false", "DOTNET_CLI_TELEMETRY_OPTOUT=1", .. Kept(), .. variables, .. words])
        {
            WorkingDirectory = folder,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        return Process.Start(start)!;
    }

    /// <summary>What a build needs here to find its packages, and to leave no process behind.</summary>
    private static IEnumerable<string> Kept() =>
        from name in new[] { "HOME", "NUGET_PACKAGES", "DOTNET_ROOT", "DOTNET_CLI_HOME" }
        let value = Environment.GetEnvironmentVariable(name)
        where value is not null
        select $"{name}={value}";
}
