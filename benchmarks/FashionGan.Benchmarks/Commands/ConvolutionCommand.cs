using System.CommandLine;
using FashionGanTf.Benchmarks.Measuring;
using FashionGanTf.Cli.CommandLine;

namespace FashionGanTf.Benchmarks.Commands;

/// <summary><c>convolution</c>: the three passes of single convolutions, beside the direct kernels and ONNX Runtime.</summary>
internal static class ConvolutionCommand
{
    internal static Command Make()
    {
        var sizes = Many("--sizes", "Pixels a side of the pictures, one or several [default: 14 28 32 64].", 1024);
        var channels = Many("--channels", "Channels in and out, one or several [default: 64 128 256].", 4096);
        var kernel = NumberOption.Of("--kernel", "Taps a side of the kernel.", 3, 1, 15);
        var stride = NumberOption.Of("--stride", "Steps between its places.", 1, 1, 8);
        var batch = NumberOption.Of("--batch", "Pictures.", 16, 1, 4096);
        var rounds = NumberOption.Of("--rounds", "Measurements of each, the fastest of which counts.", 5, 1, 1000);
        var (threads, json) = (CommonOptions.Threads(), CommonOptions.Json());
        var command = new Command(
            "convolution", "Single convolutions: the kernel that is chosen, its speed beside the direct one and ONNX Runtime, its error.")
        {
            sizes, channels, kernel, stride, batch, rounds, threads, json,
        };
        command.SetAction(result =>
        {
            JsonFile.RequireWritable(result.GetValue(json));
            var report = ConvolutionBenchmark.Run(
                Given(result.GetValue(sizes), 14, 28, 32, 64), Given(result.GetValue(channels), 64, 128, 256), result.GetValue(kernel),
                result.GetValue(stride), result.GetValue(batch), result.GetValue(threads), result.GetValue(rounds));
            Console.Write(report.ToText());
            JsonFile.Write(result.GetValue(json), report);
            return ExitCode.Success;
        });
        return command;
    }

    private static Option<int[]> Many(string name, string help, int most)
    {
        var option = NumberOption.Many(name, help, 1, most);
        option.AllowMultipleArgumentsPerToken = true;
        return option;
    }

    private static int[] Given(int[]? numbers, params int[] standard) => numbers is { Length: > 0 } ? numbers : standard;
}
