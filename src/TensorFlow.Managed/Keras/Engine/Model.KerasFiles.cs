using Tensorflow.Serialization.Keras;

namespace Tensorflow.Keras.Engine;

/// <content>Weights in Keras' own files.</content>
public partial class Model
{
    /// <summary>Reads the weights of a file that Keras wrote.</summary>
    /// <exception cref="ArgumentException">It holds another model's; the message says what differs, and nothing is changed.</exception>
    private void LoadKerasWeights(string filepath)
    {
        using var scope = TensorScope.Begin();
        using var file = KerasWeightsFile.load(filepath);
        var own = file.Container is { } container ? KerasLayers.ByPath(this, container) : KerasLayers.InOrder(this);
        var places = Places(filepath, file, own);
        // Read everything before anything is changed.
        var values = own.Zip(places).SelectMany(
            layer => layer.First.Weights.Select((variable, i) => (variable, Value: file.Read(layer.Second, i)))).ToList();
        using var together = VariableSnapshot.Postpone();
        foreach (var (variable, value) in values)
            variable.assign(Operations.Cast.Apply(value, variable.dtype));
    }

    /// <summary>For each layer of the model its number in the file.</summary>
    private List<int> Places(string filepath, KerasWeightsFile file, List<(string Layer, List<ResourceVariable> Weights)> own)
    {
        var differences = new List<string>();
        var places = Enumerable.Range(0, own.Count).ToList();
        if (file.Container is not null)
        {
            var numbers = file.layers.Index().ToDictionary(layer => layer.Item.Layer, layer => layer.Index);
            places = own.ConvertAll(layer => numbers.GetValueOrDefault(layer.Layer, -1));
            differences.AddRange(own.Where(layer => !numbers.ContainsKey(layer.Layer)).Select(layer => $"'{layer.Layer}' is missing"));
            differences.AddRange(numbers.Keys.Except(own.Select(layer => layer.Layer)).Select(name => $"'{name}' is not in the model"));
        }
        else if (own.Count != file.layers.Count)
        {
            differences.Add($"it has {file.layers.Count} layers with weights, {own.Count} are needed");
        }

        foreach (var ((_, weights), place) in own.Zip(places))
            if (place >= 0 && place < file.layers.Count)
                Compare(file.layers[place].Layer, file.layers[place].Shapes, weights, differences);
        ThrowIfAny(filepath, differences);
        return places;
    }

    private static void Compare(string layer, IReadOnlyList<Shape> shapes, List<ResourceVariable> weights, List<string> differences)
    {
        if (shapes.Count != weights.Count)
            differences.Add($"'{layer}' has {shapes.Count} arrays, {weights.Count} are needed");
        foreach (var (i, (shape, variable)) in shapes.Zip(weights).Index())
            if (shape != variable.shape)
                differences.Add($"array {i} of '{layer}' has the shape {shape}, {variable.shape} is needed");
    }
}
