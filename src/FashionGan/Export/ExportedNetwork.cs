using System.Globalization;
using System.Text.Json;
using FashionGanTf.Conditions;
using FashionGanTf.Evaluation.Classifier;
using FashionGanTf.Imaging;
using FashionGanTf.Models;
using Tensorflow;
using Tensorflow.Keras.Engine;
using Tensorflow.NumPy;

namespace FashionGanTf.Export;

/// <summary>
/// A trained network for other programs, with what they must know to use it: in an ONNX file names of inputs and outputs, and texts.
/// docs/files.md lists them.
/// </summary>
public sealed class ExportedNetwork
{
    private const string Pictures = "pictures", Condition = "condition";

    private readonly Model _network;
    private readonly Shape[] _inputs;
    private readonly string[] _inputNames;
    private readonly string[] _outputNames;
    private readonly Dictionary<string, string> _texts;

    /// <summary>Whether it takes texts: neither ONNX nor Keras' files get such a one.</summary>
    private bool _takesTexts;

    private ExportedNetwork(Model network, string kind, PictureShape picture, ClassNames classes, (string Name, Shape Shape)[] inputs,
        params string[] outputNames)
    {
        (_network, _outputNames) = (network, outputNames);
        (_inputNames, _inputs) = ([.. inputs.Select(input => input.Name)], [.. inputs.Select(input => input.Shape)]);
        _texts = new Dictionary<string, string>
        {
            ["network"] = kind,
            ["picture_size"] = picture.Size.ToString(CultureInfo.InvariantCulture),
            ["picture_channels"] = picture.Channels.ToString(CultureInfo.InvariantCulture),
            ["pixel_range"] = "[-1, 1]",
        };
        if (classes.Count > 0)
            _texts["classes"] = JsonSerializer.Serialize<IEnumerable<string>>(classes);
    }

    /// <summary>The network of a file of weights: a generator's, a discriminator's or a classifier's.</summary>
    /// <param name="path">The file.</param>
    /// <exception cref="IOException">It cannot be read.</exception>
    /// <exception cref="InvalidDataException">It holds something else, or is damaged; the message is one line.</exception>
    public static ExportedNetwork Open(string path)
    {
        var file = GeneratorFile.Read(path);
        return ClassifierFile.IsOne(file) ? Of(PictureClassifier.Load(path))
            : DiscriminatorFile.IsOne(file) ? OfDiscriminator(path) : Of(FashionGan.Load(path));
    }

    /// <summary>A GAN's generator, the averaged one where there is one: <c>noise</c> (N, latent size), with classes also <c>condition</c>
    /// (N, classes), to <c>pictures</c> (N, size, size, channels).</summary>
    public static ExportedNetwork Of(FashionGan gan)
    {
        var noise = ("noise", new Shape(-1, gan.LatentDim));
        var generator = new ExportedNetwork(gan.AveragedGenerator ?? gan.Generator, "generator", gan.Picture, gan.Classes,
            WithCondition(noise, gan.Classes), Pictures);
        generator._takesTexts = gan.Vocabulary is not null;
        generator._texts["latent_size"] = gan.LatentDim.ToString(CultureInfo.InvariantCulture);
        return generator;
    }

    /// <summary>A classifier: <c>pictures</c> (N, size, size, channels) to <c>logits</c> (N, classes).</summary>
    public static ExportedNetwork Of(PictureClassifier classifier) =>
        new(classifier, "classifier", classifier.Picture, classifier.Classes, [(Pictures, Batch(classifier.Picture))], "logits");

    /// <summary>A discriminator's file: <c>pictures</c> (N, size, size, channels), with classes also <c>condition</c> (N, classes), to
    /// <c>logits</c> (N, 1), and where it names the class also <c>class_logits</c> (N, classes).</summary>
    private static ExportedNetwork OfDiscriminator(string path)
    {
        var (discriminator, classes, picture) = DiscriminatorFile.Open(path);
        string[] outputs = ["logits", "class_logits"];
        return new(discriminator, "discriminator", picture, classes, WithCondition((Pictures, Batch(picture)), classes),
            outputs[..discriminator.Outputs!.Count]);
    }

    /// <summary>Writes an ONNX file: opset 17, weights inside, any number of pictures at once.</summary>
    /// <exception cref="IOException">It cannot be written.</exception>
    /// <exception cref="ArgumentException">The network computes something that is not written; the message is one line.</exception>
    public void WriteOnnx(string path)
    {
        RequireNoTexts("ONNX");
        _network.export(path, input_signature: _inputs, input_names: _inputNames, output_names: _outputNames, metadata: _texts);
    }

    /// <summary>Writes the weights as arrays of NumPy, under the names that they have in a safetensors file.</summary>
    /// <exception cref="IOException">It cannot be written.</exception>
    public void WriteNpz(string path) =>
        np.savez(path, _network.named_weights.ToDictionary(weight => weight.Name, weight => weight.Variable.numpy()));

    /// <summary>Writes the weights as Keras 3 has them in <c>.weights.h5</c> files, for a model of the same layers there.</summary>
    /// <exception cref="IOException">It cannot be written.</exception>
    /// <exception cref="ArgumentException">The network has layers within layers, such as a conditional normalisation, or the name ends
    /// otherwise; the message is one line.</exception>
    public void WriteKeras(string path)
    {
        RequireNoTexts("a file of Keras");
        _network.save_weights(path, save_format: "h5");
    }

    private void RequireNoTexts(string kind)
    {
        if (_takesTexts)
            throw new ArgumentException($"A model that takes texts is not written as {kind}; .npz takes its weights.");
    }

    private static Shape Batch(PictureShape picture) => new(-1, picture.Size, picture.Size, picture.Channels);

    private static (string, Shape)[] WithCondition((string, Shape) input, ClassNames classes) =>
        classes.Count == 0 ? [input] : [input, (Condition, new Shape(-1, classes.Count))];
}
