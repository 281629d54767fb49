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
    /// <param name="introduction">What is about to begin, in a line.</param>
    /// <param name="train">Trains and calls the callback that it is given.</param>
    internal static void Show(int epochs, long steps, int batchSize, string introduction, Action<ICallback> train)
    {
        // Not through the library, which would break the line, and with it the paths in it.
        Console.WriteLine(introduction);
        if (LiveTerminal.Find() is not { } console)
        {
            train(new PlainProgress(Console.Out, epochs, steps, batchSize));
            return;
        }

        console.Live(Text.Empty).AutoClear(true).Start(live => train(new LiveProgress(console, live, epochs, steps, batchSize)));
    }
}
