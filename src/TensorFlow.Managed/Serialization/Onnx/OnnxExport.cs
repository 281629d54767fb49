using Google.Protobuf;
using Tensorflow.Keras.Engine;

namespace Tensorflow.Serialization.Onnx;

/// <summary>Writes models as ONNX files (https://onnx.ai). What a model computes is seen, not read from its layers, so layers and models
/// that override <c>Call</c> are written, too, where their operations are known.</summary>
internal static class OnnxExport
{
    /// <summary>The newest that version 1.12 of the reference library knows, which Debian 12 has.</summary>
    private const int Opset = 17, IrVersion = 8;

    /// <summary>What the size is called that differs from call to call.</summary>
    private const string BatchAxis = "batch";

    /// <summary>A model as the bytes of a file.</summary>
    /// <param name="model">The model; its weights exist.</param>
    /// <param name="inputs">The shapes of its inputs, the batch's axis first.</param>
    /// <param name="inputNames">What the inputs are called; null for <c>input_1</c>, ...</param>
    /// <param name="outputNames">What the outputs are called; null for <c>output_1</c>, ...</param>
    /// <param name="metadata">Texts to go with it.</param>
    /// <exception cref="ArgumentException">Something in it cannot be said in ONNX; the message is one line.</exception>
    internal static ModelProto Of(Model model, Shape[] inputs, IReadOnlyList<string>? inputNames, IReadOnlyList<string>? outputNames,
        IReadOnlyDictionary<string, string>? metadata)
    {
        using var scope = TensorScope.Begin();
        using var snapshot = VariableSnapshot.Take(model.Weights);
        try
        {
            var trace = BatchTrace.Of(model, inputs);
            var weights = new Dictionary<Storage, string>(ReferenceEqualityComparer.Instance);
            foreach (var (name, variable) in WeightNames.Of(model))
                weights[variable.AsTensor().Storage] = name;
            var graph = new GraphProto { Name = model.Name };
            var builder = new OnnxGraph(graph, trace, weights);
            foreach (var (input, name) in Named(trace.Inputs, inputNames, "input"))
            {
                graph.Input.Add(Declared(builder, input, name));
                builder.Set(input, name);
            }

            builder.AddAll();
            foreach (var (output, name) in Named(trace.Outputs, outputNames, "output"))
            {
                if (builder.IsConstant(output))
                    throw new ArgumentException("a result does not depend on its inputs by operations that have a gradient");
                builder.Name(output, name);
                graph.Output.Add(Declared(builder, output, name));
            }

            var file = new ModelProto
            {
                IrVersion = IrVersion, ProducerName = "FashionGanTf", ProducerVersion = Version, Graph = graph,
                OpsetImport = { new OperatorSetIdProto { Version = Opset } },
            };
            file.MetadataProps.AddRange((metadata ?? new Dictionary<string, string>()).Select(
                text => new StringStringEntryProto { Key = text.Key, Value = text.Value }));
            return file;
        }
        catch (ArgumentException error)
        {
            throw new ArgumentException($"Model '{model.Name}' cannot be written as ONNX: {error.Message.TrimEnd('.')}.", error);
        }
    }

    private static string Version => typeof(OnnxExport).Assembly.GetName().Version!.ToString(3);

    private static IEnumerable<(Tensor, string)> Named(Tensor[] tensors, IReadOnlyList<string>? names, string standard) =>
        names is null ? tensors.Select((x, i) => (x, $"{standard}_{i + 1}"))
        : names.Count == tensors.Length ? tensors.Zip(names)
        : throw new ArgumentException($"it has {tensors.Length} {standard}s, and {names.Count} names were given for them");

    private static ValueInfoProto Declared(OnnxGraph graph, Tensor x, string name)
    {
        var shape = new TensorShapeProto();
        foreach (var (axis, size) in graph.ShapeOf(x).Index())
            shape.Dim.Add(size >= 0 ? new TensorShapeProto.Types.Dimension { DimValue = size }
                : x.shape[axis] == BatchTrace.Batch ? new TensorShapeProto.Types.Dimension { DimParam = BatchAxis }
                // A multiple of the batch has no name.
                : new TensorShapeProto.Types.Dimension());
        return new ValueInfoProto
        {
            Name = name, Type = new TypeProto { TensorType = new TypeProto.Types.Tensor { ElemType = OnnxConstants.Float, Shape = shape } },
        };
    }
}
