using System.CommandLine;
using System.CommandLine.Help;
using System.CommandLine.Parsing;
using FashionGanTf.Cli.Commands;
using FashionGanTf.Training;

namespace FashionGanTf.Cli.CommandLine;

/// <summary>The program: finds the command, runs it, and turns whatever goes wrong into one line and an exit code.</summary>
internal static class Application
{
    internal static int Run(string[] args)
    {
        Console.SetOut(new StandardOutput(Console.Out));
        using var interruption = new Interruption();
        var result = Root(interruption.Token).Parse(args);
        try
        {
            // Help clears the errors, not the tokens that nobody knew.
            if (result.Errors.Count > 0)
                throw new UsageException(result.UnmatchedTokens.Count > 0
                    ? $"There is no command or option '{result.UnmatchedTokens[0]}'."
                    : Message(result.Errors[0]));
            return result.Invoke(new InvocationConfiguration { EnableDefaultExceptionHandler = false, ProcessTerminationTimeout = null });
        }
        catch (UsageException error)
        {
            var command = result.CommandResult.Command is RootCommand ? "fashion-gan" : $"fashion-gan {result.CommandResult.Command.Name}";
            return Complain($"{error.Message} See {command} --help.", ExitCode.Usage);
        }
        catch (OperationCanceledException error) when (interruption.Token.IsCancellationRequested)
        {
            // A command that can be gone on with says how. Another error, a full disk while it saves, is told as what it is.
            return Complain(error.InnerException is null ? "interrupted." : error.Message, interruption.ExitCode);
        }
        catch (Exception error) when (error is IOException or InvalidDataException or UnauthorizedAccessException or ArgumentException
            or DivergedException)
        {
            return Complain(error.Message, ExitCode.Failure);
        }
#pragma warning disable CA1031 // The last resort: a fault of the program, too, is one line for the user.
        catch (Exception error)
        {
            return Complain($"a fault of this program: {error.GetType().Name}: {error.Message}", ExitCode.Failure);
        }
#pragma warning restore CA1031
    }

    /// <summary>The command line's grammar.</summary>
    /// <param name="interrupted">Is cancelled by Ctrl-C or SIGTERM.</param>
    internal static RootCommand Root(CancellationToken interrupted)
    {
        var root = new RootCommand("Learns to draw clothes: a GAN on Fashion-MNIST, on a runtime written in C#.");
        var (train, generate, plot, serve) =
            (TrainCommand.Make(interrupted), GenerateCommand.Make(interrupted), PlotCommand.Make(), ServeCommand.Make(interrupted));
        var (evaluate, trainClassifier) = (EvaluateCommand.Make(interrupted), TrainClassifierCommand.Make(interrupted));
        root.Add(train);
        root.Add(generate);
        root.Add(plot);
        root.Add(serve);
        root.Add(evaluate);
        root.Add(trainClassifier);

        // The root's help option serves every command.
        var help = root.Options.OfType<HelpOption>().Single();
        help.Action = new HelpWithExamples((HelpAction)help.Action!, new Dictionary<Command, string[]>
        {
            [root] = [TrainCommand.Examples[0], GenerateCommand.Examples[0]],
            [train] = TrainCommand.Examples,
            [generate] = GenerateCommand.Examples,
            [plot] = PlotCommand.Examples,
            [serve] = ServeCommand.Examples,
            [evaluate] = EvaluateCommand.Examples,
            [trainClassifier] = TrainClassifierCommand.Examples,
        });
        return root;
    }

    private static string Message(ParseError error) =>
        error.SymbolResult is OptionResult { IdentifierTokenCount: > 1, Option.Arity.MaximumNumberOfValues: 1 } result
        ? $"{result.Option.Name} is given {result.IdentifierTokenCount} times." : error.Message;

    private static int Complain(string message, int exitCode)
    {
        StandardError.Say(message);
        return exitCode;
    }
}
