using System.Diagnostics;
using System.Globalization;
using System.Text.Json;
using FashionGanTf.Training;

namespace FashionGanTf.Benchmarks.Measuring;

/// <summary>Measures a training step that processes of this machine share, beside the same one in one process.</summary>
internal static class ScaleOutBenchmark
{
    /// <summary>Runs each measurement in processes of its own, in turn, so that a busy machine disturbs all alike.</summary>
    /// <param name="settings">Batch and steps of a measurement.</param>
    /// <param name="replicas">Replicas that share a step.</param>
    /// <param name="cores">Threads in all: one process has all of them, several share them.</param>
    /// <param name="rounds">How often each is measured.</param>
    /// <param name="mpirun">What starts the processes, with its options but <c>-n</c>.</param>
    /// <param name="progress">Is told a line for each measurement.</param>
    /// <exception cref="IOException">A measurement failed; the message has what it said.</exception>
    internal static ScaleOutReport Run(StepSettings settings, int replicas, int cores, int rounds, string mpirun, Action<string> progress)
    {
        // The first one is what the others are compared with: a training without replicas.
        var several = Divisors(cores).Where(ranks => ranks > 1 && ranks <= replicas).Select(ranks => (ranks, replicas));
        (int Ranks, int Replicas)[] ways = [.. new[] { (1, 1), (1, replicas) }.Concat(several).Distinct()];
        var runs = ways.ToDictionary(way => way, _ => new List<ScaleOutRun>());
        for (var round = 1; round <= rounds; round++)
            foreach (var way in ways)
            {
                var run = Measure(settings with { Threads = cores / way.Ranks }, way.Ranks, way.Replicas, mpirun);
                runs[way].Add(run);
                progress(string.Create(CultureInfo.InvariantCulture, $"round {round}: {way.Ranks} x {cores / way.Ranks} threads, " +
                    $"{way.Replicas} replicas: {Median.Of(run.Milliseconds):0.0} ms"));
            }

        var alone = Median.Of(runs[ways[0]].SelectMany(run => run.Milliseconds));
        var fastest = runs[ways[0]].Min(run => run.Milliseconds.Min());
        return new ScaleOutReport
        {
            Processor = Machine.This.Processor,
            Batch = settings.Batch,
            Library = runs[ways[^1]][0].Library,
            LatencyMicroseconds = Median.Of(runs[ways[^1]].Select(run => run.LatencyMicroseconds)),
            BytesPerSecond = Median.Of(runs[ways[^1]].Select(run => run.BytesPerSecond)),
            GradientBytes = runs[ways[0]][0].GradientBytes,
            Points = [.. ways.Select(way => Point(way.Ranks, cores / way.Ranks, way.Replicas, runs[way], alone, fastest))],
        };
    }

    private static ScaleOutPoint Point(int ranks, int threads, int replicas, List<ScaleOutRun> runs, double alone, double fastest)
    {
        var steps = runs.SelectMany(run => run.Milliseconds).ToList();
        return new ScaleOutPoint(
            ranks, threads, replicas, Median.Of(steps), steps.Min(), alone / Median.Of(steps), fastest / steps.Min(),
            runs.Average(run => run.MsInMpi) / steps.Average(), runs[0].BytesPerStep, runs[0].BytesPerStep / (double)runs[0].GradientBytes);
    }

    private static IEnumerable<int> Divisors(int number) => Enumerable.Range(1, number).Where(divisor => number % divisor == 0);

    private static ScaleOutRun Measure(StepSettings settings, int ranks, int replicas, string mpirun)
    {
        var result = Path.GetTempFileName();
        try
        {
            string[] launcher = ranks == 1 ? [] : [.. mpirun.Split(' '), "-n", $"{ranks}"];
            string[] data = settings.Data is { } folder ? ["--data", folder] : [];
            string[] line = [.. launcher, "dotnet", Path.Combine(AppContext.BaseDirectory, "FashionGan.Benchmarks.dll"), "scale-out",
                "--measure", "--batch", $"{settings.Batch}", "--steps", $"{settings.Steps}", "--cores", $"{settings.Threads}", "--replicas",
                $"{replicas}", "--json", result, .. data];
            using var process = Process.Start(new ProcessStartInfo(line[0], line[1..])
                { RedirectStandardOutput = true, RedirectStandardError = true })!;
            var (output, error) = (process.StandardOutput.ReadToEndAsync(), process.StandardError.ReadToEndAsync());
            process.WaitForExit();
            return process.ExitCode == 0
                ? JsonSerializer.Deserialize<ScaleOutRun>(File.ReadAllText(result), JsonFile.Options)!
                : throw new IOException(
                    $"{string.Join(' ', line)} failed: {(error.Result + output.Result).ReplaceLineEndings(" ").Trim()}");
        }
        catch (System.ComponentModel.Win32Exception error)
        {
            throw new IOException($"{mpirun.Split(' ')[0]} cannot be started: {error.Message}", error);
        }
        finally
        {
            File.Delete(result);
        }
    }
}
