using System.Diagnostics;

namespace FashionGanTf.Benchmarks.Tests;

/// <summary>The other commands say what they promise.</summary>
[TestClass]
public class OtherCommandTests
{
    [TestMethod]
    public void MemoryTellsGrowthAndCollections()
    {
        var run = BenchmarkRun.Of("memory --batch 2 --threads 1 --steps 2");
        Assert.AreEqual((0, ""), (run.ExitCode, run.Error), run.Output);
        foreach (var name in new[] { "gen0_collections", "gen1_collections", "gen2_collections" })
            Assert.IsGreaterThanOrEqualTo(0, run.Number(name), name);
        foreach (var name in new[] { "resident_bytes_at_start", "resident_bytes_warm", "resident_bytes_at_end", "peak_resident_bytes",
            "allocated_bytes_per_step" })
            Assert.IsGreaterThan(0, run.Number(name), name);
        Assert.AreEqual(100 * (run.Number("resident_bytes_at_end") / run.Number("resident_bytes_warm") - 1), run.Number("growth_percent"),
            1e-9);
        StringAssert.Contains(run.Output, "2 steps of 2 pictures on 1 thread");
    }

    [TestMethod]
    public void SampleTellsPicturesInASecond()
    {
        var run = BenchmarkRun.Of("sample --count 8 --at-once 3 --threads 1", trains: false);
        Assert.AreEqual((0, ""), (run.ExitCode, run.Error), run.Output);
        Assert.AreEqual(
            run.Number("useful_gflop_per_image") * run.Number("images_per_second") / run.Number("fma_peak_gflops"),
            run.Number("efficiency"), 1e-12);
        Assert.IsGreaterThan(0, run.Number("images_per_second"));
        StringAssert.Contains(run.Output, "8 pictures of 28 x 28 in gray, 3 at once, on 1 thread");
    }

    [TestMethod]
    public void ConvolutionTellsSpeedAndErrorOfEachPass()
    {
        var run = BenchmarkRun.Of("convolution --sizes 7 --channels 32 --batch 1 --rounds 1 --threads 1", trains: false);
        Assert.AreEqual((0, ""), (run.ExitCode, run.Error), run.Output);
        var passes = run.Json.GetProperty("passes").EnumerateArray().ToArray();
        CollectionAssert.AreEqual(
            new[] { "forward", "input gradient", "kernel gradient" },
            passes.Select(pass => pass.GetProperty("pass").GetString()).ToArray());
        foreach (var pass in passes)
        {
            double ms = pass.GetProperty("ms").GetDouble(), gflops = pass.GetProperty("gflops").GetDouble();
            // 19 pairs of a place and a tap meet the picture along a side of 7.
            Assert.AreEqual(2e-6 * 19 * 19 * 32 * 32, gflops * ms, 1e-9);
            Assert.AreEqual(gflops / pass.GetProperty("fma_peak_gflops").GetDouble(), pass.GetProperty("share_of_peak").GetDouble(), 1e-12);
            foreach (var error in new[] { "error", "direct_error" })
                Assert.IsInRange(1e-9, 1e-5, pass.GetProperty(error).GetDouble(), error);
        }

        Assert.IsGreaterThan(0, passes[0].GetProperty("onnx_runtime_ms").GetDouble());
        StringAssert.Contains(run.Output, "1 x 7 x 7 x 32, 3 x 3 / 1, 32");
    }

    [TestMethod]
    public void ServeLoadTellsWhatClientsSee()
    {
        var run = BenchmarkRun.Of("serve-load --clients 4 --seconds 1 --images 2", trains: false);
        Assert.AreEqual((0, ""), (run.ExitCode, run.Error), run.Output);
        foreach (var phase in new[] { "one", "many" })
        {
            var seen = run.Json.GetProperty(phase);
            Assert.AreEqual(2 * seen.GetProperty("requests_per_second").GetDouble(), seen.GetProperty("images_per_second").GetDouble(),
                1e-9);
            Assert.IsGreaterThan(0, seen.GetProperty("ms_median").GetDouble());
            Assert.IsGreaterThanOrEqualTo(seen.GetProperty("ms_median").GetDouble(), seen.GetProperty("ms99").GetDouble());
            CollectionAssert.AreEqual(
                new[] { "200" }, seen.GetProperty("statuses").EnumerateObject().Select(status => status.Name).ToArray());
        }

        Assert.AreEqual(run.Json.GetProperty("many").GetProperty("images_per_second").GetDouble() / run.Number("raw_images_per_second"),
            run.Number("share_of_raw"), 1e-9);
        Assert.IsGreaterThan(10_000_000, run.Number("resident_bytes_after"));
        StringAssert.Contains(run.Output, "2 pictures a request as raw");
    }

    [TestMethod]
    public void ServePageTellsWhatABrowserShows()
    {
        var run = BenchmarkRun.Of("serve-page --visits 2", trains: false);
        Assert.AreEqual((0, ""), (run.ExitCode, run.Error), run.Output);
        var visits = run.Json.GetProperty("first_picture_ms").EnumerateArray().Select(ms => ms.GetDouble()).ToArray();
        Assert.HasCount(2, visits);
        Assert.IsGreaterThan(0, visits.Min());
        Assert.IsTrue(run.Json.GetProperty("requests_before").GetInt32() is >= 1 and < 10, run.Output);
        foreach (var slider in new[] { "place on a walk", "share of a blend", "truncation" })
        {
            var frames = run.Json.GetProperty("sliders").GetProperty(slider);
            Assert.IsGreaterThan(0, frames.GetProperty("ms_median").GetDouble());
            Assert.IsGreaterThanOrEqualTo(frames.GetProperty("ms95").GetDouble(), frames.GetProperty("ms_longest").GetDouble());
            StringAssert.Contains(run.Output, slider);
        }
    }

    [TestMethod]
    public void ScaleOutTellsWhatRanksTake()
    {
        const string mpirun = "mpirun.openmpi";
        if (!(Environment.GetEnvironmentVariable("PATH") ?? "").Split(':').Any(folder => File.Exists(Path.Combine(folder, mpirun))))
            Assert.Inconclusive("Open MPI is not installed under Debian's names; the package openmpi-bin has it.");
        foreach (var name in new[] { "OMPI_ALLOW_RUN_AS_ROOT", "OMPI_ALLOW_RUN_AS_ROOT_CONFIRM", "OMPI_MCA_rmaps_base_oversubscribe" })
            Environment.SetEnvironmentVariable(name, "1");
        var run = BenchmarkRun.Of($"scale-out --batch 4 --steps 2 --rounds 1 --cores 2 --mpirun {mpirun}");
        Assert.AreEqual(0, run.ExitCode, run.Error);
        var points = run.Json.GetProperty("points").EnumerateArray().ToArray();
        CollectionAssert.AreEqual(new[] { 1, 1, 2 }, points.Select(point => point.GetProperty("ranks").GetInt32()).ToArray());
        CollectionAssert.AreEqual(new[] { 2, 2, 1 }, points.Select(point => point.GetProperty("threads").GetInt32()).ToArray());
        Assert.AreEqual(0, points[1].GetProperty("bytes_per_step").GetInt64());
        // A ring of two sends the gradients once; statistics come on top.
        Assert.IsInRange(1, 1.1, points[2].GetProperty("of_gradients").GetDouble());
        Assert.IsInRange(0.0001, 1, points[2].GetProperty("share_in_mpi").GetDouble());
        Assert.IsGreaterThan(0, run.Number("latency_microseconds"));
        Assert.IsGreaterThan(0, run.Number("bytes_per_second"));
        StringAssert.Contains(run.Output, "Open MPI");
    }

    [TestMethod]
    [DataRow("step --steps 10000000", true)]
    [DataRow("memory --steps 10000000", true)]
    [DataRow("scale", true)]
    [DataRow("sample --count 10000000", false)]
    [DataRow("serve-load --seconds 86400", false)]
    public void AResultThatCannotBeWrittenIsRefusedBeforeTheWork(string command, bool trains)
    {
        var run = BenchmarkRun.Of(command, trains, result: "");
        Assert.AreEqual(1, run.ExitCode);
        StringAssert.EndsWith(run.Error, "is a folder, a file name was expected; choose another with --json.\n");
    }

    [TestMethod]
    public void ReplicasThatCannotShareABatchAreRefusedBeforeTheWork()
    {
        var run = BenchmarkRun.Of("scale-out --batch 3 --replicas 2");
        Assert.AreEqual(
            (2, "", "FashionGan.Benchmarks: --batch 3 cannot be cut into --replicas 2 equal parts. See --help.\n"),
            (run.ExitCode, run.Output, run.Error));
    }

    [TestMethod]
    [DataRow("--filter Nothing*", 2)]
    [DataRow("--list flat", 0)]
    public void KernelsTellsTheShellWhetherAnythingWasAskedFor(string arguments, int exitCode)
    {
        using var process = Process.Start(new ProcessStartInfo(
            "dotnet", [Path.Combine(AppContext.BaseDirectory, "FashionGan.Benchmarks.dll"), "kernels", "--", .. arguments.Split(' ')])
        {
            RedirectStandardOutput = true,
        })!;
        process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        Assert.AreEqual(exitCode, process.ExitCode);
    }
}
