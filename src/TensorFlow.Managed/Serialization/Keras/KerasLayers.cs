using Tensorflow.Keras.Engine;
using Tensorflow.Keras.Layers;

namespace Tensorflow.Serialization.Keras;

/// <summary>The weights of a model, layer by layer, as Keras keeps them in files.</summary>
internal static class KerasLayers
{
    /// <summary>Layers under their paths, <c>layers/dense_1</c>, as Keras 3 has them: numbered by kind, whatever their names are.</summary>
    /// <param name="model">The model.</param>
    /// <param name="container">What the layers of a model are called in paths.</param>
    /// <exception cref="ArgumentException">A layer has layers inside, or the model overrides <c>Call</c>: Keras finds those under the names
    /// of attributes in the program.</exception>
    internal static List<(string Layer, List<ResourceVariable> Weights)> ByPath(Model model, string container)
    {
        var layers = new List<(string, List<ResourceVariable>)>();
        Gather(model, container, container, layers);
        return layers;
    }

    /// <summary>Layers in their order, each with all its weights, those of layers inside as well, as Keras 2 has them.</summary>
    internal static List<(string Layer, List<ResourceVariable> Weights)> InOrder(Model model) =>
    [
        .. model.Layers.Cast<Layer>().Where(layer => layer.Weights.Count > 0)
            .Select(layer => (layer.Name, layer.TrainableWeights.Concat(layer.NonTrainableWeights).Cast<ResourceVariable>().ToList())),
    ];

    private static void Gather(Model model, string path, string container, List<(string, List<ResourceVariable>)> layers)
    {
        if (model is not Sequential && model.Graph is null)
            throw new ArgumentException($"{model.Description} overrides Call; files of Keras 3 are for sequential and functional models; " +
                "safetensors, NumPy and ONNX files take it.");
        var counts = new Dictionary<string, int>();
        foreach (var layer in model.Layers.Cast<Layer>())
        {
            var kind = LayerNames.SnakeCase(layer.ClassName);
            var count = counts[kind] = counts.GetValueOrDefault(kind, -1) + 1;
            var place = $"{path}/{LayerNames.Numbered(kind, count)}";
            if (layer is Model inner)
                Gather(inner, $"{place}/{container}", container, layers);
            else
                AddLayer(layer, place, layers);
        }
    }

    private static void AddLayer(Layer layer, string path, List<(string, List<ResourceVariable>)> layers)
    {
        if (layer.OwnWeights.Any())
            layers.Add((path, [.. layer.OwnWeights]));
        if (layer is RNN recurrent)
        {
            AddLayer(Layer.From(recurrent.cell), $"{path}/cell", layers);
        }
        else if (layer is Bidirectional both)
        {
            AddLayer(both.Forward, $"{path}/forward_layer", layers);
            AddLayer(both.Backward, $"{path}/backward_layer", layers);
        }
        else if (layer.Children.Any(child => child.Weights.Count > 0))
        {
            throw new ArgumentException($"{layer.Description} has layers inside; what files of Keras 3 call them is not known; " +
                "safetensors, NumPy and ONNX files take it.");
        }
    }
}
