using Spectre.Console;
using Tensorflow.Keras.Engine;

namespace FashionGanTf.Cli.Display;

/// <summary>Shows a training run: live in an interactive terminal, as plain lines anywhere else.</summary>
internal static class TrainingDisplay
{
    /// <summary>Runs a training and shows it.</summary>
    /// <param name="epochs">Epochs in all.</param>
    /// <param name="steps">Steps in an epoch.</param>
    /// <param name="batchSize">Pictures in a step.</param>
    /// <param name="introduction">What is about to begin, for those who see nothing else until an epoch has ended.</param>
    /// <param name="train">Trains and calls the callback that it is given.</param>
    internal static void Show(int epochs, long steps, int batchSize, string introduction, Action<ICallback> train)
    {
        var console = AnsiConsole.Console;
        var capabilities = console.Profile.Capabilities;
        if (!capabilities.Interactive || !capabilities.Ansi || Console.IsOutputRedirected || Console.IsErrorRedirected)
        {
            Console.WriteLine(introduction);
            train(new PlainProgress(Console.Out, epochs, steps, batchSize));
            return;
        }

        console.Live(Text.Empty).AutoClear(true).Start(live => train(new LiveProgress(console, live, epochs, steps, batchSize)));
    }
}
