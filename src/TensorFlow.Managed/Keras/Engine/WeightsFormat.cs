namespace Tensorflow.Keras.Engine;

/// <summary>The format of files of weights.</summary>
internal static class WeightsFormat
{
    private static readonly string[] Others = [".h5", ".hdf5", ".keras", ".ckpt", ".tf", ".pb", ".npz", ".npy", ".pt", ".pth", ".onnx"];

    /// <summary>Refuses a name that promises another format: whoever reads the file by its name would take it for damaged.</summary>
    /// <exception cref="ArgumentException">It ends as another format's files do.</exception>
    internal static void Require(string filepath)
    {
        var ending = Path.GetExtension(filepath);
        if (Others.Contains(ending, StringComparer.OrdinalIgnoreCase))
            throw new ArgumentException(
                $"save_weights writes safetensors, not '{ending}': end the file's name in .safetensors, not as {filepath} does.");
    }
}
