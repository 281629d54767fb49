using System.CommandLine;
using FashionGanTf.Cli.CommandLine;
using FashionGanTf.Plots;
using FashionGanTf.Training;

namespace FashionGanTf.Cli.Commands;

/// <summary><c>fashion-gan plot</c>.</summary>
internal static class PlotCommand
{
    internal static readonly string[] Examples =
    [
        "plot",
        "plot --run /tmp/try",
    ];

    internal static Command Make(CancellationToken interrupted)
    {
        var run = PathOption
            .Of("--run", "The folder with the run's samples/ and run/ [default: the repository's root, or the working directory].", "DIR");
        var command = new Command("plot",
            "Draw a run's loss curves, its last grid and an animation of its epochs into its samples/, also while it goes on.") { run };
        command.SetAction(result =>
        {
            var folders = new RunFolders(result.GetValue(run) ?? RunLocation.Default());
            PathOption.RequireNoFile(folders.Root, "--run");
            if (!folders.HoldRun)
                throw new IOException($"{folders.Root} holds no run: name the folder with its samples/ and run/ with --run.");
            RunPlots.Write(folders, interrupted);
            Console.WriteLine($"Plots are in {folders.Samples}.");
            return ExitCode.Success;
        });
        return command;
    }
}
