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
        "export --model run/generator.safetensors --out weights.npz",
    ];

    private const string Onnx = "onnx", Npz = "npz";

    /// <summary>The name of the classifier that ships with the program.</summary>
    private const string Classifier = "classifier";

    internal static Command Make()
    {
        var model = PathOption.Of("--model", "The network: the weights of a generator or discriminator, as train leaves them in run/, or " +
            $"of a classifier, or {string.Join(", ", FashionGan.PretrainedNames)} or {Classifier}, which ship with the program " +
            $"[default: {FashionGan.PretrainedNames[0]}].", "FILE_OR_NAME");
        var format = ChoiceOption.Of("--format", $"{Onnx} for a network that other programs run, {Npz} for its weights as NumPy's arrays " +
            "[default: what the ending of --out says].", [Onnx, Npz], name => name);
        var output = PathOption.Of("--out", "The file.", "FILE");
        output.Required = true;
        var command = new Command("export", "Write a trained network for other programs: ONNX for C#, Python, browsers and phones, or " +
            "its weights for NumPy.") { model, format, output };
        command.SetAction(result =>
        {
            var (name, file) = (result.GetValue(model) ?? FashionGan.PretrainedNames[0], result.GetRequiredValue(output)!);
            var kind = result.GetValue(format) ?? FileEnding.Of(file)?[1..];
            if (kind is not (Onnx or Npz))
                throw new UsageException($"--out {file} ends in neither .{Onnx} nor .{Npz}; end it in one of them, or say --format.");
            FileEnding.Require("--out", file, kind == Onnx ? "an ONNX file" : "a NumPy file", $".{kind}");
            AtomicFile.RequireWritable(file, "; choose another with --out");
            var network = Open(name);
            if (kind == Onnx)
                network.WriteOnnx(file);
            else
                network.WriteNpz(file);
            return ExitCode.Success;
        });
        return command;
    }

    private static ExportedNetwork Open(string model) => model == Classifier ? ExportedNetwork.Of(PictureClassifier.Pretrained())
        : ModelOption.IsShipped(model) ? ExportedNetwork.Of(FashionGan.Pretrained(model)) : ExportedNetwork.Open(model);
}
