using System.Text.Json.Nodes;
using Tensorflow.Keras.ArgsDefinition;
using Tensorflow.Keras.Engine;
using Tensorflow.Keras.Layers;

namespace Tensorflow.Serialization.Keras;

/// <summary>Models as Keras 3 describes them in JSON: a sequential one lists its layers, a functional one also what each application of a
/// layer took (keras/src/models/sequential.py and functional.py).</summary>
internal static class ModelConfig
{
    /// <summary>A symbolic tensor in JSON.</summary>
    private const string TensorClass = "__keras_tensor__";

    /// <summary>A model's description.</summary>
    /// <exception cref="ArgumentException">It overrides <c>Call</c>, or has a layer that cannot be written.</exception>
    internal static JsonObject Of(Model model)
    {
        var config = new JsonObject { ["name"] = model.Name, ["trainable"] = model.Trainable };
        var isSequential = model is Sequential;
        if (isSequential)
            config["layers"] = new JsonArray(
                [.. model.Inputs!.Select(input => Of(((KerasTensor)input).Producer.Layer)), .. model.Layers.Cast<Layer>().Select(Of)]);
        else if (model.Graph is { } graph)
            Describe(graph, config);
        else
            throw new ArgumentException(
                $"{model.Description} overrides Call, which a file cannot hold; save_weights keeps its weights.");
        return new JsonObject
        {
            ["module"] = "keras", ["class_name"] = isSequential ? "Sequential" : "Functional", ["config"] = config,
            ["registered_name"] = null,
        };
    }

    /// <summary>The model of a description, with new weights.</summary>
    internal static Model Make(JsonObject description)
    {
        var config = description["config"]!.AsObject();
        var (name, layers) = ((string?)config["name"], config["layers"]!.AsArray());
        Model model = (string?)description["class_name"] switch
        {
            "Sequential" => SequentialOf(name, layers),
            "Functional" => FunctionalOf(name, config, layers),
            var other => throw new InvalidDataException($"it is a {other}; sequential and functional models are read."),
        };
        model.Trainable = (bool?)config["trainable"] ?? true;
        foreach (var (layer, told) in model.Layers.Zip(layers.Where(one => (string?)one!["class_name"] != "InputLayer")))
            if (told!["config"]!["trainable"] is { } trainable && !(bool)trainable)
                layer.Trainable = false;
        return model;
    }

    private static JsonObject Of(Layer layer) => layer is Model inner ? Of(inner) : LayerConfig.Of(layer);

    private static Layer MakeLayer(JsonNode? description)
    {
        var one = description!.AsObject();
        return (string?)one["class_name"] is "Sequential" or "Functional" ? Make(one) : LayerConfig.Make(one);
    }

    private static Sequential SequentialOf(string? name, JsonArray layers) =>
        new(new SequentialArgs { Name = name, Layers = [.. layers.Select(MakeLayer)] });

    private static void Describe(FunctionalGraph graph, JsonObject config)
    {
        Layer[] layers = [.. graph.Layers];
        if (layers.GroupBy(layer => layer.Name).FirstOrDefault(group => group.Count() > 1) is { } twice)
            throw new ArgumentException($"two layers are called '{twice.Key}'; a file finds layers by their names.");
        config["layers"] = new JsonArray([.. layers.Select(layer =>
        {
            var one = Of(layer);
            one["name"] = layer.Name;
            one["inbound_nodes"] = new JsonArray([.. Nodes(layer).Where(node => node.Inputs.Length > 0).Select(node => new JsonObject
            {
                ["args"] = new JsonArray(node.Inputs.Length == 1 ? Tensor(node.Inputs[0])
                    : new JsonArray([.. node.Inputs.Select(Tensor)])),
                ["kwargs"] = new JsonObject(),
            })]);
            return one;
        })]);
        config["input_layers"] = new JsonArray([.. graph.Inputs.Select(Place)]);
        config["output_layers"] = new JsonArray([.. graph.Outputs.Select(Place)]);

        IEnumerable<Node> Nodes(Layer layer) => graph.NodesOf(layer).OrderBy(node => node.Number);

        JsonArray Place(KerasTensor x) => [
            x.Producer.Layer.Name, Math.Max(0, Nodes(x.Producer.Layer).ToList().IndexOf(x.Producer)), x.Index];

        JsonObject Tensor(KerasTensor x) => new()
        {
            ["class_name"] = TensorClass,
            ["config"] = new JsonObject
            {
                ["shape"] = LayerConfig.Sizes(x.shape), ["dtype"] = x.dtype.Name(), ["keras_history"] = Place(x),
            },
        };
    }

    private static Functional FunctionalOf(string? name, JsonObject config, JsonArray descriptions)
    {
        var layers = new Dictionary<string, Layer>();
        var results = new Dictionary<(string Layer, int Node), Tensors>();
        var waiting = new List<(string Layer, int Node, (string Layer, int Node, int Index)[] Inputs)>();
        foreach (var one in descriptions)
        {
            var layer = MakeLayer(one);
            var own = (string?)one!["name"] ?? layer.Name;
            layers.Add(own, layer);
            if (layer is InputLayer input)
                results[(own, 0)] = input.Output;
            foreach (var (node, told) in (one["inbound_nodes"] ?? new JsonArray()).AsArray().Index())
                waiting.Add((own, node, [.. Tensors(told!["args"]!)]));
        }

        // A shared layer may be applied to what a later one gives.
        while (waiting.Count > 0)
        {
            var ready = waiting.Where(node => node.Inputs.All(input => results.ContainsKey((input.Layer, input.Node)))).ToList();
            if (ready.Count == 0)
                throw new InvalidDataException($"nothing gives what the layer '{waiting[0].Layer}' takes.");
            foreach (var node in ready)
                results[(node.Layer, node.Node)] = layers[node.Layer].Apply(
                    new Tensors([.. node.Inputs.Select(input => results[(input.Layer, input.Node)][input.Index])]));
            waiting.RemoveAll(ready.Contains);
        }

        return new Functional(Ends("input_layers"), Ends("output_layers"), name);

        Tensors Ends(string which)
        {
            var ends = config[which]!.AsArray();
            // Of a single one Keras writes the place alone.
            var places = ends[0] is JsonArray ? ends.Select(Place) : [Place(ends)];
            return new Tensors([.. places.Select(place => results[(place.Layer, place.Node)][place.Index])]);
        }
    }

    /// <summary>The symbolic tensors in a node's arguments, however deep.</summary>
    private static IEnumerable<(string Layer, int Node, int Index)> Tensors(JsonNode? args) => args switch
    {
        JsonArray several => several.SelectMany(Tensors),
        JsonObject one when (string?)one["class_name"] == TensorClass => [Place(one["config"]!["keras_history"])],
        _ => [],
    };

    private static (string Layer, int Node, int Index) Place(JsonNode? place) =>
        ((string)place![0]!, (int)place[1]!, (int)place[2]!);
}
