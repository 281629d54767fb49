using System.IO.Compression;
using PureHDF;

namespace Tensorflow.Serialization.Keras;

/// <summary>
/// Weights that Keras wrote, in HDF5: a <c>.weights.h5</c> or <c>.keras</c> file of Keras 3, or a <c>.h5</c> file of Keras 2. Keras 3 has
/// an array <c>layers/dense_1/vars/0</c> for each weight, where layers are numbered within their model by kind, and a model within a
/// model has <c>layers</c> again (keras/src/saving/saving_lib.py). Keras 2 lists its layers and their weights in attributes,
/// <c>layer_names</c> and <c>weight_names</c> (keras/saving/hdf5_format.py). Arrays are read when they are asked for.
/// </summary>
public sealed class KerasWeightsFile : IDisposable
{
    /// <summary>The file of weights in a .keras archive.</summary>
    private const string WeightsEntry = "model.weights.h5";

    /// <summary>Models in models in models; more are no model.</summary>
    private const int Deepest = 16;

    /// <summary>Far more than layers or weights have names, and far longer than these are.</summary>
    private const int MostNames = 100_000, LongestName = 10_000;

    private readonly string _path;
    private readonly Stream _stream;
    private readonly IDisposable _file;
    private readonly List<(string Layer, List<IH5Dataset> Arrays)> _layers = [];

    private KerasWeightsFile(string path, Stream stream)
    {
        (_path, _stream) = (path, stream);
        var file = H5File.Open(stream, leaveOpen: true);
        _file = file;
        // The second was written before Keras 3.
        Container = Array.Find(["layers", "_layer_checkpoint_dependencies"], file.LinkExists);
        if (Container is { } container)
            GatherByPath(file.Group(container), container, container, 0);
        else
            GatherInOrder(file.LinkExists("model_weights") ? file.Group("model_weights") : file);
        layers = _layers.ConvertAll(layer => (layer.Layer, (IReadOnlyList<Shape>)layer.Arrays.ConvertAll(ShapeOf)));
    }

    /// <summary>The layers that have weights, and their shapes: in the model's order where Keras 2 wrote them; of Keras 3, each kind in its
    /// own order.</summary>
    public IReadOnlyList<(string Layer, IReadOnlyList<Shape> Shapes)> layers { get; }

    /// <summary>What the layers of a model are called in the paths by which they are found; null where they are found by their
    /// order.</summary>
    internal string? Container { get; }

    /// <summary>Whether a file looks like one, by its first bytes: HDF5, or a ZIP archive.</summary>
    public static bool is_one(string path)
    {
        if (!File.Exists(path))
            return false;
        var start = new byte[4];
        using var file = File.OpenRead(path);
        return file.ReadAtLeast(start, start.Length, throwOnEndOfStream: false) == start.Length && (IsHdf5(start) || IsZip(start));
    }

    /// <summary>Opens a file.</summary>
    /// <exception cref="IOException">It cannot be read.</exception>
    /// <exception cref="InvalidDataException">It is none of Keras, or damaged; the message is one line.</exception>
    public static KerasWeightsFile load(string path)
    {
        Stream stream = File.OpenRead(path);
        try
        {
            return Checked(path, () =>
            {
                var start = new byte[4];
                stream.ReadAtLeast(start, start.Length, throwOnEndOfStream: false);
                stream.Position = 0;
                if (!IsZip(start))
                    return new KerasWeightsFile(path, stream);
                using var archive = stream;
                return new KerasWeightsFile(path, stream = Weights(archive));
            });
        }
        catch
        {
            stream.Dispose();
            throw;
        }
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _file.Dispose();
        _stream.Dispose();
    }

    /// <summary>An array's elements; float16 and float64 become float32.</summary>
    /// <param name="layer">The number of the layer in <see cref="layers"/>.</param>
    /// <param name="array">The number of the array in it.</param>
    /// <exception cref="InvalidDataException">It holds something else, or the file is damaged.</exception>
    internal Tensor Read(int layer, int array)
    {
        var (name, data) = (_layers[layer].Layer, _layers[layer].Arrays[array]);
        return Checked(_path, () =>
        {
            var values = (data.Type.Class, data.Type.Size) switch
            {
                (H5DataTypeClass.FloatingPoint, 2) => Array.ConvertAll(data.Read<Half[]>(), value => (float)value),
                (H5DataTypeClass.FloatingPoint, 4) => data.Read<float[]>(),
                (H5DataTypeClass.FloatingPoint, 8) => Array.ConvertAll(data.Read<double[]>(), value => (float)value),
                var (kind, size) => throw new InvalidDataException(
                    $"'{name}' holds elements of {size} bytes of the kind {kind}; float16, float32 and float64 are read."),
            };
            return Tensor.From<float>(values, ShapeOf(data));
        });
    }

    private static bool IsHdf5(ReadOnlySpan<byte> start) => start is [0x89, (byte)'H', (byte)'D', (byte)'F'];

    private static bool IsZip(ReadOnlySpan<byte> start) => start is [(byte)'P', (byte)'K', 3, 4];

    /// <summary>The weights of a .keras archive, in memory: they must be read at any place.</summary>
    private static MemoryStream Weights(Stream stream)
    {
        using var archive = new ZipArchive(stream, ZipArchiveMode.Read);
        var entry = archive.GetEntry(WeightsEntry)
            ?? throw new InvalidDataException($"it is a ZIP archive without {WeightsEntry}; a .keras file has one.");
        using var content = entry.Open();
        var weights = new MemoryStream();
        content.CopyTo(weights);
        weights.Position = 0;
        return weights;
    }

    private static Shape ShapeOf(IH5Dataset data) => new(Array.ConvertAll(data.Space.Dimensions, size => checked((long)size)));

    private void GatherByPath(IH5Group group, string path, string container, int depth)
    {
        if (depth > Deepest)
            throw new InvalidDataException($"its layers lie more than {Deepest} deep in each other.");
        // A kind's second layer has a longer name than its first, its tenth than its ninth.
        foreach (var layer in group.Children().OfType<IH5Group>().OrderBy(layer => layer.Name.Length)
            .ThenBy(layer => layer.Name, StringComparer.Ordinal))
        {
            var place = $"{path}/{layer.Name}";
            AddArrays(layer, place);
            AddCell(layer, place);
            foreach (var way in new[] { "forward_layer", "backward_layer" })
                if (layer.LinkExists(way))
                    AddCell(layer.Group(way), $"{place}/{way}");
            if (layer.LinkExists(container))
                GatherByPath(layer.Group(container), $"{place}/{container}", container, depth + 1);
        }
    }

    private void AddCell(IH5Group layer, string place)
    {
        if (layer.LinkExists("cell"))
            AddArrays(layer.Group("cell"), $"{place}/cell");
    }

    private void AddArrays(IH5Group layer, string place)
    {
        if (layer.LinkExists("vars") && layer.Group("vars").Children().OfType<IH5Dataset>()
            .OrderBy(array => array.Name.Length).ThenBy(array => array.Name, StringComparer.Ordinal).ToList() is { Count: > 0 } arrays)
            _layers.Add((place, arrays));
    }

    private void GatherInOrder(IH5Group root)
    {
        if (!root.AttributeExists("layer_names") && !root.AttributeExists("layer_names0"))
            throw new InvalidDataException("it has neither the 'layers' of Keras 3 nor the 'layer_names' of Keras 2.");
        foreach (var name in Names(root, "layer_names"))
        {
            var layer = root.Group(name);
            var arrays = Names(layer, "weight_names").Select(layer.Dataset).ToList();
            if (arrays.Count > 0)
                _layers.Add((name, arrays));
        }
    }

    /// <summary>A list of names, which lies in several attributes where one cannot hold it. An empty one is of numbers.</summary>
    private static IEnumerable<string> Names(IH5Group group, string attribute)
    {
        IEnumerable<string> Of(string name)
        {
            var names = group.Attribute(name);
            // The library would go on for hours where a damaged file says that there are billions.
            return (names.Space.Dimensions, names.Type.Size) switch
            {
                ([0], _) => [],
                ([<= MostNames], <= LongestName) => names.Read<string[]>(),
                _ => throw new InvalidDataException($"its attribute {name} is no list of names."),
            };
        }

        if (group.AttributeExists(attribute))
            return Of(attribute);
        return Enumerable.Range(0, int.MaxValue).Select(part => $"{attribute}{part}").TakeWhile(group.AttributeExists).SelectMany(Of);
    }

    private static T Checked<T>(string path, Func<T> read)
    {
        try
        {
            return read();
        }
        catch (InvalidDataException error)
        {
            throw new InvalidDataException($"{path}: {OneLine.Of(error.Message)}", error);
        }
#pragma warning disable CA1031 // The library reports what is wrong with a file by exceptions of every type.
        catch (Exception error)
        {
            throw new InvalidDataException(
                $"{path}: it is no file of weights that Keras wrote, or a damaged one: {OneLine.Of(error.Message)}", error);
        }
#pragma warning restore CA1031
    }
}
