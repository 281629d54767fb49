using PureHDF;
using Tensorflow.Keras.Engine;

namespace Tensorflow.Serialization.Keras;

/// <summary>Writes weights as Keras 3 has them in <c>.weights.h5</c> files, or as Keras 2 in other <c>.h5</c> files;
/// <see cref="KerasWeightsFile"/> says what these are.</summary>
internal static class KerasWeightsWriter
{
    /// <summary>How the names of Keras 3's files end, and those of Keras 2.</summary>
    private static readonly string[] s_endings = [".weights.h5", ".h5", ".hdf5"];

    /// <summary>Whether a file is to be one of these.</summary>
    internal static bool IsFor(string path) =>
        Array.Exists(s_endings, ending => path.EndsWith(ending, StringComparison.OrdinalIgnoreCase));

    /// <summary>Writes a model's weights; the file is whole or not there.</summary>
    /// <exception cref="ArgumentException">Keras 3 has no paths for its layers.</exception>
    /// <exception cref="IOException">It cannot be written.</exception>
    internal static void Write(string path, Model model)
    {
        var bytes = path.EndsWith(s_endings[0], StringComparison.OrdinalIgnoreCase) ? BytesOf(model) : BytesInOrder(model);
        AtomicFile.Write(path, stream => stream.Write(bytes));
    }

    /// <summary>A model's weights as the bytes of a file of Keras 3.</summary>
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
                group[$"{i}"] = Dataset(variable);
        }

        return BytesOf(file);
    }

    /// <summary>A model's weights as the bytes of a file of Keras 2: a group for each layer, in it each weight under its name.</summary>
    private static byte[] BytesInOrder(Model model)
    {
        using var scope = TensorScope.Begin();
        using var snapshot = VariableSnapshot.Take(model.Weights);
        var layers = KerasLayers.InOrder(model);
        var file = new H5File();
        file.Attributes["layer_names"] = layers.Select(layer => layer.Layer).ToArray();
        // What TensorFlow.NET writes: the layout is that of Keras 2.
        (file.Attributes["backend"], file.Attributes["keras_version"]) = ("tensorflow", "2.5.0");
        foreach (var (layer, weights) in layers)
        {
            var top = new H5Group();
            top.Attributes["weight_names"] = weights.ConvertAll(weight => weight.Name).ToArray();
            file[layer] = top;
            foreach (var weight in weights)
            {
                var (group, names) = (top, weight.Name.Split('/'));
                foreach (var name in names[..^1])
                {
                    if (!group.ContainsKey(name))
                        group[name] = new H5Group();
                    group = (H5Group)group[name];
                }

                group[names[^1]] = Dataset(weight);
            }
        }

        return BytesOf(file);
    }

    private static H5Dataset Dataset(ResourceVariable variable) =>
        new(variable.AsTensor().ToArray<float>(), fileDims: Array.ConvertAll(variable.shape.dims, size => (ulong)size));

    private static byte[] BytesOf(H5File file)
    {
        using var bytes = new MemoryStream();
        file.Write(bytes);
        return bytes.ToArray();
    }
}
