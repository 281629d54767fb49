using PureHDF;
using Tensorflow.Keras.Engine;

namespace Tensorflow.Serialization.Keras;

/// <summary>Writes weights as Keras 3 has them in <c>.weights.h5</c> files; <see cref="KerasWeightsFile"/> says what that is.</summary>
internal static class KerasWeightsWriter
{
    /// <summary>How the files' names end.</summary>
    internal const string Ending = ".weights.h5";

    /// <summary>Writes a model's weights; the file is whole or not there.</summary>
    /// <exception cref="ArgumentException">Keras has no paths for its layers.</exception>
    /// <exception cref="IOException">It cannot be written.</exception>
    internal static void Write(string path, Model model)
    {
        var bytes = BytesOf(model);
        AtomicFile.Write(path, stream => stream.Write(bytes));
    }

    /// <summary>A model's weights as the bytes of a file.</summary>
    /// <exception cref="ArgumentException">Keras has no paths for its layers.</exception>
    internal static byte[] BytesOf(Model model)
    {
        using var scope = TensorScope.Begin();
        using var snapshot = VariableSnapshot.Take(model.Weights);
        // Keras asks for the model's own arrays, of which it has none.
        var file = new H5File { ["vars"] = new H5Group() };
        foreach (var (layer, weights) in KerasLayers.ByPath(model, "layers"))
        {
            H5Group group = file;
            foreach (var name in layer.Split('/').Append("vars"))
            {
                if (!group.ContainsKey(name))
                    group[name] = new H5Group();
                group = (H5Group)group[name];
            }

            foreach (var (i, variable) in weights.Index())
                group[$"{i}"] = new H5Dataset(
                    variable.AsTensor().ToArray<float>(), fileDims: Array.ConvertAll(variable.shape.dims, size => (ulong)size));
        }

        using var bytes = new MemoryStream();
        file.Write(bytes);
        return bytes.ToArray();
    }
}
