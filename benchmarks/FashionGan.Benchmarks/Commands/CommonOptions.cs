using System.CommandLine;
using FashionGanTf.Benchmarks.Measuring;
using FashionGanTf.Cli.CommandLine;
using FashionGanTf.Imaging;
using FashionGanTf.Networks;
using FashionGanTf.Training;

namespace FashionGanTf.Benchmarks.Commands;

/// <summary>The options that several commands have.</summary>
internal static class CommonOptions
{
    internal static Option<int> Batch() =>
        NumberOption.Of("--batch", "Real pictures in a step.", new StepSettings().Batch, 2, TrainingOptions.MostBatchSize);

    internal static Option<int> Threads() =>
        NumberOption.Of("--threads", "Threads that work.", new StepSettings().Threads, 1, RunConfig.MostThreads);

    internal static Option<int> Steps(int standard) => NumberOption.Of("--steps", "Steps that are measured.", standard, 1, 10_000_000);

    internal static Option<string?> Data() =>
        PathOption.Of(
            "--data", "A folder with four IDX files named and laid out as Fashion-MNIST's [default: found or fetched, as train does].",
            "DIR");

    internal static Option<string?> Json() => PathOption.Of("--json", "Also write the result here.", "FILE");

    /// <param name="standard">The studio that is started without it, in words.</param>
    internal static Option<string?> Url(string standard) =>
        new("--url") { Description = $"A studio that is running [default: one is started, with {standard}].", HelpName = "URL" };

    /// <summary>What <see cref="Url"/> was given.</summary>
    /// <exception cref="UsageException">It is no address.</exception>
    internal static Uri? Address(string? url) =>
        Uri.TryCreate(url, UriKind.Absolute, out var address) || url is null ? address
            : throw new UsageException($"--url needs an address as http://localhost:5080, not '{url}'.");

    internal static Option<int> Width() => Choice("--width", "Multiplies the channels of both networks.", 1, 1, 2, 4);

    internal static Option<int> Size() =>
        Choice("--size", "Pixels a side of the pictures; other than 28 they are made.", 28, [.. NetworkShape.Sizes]);

    /// <summary><c>gray</c> or <c>colour</c>.</summary>
    internal static Option<string> Channels()
    {
        var option = new Option<string>("--channels")
            { Description = "gray or colour; pictures in colour are made.", HelpName = "gray|colour", DefaultValueFactory = _ => "gray" };
        option.Validators.Add(result =>
        {
            if (result.Tokens is [var token] && token.Value is not ("gray" or "colour"))
                result.AddError($"--channels needs gray or colour, not '{token.Value}'.");
        });
        return option;
    }

    /// <summary>What <see cref="Size"/> and <see cref="Channels"/> say.</summary>
    internal static PictureShape Picture(int size, string? channels) => new(size, channels == "colour" ? 3 : 1);

    private static Option<int> Choice(string name, string help, int standard, params int[] choices)
    {
        var option = new Option<int>(name)
            { Description = help, HelpName = string.Join('|', choices), DefaultValueFactory = _ => standard };
        option.Validators.Add(result =>
        {
            if (result.Tokens is [var token] && !choices.Any(choice => token.Value == $"{choice}"))
                result.AddError($"{name} needs {NetworkShape.InWords(choices)}, not '{token.Value}'.");
        });
        return option;
    }
}
