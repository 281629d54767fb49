using System.CommandLine;
using System.CommandLine.Help;
using FashionGanTf.Cli.Commands;
using FashionGanTf.Training;
using Tensorflow;

namespace FashionGanTf.Cli.CommandLine;

/// <summary>The program: finds the command, runs it, and turns whatever goes wrong into one line and an exit code.</summary>
internal static class Application
{
    internal static int Run(string[] args)
    {
        Console.SetOut(new StandardOutput(Console.Out));
        using var interruption = new Interruption();
        var result = UsageError.Parse(Root(interruption.Token), args);
        try
        {
            UsageError.RequireNone(result);
            return result.Invoke(new InvocationConfiguration { EnableDefaultExceptionHandler = false, ProcessTerminationTimeout = null });
        }
        catch (UsageException error)
        {
            string[] command = result.CommandResult.Command is RootCommand ? [] : [result.CommandResult.Command.Name];
            return Complain($"{error.Message} See {Invocation.Of([.. command, "--help"])}.", ExitCode.Usage);
        }
        catch (OperationCanceledException error)
        {
            // This process was asked to stop, or another one that shares its training. A command that can be gone on with says how.
            // Another error, a full disk while it saves, is told as what it is.
            return Complain(error.InnerException is null ? "interrupted." : error.Message, interruption.ExitCode);
        }
        catch (Exception error) when (error is IOException or InvalidDataException or UnauthorizedAccessException or ArgumentException
            or DivergedException or RuntimeError)
        {
            return Complain(error.Message, ExitCode.Failure);
        }
        catch (OutOfMemoryException)
        {
            return Complain(NotEnoughMemory, ExitCode.Failure);
        }
#pragma warning disable CA1031 // The last resort: a fault of the program, too, is one line for the user.
        catch (Exception error)
        {
            return Complain($"a fault of this program: {error.GetType().Name}: {error.Message}", ExitCode.Failure);
        }
#pragma warning restore CA1031
    }

    /// <summary>What is said where memory does not suffice.</summary>
    internal const string NotEnoughMemory = "there is not enough memory for this; ask for fewer or smaller pictures at once.";

    /// <summary>The command line's grammar.</summary>
    /// <param name="interrupted">Is cancelled by Ctrl-C or SIGTERM.</param>
    internal static RootCommand Root(CancellationToken interrupted)
    {
        var root = new RootCommand("Learns to draw clothes: a GAN on Fashion-MNIST, on a runtime written in C#.");
        var (train, generate, evaluate) =
            (TrainCommand.Make(interrupted), GenerateCommand.Make(interrupted), EvaluateCommand.Make(interrupted));
        var (plot, serve, trainClassifier) =
            (PlotCommand.Make(interrupted), ServeCommand.Make(interrupted), TrainClassifierCommand.Make(interrupted));
        var (data, export, convert) = (DataCommand.Make(interrupted), ExportCommand.Make(), ConvertCommand.Make());
        var (augment, study) = (AugmentCommand.Make(interrupted), StudyAugmentationCommand.Make(interrupted));
        var (captions, trainScorer) = (CaptionsCommand.Make(interrupted), TrainScorerCommand.Make(interrupted));
        var directions = DirectionsCommand.Make(interrupted);
        root.Add(train);
        root.Add(data);
        root.Add(captions);
        root.Add(generate);
        root.Add(directions);
        root.Add(plot);
        root.Add(export);
        root.Add(convert);
        root.Add(serve);
        root.Add(evaluate);
        root.Add(trainClassifier);
        root.Add(trainScorer);
        root.Add(augment);
        root.Add(study);

        // The root's help option serves every command.
        var help = root.Options.OfType<HelpOption>().Single();
        help.Action = new HelpWithExamples((HelpAction)help.Action!, new Dictionary<Command, string[]>
        {
            [root] = [TrainCommand.Examples[0], GenerateCommand.Examples[0]],
            [train] = TrainCommand.Examples,
            [data] = DataCommand.Examples,
            [captions] = CaptionsCommand.Examples,
            [generate] = GenerateCommand.Examples,
            [directions] = DirectionsCommand.Examples,
            [plot] = PlotCommand.Examples,
            [export] = ExportCommand.Examples,
            [convert] = ConvertCommand.Examples,
            [serve] = ServeCommand.Examples,
            [evaluate] = EvaluateCommand.Examples,
            [trainClassifier] = TrainClassifierCommand.Examples,
            [trainScorer] = TrainScorerCommand.Examples,
            [augment] = AugmentCommand.Examples,
            [study] = StudyAugmentationCommand.Examples,
        });
        return root;
    }

    private static int Complain(string message, int exitCode)
    {
        StandardError.Say(message);
        return exitCode;
    }
}
