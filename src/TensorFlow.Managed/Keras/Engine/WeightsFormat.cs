using Tensorflow.Serialization.Keras;

namespace Tensorflow.Keras.Engine;

/// <summary>The formats of files of weights: safetensors, and Keras' where a name ends as its files do.</summary>
internal static class WeightsFormat
{
    internal const string Safetensors = "safetensors", Keras = "h5";

    private static readonly string[] Others = [".h5", ".hdf5", ".keras", ".ckpt", ".tf", ".pb", ".npz", ".npy", ".pt", ".pth", ".onnx"];

    /// <summary>What a name promises.</summary>
    internal static string Of(string filepath) => KerasWeightsWriter.IsFor(filepath) ? Keras : Safetensors;

    /// <summary>Refuses a name that promises another format than safetensors: whoever reads the file by its name would take it for
    /// damaged.</summary>
    /// <param name="what">Who writes it, for the message.</param>
    /// <param name="filepath">The file.</param>
    /// <exception cref="ArgumentException">It ends as another format's files do.</exception>
    internal static void Require(string what, string filepath)
    {
        var ending = Path.GetExtension(filepath);
        if (Others.Contains(ending, StringComparer.OrdinalIgnoreCase))
            throw new ArgumentException(
                $"{what} writes safetensors, not '{ending}': end the file's name in .safetensors, not as {filepath} does.");
    }
}
