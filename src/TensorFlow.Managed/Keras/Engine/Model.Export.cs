using Google.Protobuf;
using Tensorflow.Serialization;
using Tensorflow.Serialization.Onnx;

namespace Tensorflow.Keras.Engine;

/// <content>Models for other programs.</content>
public partial class Model
{
    /// <summary>Writes the model as an ONNX file, weights inside, for any number of examples at once: what it computes in inference mode.
    /// The file is whole or not there.</summary>
    /// <param name="filepath">The file; its folder must exist.</param>
    /// <param name="format"><c>onnx</c>, the one format there is.</param>
    /// <param name="input_signature">The shapes of the inputs, -1 for the batch's axis, which is the first; null for those that the model
    /// was made with. Inputs are float32.</param>
    /// <param name="input_names">What the inputs are called; null for <c>input_1</c>, ...</param>
    /// <param name="output_names">What the outputs are called; null for <c>output_1</c>, ...</param>
    /// <param name="metadata">Texts to go with it, by their names.</param>
    /// <exception cref="ArgumentException">It has an operation that cannot be written, or what it computes of an example depends on the
    /// others; the message is one line. Then nothing is written.</exception>
    /// <exception cref="IOException">The file cannot be written.</exception>
    /// <example><code>model.export("model.onnx");</code></example>
    public void export(
        string filepath, string format = "onnx", Shape[]? input_signature = null, IReadOnlyList<string>? input_names = null,
        IReadOnlyList<string>? output_names = null, IReadOnlyDictionary<string, string>? metadata = null)
    {
        if (format != "onnx")
            throw new ArgumentException($"export writes onnx, not '{format}'.");
        if (!built)
            throw new InvalidOperationException(
                $"{Description} cannot be exported yet: call build with the input's shape, or apply it once.");
        if (Inputs?.FirstOrDefault(input => input.dtype != TF_DataType.TF_FLOAT) is { } other)
            throw new ArgumentException(
                $"{Description} has an input of {other.dtype.Name()}; only models whose inputs are float32 are exported.");
        var shapes = input_signature ?? Inputs?.Select(input => input.shape).ToArray()
            ?? throw new ArgumentException($"{Description} does not say what shape its input has; give it as input_signature.");
        if (Array.Find(shapes, shape => shape.ndim == 0 || shape.dims.Skip(1).Any(size => size < 1)) is { } open)
            throw new ArgumentException($"{Description}: of an input of shape {open} only the first size may be left open.");
        var file = OnnxExport.Of(this, shapes, input_names, output_names, metadata);
        AtomicFile.Write(filepath, file.WriteTo);
    }
}
