using System.CommandLine;
using System.Globalization;
using System.Net;
using FashionGanTf.Cli.CommandLine;
using FashionGanTf.Datasets.Sources;
using FashionGanTf.Studio;
using FashionGanTf.Training;
using Microsoft.Extensions.Logging;
using Tensorflow.Keras.Utils;

namespace FashionGanTf.Cli.Commands;

/// <summary><c>fashion-gan serve</c>.</summary>
internal static class ServeCommand
{
    internal static readonly string[] Examples =
    [
        "serve --open",
        "serve --model run/generator.safetensors",
        "serve --run . --port 8080",
        "serve --runs my-runs --allow-training",
    ];

    private const int MostPort = 65_535;

    /// <summary>The variable with which hosts of web programs say where to listen.</summary>
    private const string PortVariable = "PORT";

    internal static Command Make(CancellationToken interrupted)
    {
        var port = NumberOption.Optional(
            "--port", $"Where to listen; 0 for any free port [default: the variable PORT, or {StudioOptions.StandardPort}].", 0, MostPort);
        var model = ModelOption.Of("The generator that draws", "all that ship, unless there is --run");
        var run = PathOption.Of("--run", "A run to watch, also while it trains: the folder with its samples/ and run/.", "DIR");
        var runs = PathOption.Of(
            "--runs", "A folder whose folders are runs: the page lists them, shows two side by side, and draws with them.", "DIR");
        var allowTraining = new Option<bool>("--allow-training") { Description =
            "Let the page begin, stop and go on with trainings in --run or --runs, one at a time, each in a process of its own." };
        var host = new Option<string?>("--host") { Description =
            "The address to listen at; others than this machine's own let others in [default: localhost].", HelpName = "ADDRESS" };
        var data = PathOption
            .Of("--data", "The training data: a folder of pictures, of folders of them or of IDX, NumPy or parquet files, or one of " +
                "these files [default: the run's, or Fashion-MNIST].", "FOLDER_OR_FILE");
        var device = DeviceOption.ToDraw();
        var open = new Option<bool>("--open") { Description = "Open the page in the browser." };

        var command = new Command("serve", "Open the studio: a page to draw, explore and take away pictures, and to watch a training.")
            { port, model, run, runs, allowTraining, host, data, device, open };
        command.SetAction(result =>
        {
            var options = new StudioOptions
            {
                Port = result.GetValue(port) ?? PortOfSurroundings() ?? StudioOptions.StandardPort,
                Host = Address(result.GetValue(host)),
                Model = result.GetValue(model),
                Run = result.GetValue(run),
                Runs = result.GetValue(runs),
                Trainer = result.GetValue(allowTraining) ? Invocation.Words() : null,
                Data = result.GetValue(data),
                Program = Invocation.Program,
                Logging = Log,
            };
            // A page asks for a few pictures at a time.
            DeviceOption.Use(result.GetValue(device), pays: false);
            if (options.Run is not null)
                PathOption.RequireNoFile(options.Run, "--run");
            if (options.Runs is not null)
                PathOption.RequireNoFile(options.Runs, "--runs");
            if (options is { Trainer: not null, Run: null, Runs: null })
                throw new UsageException("--allow-training needs --run or --runs: where trainings write.");
            // What is missing is said now, not when neighbours are first asked for.
            if (options.Data is { } folder)
                PictureSources.Require(folder);
            Serve(options, result.GetValue(open), interrupted).GetAwaiter().GetResult();
            return ExitCode.Success;
        });
        return command;
    }

    private static async Task Serve(StudioOptions options, bool open, CancellationToken interrupted)
    {
        await using var server = await StudioServer.Start(options);
        if (!IPAddress.IsLoopback(options.Host))
            StandardError.Say($"warning: {options.Host} lets others in who reach this machine; there is no password." +
                (options.Trainer is null ? "" : " They may train here, too."));
        Console.WriteLine($"The studio is at {server.Address} - Ctrl-C ends it.");
        if (options.Run is { } run && !Directory.Exists(new RunFolders(run).Run))
            Console.WriteLine($"There is no run in {run} yet; its curves and pictures come when one begins there.");
        if (open)
            _ = Browser.Open(server.Address);
        await Task.Delay(Timeout.Infinite, interrupted);
    }

    private static int? PortOfSurroundings()
    {
        var text = Environment.GetEnvironmentVariable(PortVariable);
        if (string.IsNullOrEmpty(text))
            return null;
        return int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var port) && port <= MostPort
            ? port
            : throw new UsageException($"The variable {PortVariable} needs a whole number from 0 to {MostPort}, not '{text}'.");
    }

    private static IPAddress Address(string? host) =>
        host is null or "localhost" ? IPAddress.Loopback
        : IPAddress.TryParse(host, out var address) ? address
        : throw new UsageException(
            $"--host needs an address as 0.0.0.0, :: or localhost, not '{host}'{Suggestion.For(host, ["localhost"])}");

    /// <summary>Lines for people at a terminal, for programs elsewhere.</summary>
    private static void Log(ILoggingBuilder logging)
    {
        // What keeps the host from starting is told in one line; it would log the stack before it throws.
        logging.SetMinimumLevel(LogLevel.Warning).AddFilter("FashionGanTf", LogLevel.Information)
            .AddFilter("Microsoft.Extensions.Hosting.Internal.Host", LogLevel.None);
        if (!Terminal.IsInteractive)
            logging.AddJsonConsole(format => (format.TimestampFormat, format.UseUtcTimestamp) = ("O", true));
        else
            logging.AddSimpleConsole(format => (format.SingleLine, format.TimestampFormat) = (true, "HH:mm:ss "));
    }
}
