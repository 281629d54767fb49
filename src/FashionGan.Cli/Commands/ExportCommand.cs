using System.CommandLine;
using FashionGanTf.Cli.CommandLine;
using FashionGanTf.Evaluation.Classifier;
using FashionGanTf.Export;
using FashionGanTf.Models;
using Tensorflow.Serialization;

namespace FashionGanTf.Cli.Commands;

/// <summary><c>fashion-gan export</c>.</summary>
internal static class ExportCommand
{
    internal static readonly string[] Examples =
    [
        "export --out generator.onnx",
        "export --model conditional --out conditional.onnx",
        "export --model run/discriminator.safetensors --out discriminator.onnx",
        "export --model classifier --out classifier.onnx",
        "export --model run/generator.safetensors --out generator.npz",
        "export --model run/generator.safetensors --out generator.weights.h5",
    ];

    private static readonly (string Name, string Ending, string Content, Action<ExportedNetwork, string> Write)[] s_formats =
    [
        ("onnx", ".onnx", "an ONNX file", (network, file) => network.WriteOnnx(file)),
        ("npz", ".npz", "a NumPy file", (network, file) => network.WriteNpz(file)),
        ("keras", ".weights.h5", "a file of Keras", (network, file) => network.WriteKeras(file)),
    ];

    /// <summary>The name of the classifier that ships with the program.</summary>
    private const string Classifier = "classifier";

    internal static Command Make()
    {
        var model = PathOption.Of("--model", "The network: the weights of a generator or discriminator, as train leaves them in run/, or " +
            $"of a classifier, or {string.Join(", ", FashionGan.PretrainedNames)} or {Classifier}, which ship with the program " +
            $"[default: {FashionGan.PretrainedNames[0]}].", "FILE_OR_NAME");
        var format = ChoiceOption.Of("--format", "onnx for a network that other programs run, npz for its weights as NumPy's arrays, " +
            "keras for its weights as Keras 3 reads them [default: what the ending of --out says].",
            Array.ConvertAll(s_formats, known => known.Name), name => name);
        var output = PathOption.Of("--out", "The file.", "FILE");
        output.Required = true;
        var command = new Command("export", "Write a trained network for other programs: ONNX for C#, Python, browsers and phones, or " +
            "its weights for NumPy or Keras.") { model, format, output };
        command.SetAction(result =>
        {
            var (name, file) = (result.GetValue(model) ?? FashionGan.PretrainedNames[0], result.GetRequiredValue(output)!);
            var named = result.GetValue(format);
            var (_, ending, content, write) = Array.Find(
                s_formats, known => named is null ? file.EndsWith(known.Ending, StringComparison.OrdinalIgnoreCase) : known.Name == named);
            if (write is null)
                throw new UsageException($"--out {file} must end in {string.Join(", ", s_formats.Select(known => known.Ending))}.");
            if (!file.EndsWith(ending, StringComparison.OrdinalIgnoreCase))
                throw new UsageException($"--out {file}: {content} is written; end it in {ending}.");
            AtomicFile.RequireWritable(file, "; choose another with --out");
            write(Open(name), file);
            Console.WriteLine($"{file}: {content}, of {name}.");
            return ExitCode.Success;
        });
        return command;
    }

    private static ExportedNetwork Open(string model) => model == Classifier ? ExportedNetwork.Of(PictureClassifier.Pretrained())
        : ModelOption.IsShipped(model) ? ExportedNetwork.Of(FashionGan.Pretrained(model)) : ExportedNetwork.Open(model);
}
