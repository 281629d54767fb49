using System.Globalization;
using System.Reflection;
using System.Text.Json;
using System.Text.Json.Nodes;
using Tensorflow.Keras;
using Tensorflow.Keras.ArgsDefinition;
using Tensorflow.Keras.Engine;
using Tensorflow.Keras.Layers;
using Tensorflow.Keras.Regularizers;

namespace Tensorflow.Serialization.Keras;

/// <summary>Layers as Keras 3 describes them in JSON: their kind, and what they were told, under its names. Those are the names of the
/// properties of a layer's <see cref="LayerArgs"/>, so that a new layer needs no code here.</summary>
internal static class LayerConfig
{
    /// <summary>The layers of this runtime, by the names that Keras has for them.</summary>
    private static readonly Dictionary<string, Type> s_kinds = typeof(Dense).Assembly.GetExportedTypes()
        .Where(type => type.Namespace == typeof(Dense).Namespace && type.IsSubclassOf(typeof(Layer)) && !type.IsAbstract)
        .ToDictionary(type => type == typeof(ActivationLayer) ? "Activation" : type.Name);

    private static readonly TF_DataType[] s_types =
    [
        TF_DataType.TF_FLOAT, TF_DataType.TF_DOUBLE, TF_DataType.TF_INT32, TF_DataType.TF_INT64, TF_DataType.TF_UINT8, TF_DataType.TF_BOOL,
    ];

    /// <summary>A layer's description.</summary>
    /// <exception cref="ArgumentException">It is none of this runtime, or was told what cannot be written.</exception>
    internal static JsonObject Of(Layer layer)
    {
        if (s_kinds.GetValueOrDefault(layer.ClassName) != layer.GetType())
            throw new ArgumentException(
                $"{layer.Description} is none of Keras' layers, which a file can name; save_weights keeps its weights.");
        var config = new JsonObject { ["name"] = layer.Name, ["trainable"] = layer.Trainable, ["dtype"] = layer.DType.Name() };
        if (layer is InputLayer)
            config["batch_shape"] = Sizes(layer.BatchInputShape!);
        foreach (var told in Told(layer.Args.GetType()))
            if (told.GetValue(layer.Args) is var value && (value is not null || told.PropertyType != typeof(IRnnCell)))
                config[NameOf(told)] = ToJson(layer, told.Name, value);
        return new JsonObject
        {
            ["module"] = "keras.layers", ["class_name"] = layer.ClassName, ["config"] = config, ["registered_name"] = null,
        };
    }

    /// <summary>The layer of a description, with new weights.</summary>
    internal static Layer Make(JsonObject description)
    {
        var kind = (string?)description["class_name"] ?? "";
        if (!s_kinds.TryGetValue(kind, out var type))
            throw new InvalidDataException($"it has a layer of the kind {kind}, which is not known here.");
        var config = description["config"]!.AsObject();
        var constructor = type.GetConstructors().Single();
        var args = (LayerArgs)Activator.CreateInstance(constructor.GetParameters()[0].ParameterType)!;
        args.Name = (string?)config["name"];
        if (config["dtype"] is JsonValue dtype)
            args.DType = Array.Find(s_types, one => one.Name() == (string?)dtype);
        if (config["batch_shape"] is JsonArray batch)
            args.BatchInputShape = ShapeOf(batch);
        foreach (var told in Told(args.GetType()))
            if (config.TryGetPropertyValue(NameOf(told), out var value)
                && (value is not null || Nullable.GetUnderlyingType(told.PropertyType) is not null))
                told.SetValue(args, value is null ? null : FromJson(told.PropertyType, value));
        try
        {
            return (Layer)constructor.Invoke([args]);
        }
        catch (TargetInvocationException error)
        {
            throw new InvalidDataException(error.InnerException!.Message, error.InnerException);
        }
    }

    /// <summary>A shape's sizes; null where one varies.</summary>
    internal static JsonArray Sizes(Shape shape) => [.. shape.dims.Select(size => size < 0 ? null : JsonValue.Create(size))];

    /// <summary>What a kind of layer is told besides what all are; weights are in the file, so their initializers are not.</summary>
    private static IEnumerable<PropertyInfo> Told(Type args) => args.GetProperties()
        .Where(told => told.DeclaringType != typeof(LayerArgs) && told.PropertyType != typeof(IInitializer));

    private static string NameOf(PropertyInfo told) =>
        told.Name == nameof(GlobalPoolingArgs.KeepDims) ? "keepdims" : JsonNamingPolicy.SnakeCaseLower.ConvertName(told.Name);

    private static JsonNode? ToJson(Layer layer, string what, object? value) => value switch
    {
        null => null,
        bool or int or float or string => JsonValue.Create(value),
        Activation activation => activation.Name,
        Axis axis => axis.axes is [var only] ? only : new JsonArray([.. axis.axes.Select(one => JsonValue.Create(one))]),
        Shape shape => Sizes(shape),
        ValueTuple<(int, int), (int, int)> border => new JsonArray(
            new JsonArray(border.Item1.Item1, border.Item1.Item2), new JsonArray(border.Item2.Item1, border.Item2.Item2)),
        IRegularizer cost when cost.GetType().Assembly == typeof(L1L2).Assembly => new JsonObject
        {
            ["module"] = "keras.regularizers", ["class_name"] = cost.ClassName, ["registered_name"] = null,
            ["config"] = new JsonObject(cost.Config.Select(number => KeyValuePair.Create(
                number.Key, (JsonNode?)JsonValue.Create(Convert.ToSingle(number.Value, CultureInfo.InvariantCulture))))),
        },
        _ => throw new ArgumentException($"{layer.Description}: {what} cannot be written to a file; save_weights keeps the weights."),
    };

    private static object? FromJson(Type type, JsonNode value)
    {
        type = Nullable.GetUnderlyingType(type) ?? type;
        return type switch
        {
            _ when type == typeof(bool) => (bool)value,
            _ when type == typeof(int) => (int)value,
            _ when type == typeof(float) => (float)value,
            _ when type == typeof(string) => (string?)value,
            _ when type == typeof(Activation) => (Activation?)(string?)value,
            _ when type == typeof(Axis) => new Axis(value is JsonArray several ? [.. several.Select(one => (int)one!)] : [(int)value]),
            _ when type == typeof(Shape) => ShapeOf(value),
            _ when type == typeof(((int, int), (int, int))) => (Pair(value[0]), Pair(value[1])),
            _ when type == typeof(IRegularizer) => Cost(value),
            _ => throw new InvalidDataException($"a {type.Name} is not read."),
        };

        static (int, int) Pair(JsonNode? pair) => ((int)pair![0]!, (int)pair[1]!);
    }

    private static Shape ShapeOf(JsonNode sizes) => sizes is JsonArray several
        ? new Shape([.. several.Select(size => size is null ? -1 : (long)size)]) : new Shape((long)sizes);

    private static L1L2 Cost(JsonNode value)
    {
        float Number(string name) => (float?)value["config"]![name] ?? 0;
        return (string?)value["class_name"] switch
        {
            "L1" => new L1(Number("l1")),
            "L2" => new L2(Number("l2")),
            "L1L2" => new L1L2(Number("l1"), Number("l2")),
            var other => throw new InvalidDataException($"it has a regularizer of the kind {other}, which is not known here."),
        };
    }
}
