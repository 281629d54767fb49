using System.CommandLine;
using FashionGanTf.Benchmarks.Measuring;
using FashionGanTf.Cli.CommandLine;
using FashionGanTf.Training;

namespace FashionGanTf.Benchmarks.Commands;

/// <summary>The options that several commands have.</summary>
internal static class CommonOptions
{
    internal static Option<int> Batch() =>
        NumberOption.Of("--batch", "Real pictures in a step.", new StepSettings().Batch, 1, TrainingOptions.MostBatchSize);

    internal static Option<int> Threads() =>
        NumberOption.Of("--threads", "Threads that work.", new StepSettings().Threads, 1, RunConfig.MostThreads);

    internal static Option<int> Steps(int standard) => NumberOption.Of("--steps", "Steps that are measured.", standard, 1, 10_000_000);

    internal static Option<string?> Data() =>
        PathOption.Of(
            "--data", "A folder with four IDX files named and laid out as Fashion-MNIST's [default: found or fetched, as train does].",
            "DIR");

    internal static Option<string?> Json() => PathOption.Of("--json", "Also write the result here.", "FILE");

    /// <summary>1, 2 or 4.</summary>
    internal static Option<int> Channels()
    {
        var option = new Option<int>("--channels")
            { Description = "Multiplies the channels of both networks.", HelpName = "1|2|4", DefaultValueFactory = _ => 1 };
        option.Validators.Add(result =>
        {
            if (result.Tokens is [var token] && token.Value is not ("1" or "2" or "4"))
                result.AddError($"--channels needs 1, 2 or 4, not '{token.Value}'.");
        });
        return option;
    }
}
