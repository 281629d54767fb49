using System.CommandLine;
using BenchmarkDotNet.Configs;
using BenchmarkDotNet.Jobs;
using BenchmarkDotNet.Running;
using BenchmarkDotNet.Toolchains.InProcess.Emit;

namespace FashionGanTf.Benchmarks.Commands;

/// <summary><c>kernels</c>: BenchmarkDotNet's command line over single kernels.</summary>
internal static class KernelsCommand
{
    internal static Command Make()
    {
        var arguments = new Argument<string[]>("arguments") { Description = "BenchmarkDotNet's, as --filter '*MatMul*' --list flat; after --.", Arity = ArgumentArity.ZeroOrMore };
        var command = new Command("kernels", "Single kernels against the plain loops and System.Numerics.Tensors.") { arguments };
        command.SetAction(result =>
        {
            var given = result.GetValue(arguments) ?? [];
            // In this process: a program for each kernel would have to be built first, and kernels do not depend on one another.
            var config = DefaultConfig.Instance.AddJob(Job.ShortRun.WithToolchain(InProcessEmitToolchain.Instance));
            BenchmarkSwitcher.FromAssembly(typeof(KernelsCommand).Assembly).Run(given.Length > 0 ? given : ["--filter", "*"], config);
        });
        return command;
    }
}
