using System.CommandLine;
using BenchmarkDotNet.Configs;
using BenchmarkDotNet.Jobs;
using BenchmarkDotNet.Running;
using BenchmarkDotNet.Toolchains.InProcess.Emit;
using FashionGanTf.Cli.CommandLine;

namespace FashionGanTf.Benchmarks.Commands;

/// <summary><c>kernels</c>: BenchmarkDotNet's command line over single kernels.</summary>
internal static class KernelsCommand
{
    /// <summary>Arguments that ask for an answer, not for a measurement.</summary>
    private static readonly string[] s_questions = ["--list", "--help", "-h", "--version", "--info"];

    internal static Command Make()
    {
        var arguments = new Argument<string[]>("arguments")
            { Description = "BenchmarkDotNet's, as --filter '*MatMul*' --list flat; after --.", Arity = ArgumentArity.ZeroOrMore };
        var command = new Command("kernels", "Single kernels against the plain loops and System.Numerics.Tensors.") { arguments };
        command.SetAction(result =>
        {
            var given = result.GetValue(arguments) ?? [];
            // In this process: a program for each kernel would have to be built first, and kernels do not depend on one another.
            var config = DefaultConfig.Instance.AddJob(Job.ShortRun.WithToolchain(InProcessEmitToolchain.Instance));
            var summaries =
                BenchmarkSwitcher.FromAssembly(typeof(KernelsCommand).Assembly).Run(given.Length > 0 ? given : ["--filter", "*"], config);
            // Of wrong use it tells on the screen only.
            return summaries.Any() || given.Intersect(s_questions).Any() ? ExitCode.Success : ExitCode.Usage;
        });
        return command;
    }
}
