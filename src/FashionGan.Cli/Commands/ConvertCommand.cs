using System.CommandLine;
using FashionGanTf.Cli.CommandLine;
using FashionGanTf.Export;
using Tensorflow.Serialization;

namespace FashionGanTf.Cli.Commands;

/// <summary><c>fashion-gan convert</c>.</summary>
internal static class ConvertCommand
{
    internal static readonly string[] Examples =
    [
        "convert --from generator.weights.h5 --out generator.safetensors",
        "convert --from generator.keras --out generator.safetensors",
    ];

    internal static Command Make()
    {
        var source = PathOption.Of("--from", "The weights of a generator that Keras wrote: a .weights.h5 or .keras file of Keras 3, or a " +
            ".h5 file of Keras 2. Its layers are those of this program's DCGAN, which are those of TensorFlow's tutorial.", "FILE");
        var output = PathOption.File("--out", "The file for its weights.", "a safetensors file", ".safetensors");
        (source.Required, output.Required) = (true, true);
        var command = new Command("convert", "Make a generator's file of weights that Keras wrote, for generate, serve and the others.")
            { source, output };
        command.SetAction(result =>
        {
            var file = result.GetRequiredValue(output)!;
            AtomicFile.RequireWritable(file, "; choose another with --out");
            KerasGenerator.Load(result.GetRequiredValue(source)!).Save(file);
            Console.WriteLine($"{file}: a generator's weights.");
            return ExitCode.Success;
        });
        return command;
    }
}
