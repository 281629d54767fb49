using System.CommandLine;
using FashionGanTf.Benchmarks.Measuring;
using FashionGanTf.Cli.CommandLine;
using FashionGanTf.Training;

namespace FashionGanTf.Benchmarks.Commands;

/// <summary><c>scale-out</c>: a step that processes share over MPI.</summary>
internal static class ScaleOutCommand
{
    internal static Command Make()
    {
        var (data, json) = (CommonOptions.Data(), CommonOptions.Json());
        var batch = NumberOption.Of("--batch", "Real pictures in a step.", 128, 2, TrainingOptions.MostBatchSize);
        var steps = NumberOption.Of("--steps", "Steps that are measured, each time.", 20, 1, 10_000_000);
        var cores = NumberOption.Of("--cores", "Threads in all.", Environment.ProcessorCount, 1, RunConfig.MostThreads);
        var replicas = NumberOption.Of("--replicas", "Replicas that share a step.", 2, 1, 1024);
        var rounds = NumberOption.Of("--rounds", "How often each way is measured, in turn with the others.", 3, 1, 1000);
        var mpirun = new Option<string>("--mpirun")
            { Description = "What starts processes.", DefaultValueFactory = _ => "mpirun --bind-to none --oversubscribe" };
        var measure = new Option<bool>("--measure")
        {
            Description = "Measure in this process, and in those that mpirun started with it; scale-out calls itself so.", Hidden = true,
        };
        var command = new Command("scale-out", "A step that processes of this machine share over MPI, beside the same in one process.")
            { batch, steps, cores, replicas, rounds, mpirun, measure, data, json };
        command.SetAction(result =>
        {
            var settings = new StepSettings
            {
                Batch = result.GetValue(batch), Steps = result.GetValue(steps), Threads = result.GetValue(cores),
                Data = result.GetValue(data),
            };
            var parts = result.GetValue(replicas);
            if (settings.Batch % parts != 0)
                throw new UsageException($"--batch {settings.Batch} cannot be cut into --replicas {parts} equal parts.");
            if (result.GetValue(measure))
            {
                if (ScaleOutStep.Run(settings, parts) is { } run)
                    JsonFile.Write(result.GetValue(json), run);
                return ExitCode.Success;
            }

            // Not in the processes of a measurement, of which only rank 0 writes.
            JsonFile.RequireWritable(result.GetValue(json));
            var report = ScaleOutBenchmark.Run(
                settings, parts, settings.Threads, result.GetValue(rounds), result.GetValue(mpirun)!,
                Console.Error.WriteLine);
            Console.Write(report.ToText());
            JsonFile.Write(result.GetValue(json), report);
            return ExitCode.Success;
        });
        return command;
    }
}
