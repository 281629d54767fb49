using Spectre.Console;
using Tensorflow.Keras.Utils;

namespace FashionGanTf.Cli.Display;

/// <summary>Where lines can renew themselves.</summary>
internal static class LiveTerminal
{
    /// <summary>The console, where both outputs are one and it knows the codes; null elsewhere.</summary>
    internal static IAnsiConsole? Find() =>
        Terminal.IsInteractive && !Console.IsErrorRedirected
            && AnsiConsole.Console is { Profile.Capabilities: { Interactive: true, Ansi: true } } console
            ? console : null;
}
