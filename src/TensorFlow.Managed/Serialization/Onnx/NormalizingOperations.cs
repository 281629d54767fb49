using Tensorflow.Gradients;
using Tensorflow.Operations;

namespace Tensorflow.Serialization.Onnx;

/// <summary>Normalisation, and the softmax.</summary>
internal static class NormalizingOperations
{
    internal static IEnumerable<(string, OnnxOperation)> All =>
    [
        ("BatchNormalization", BatchNormalization),
        ("LayerNormalization", LayerNormalization),
        ("LogSoftmax", (graph, step) => AlongLast(graph, step, "LogSoftmax")),
        ("Softmax", (graph, step) => AlongLast(graph, step, "Softmax")),
    ];

    private static void BatchNormalization(OnnxGraph graph, TapeRecord step)
    {
        var (x, values) = (step.Inputs[0], (Normalization.Values)step.Details!);
        if ((values.Gamma, values.Beta) is (null, null) || x.ndim is not (2 or 4))
        {
            Elementwise(graph, step, values);
            return;
        }

        // ONNX has the channels after the batch; a matrix has no other axes.
        var maps = x.ndim == 4;
        graph.Set(step.Output, graph.Add(
            "BatchNormalization",
            [
                maps ? graph.ChannelsFirst(x) : graph.Of(x), Gamma(graph, values, x.shape[-1]),
                values.Beta is null ? Filled(graph, x.shape[-1], 0) : graph.Of(values.Beta), graph.Of(values.Mean!),
                graph.Of(values.Variance!),
            ], ("epsilon", values.Epsilon)), maps);
    }

    /// <summary>(x - mean) * (1 / sqrt(variance + epsilon)) * gamma + beta, without those that are missing: the operation of that name
    /// would ask for ones and zeros as many as there are channels.</summary>
    private static void Elementwise(OnnxGraph graph, TapeRecord step, Normalization.Values values)
    {
        var x = step.Inputs[0];
        var maps = x.ndim == 4;
        string Name(Tensor tensor) => maps ? graph.ChannelsFirst(tensor) : graph.Of(tensor);
        var y = graph.Add("Sub", [Name(x), Name(values.Mean!)]);
        y = graph.Add("Mul", [y, Name(Rsqrt.Apply(values.Variance! + values.Epsilon))]);
        if (values.Gamma is not null)
            y = graph.Add("Mul", [y, Name(values.Gamma)]);
        if (values.Beta is not null)
            y = graph.Add("Add", [y, Name(values.Beta)]);
        graph.Set(step.Output, y, maps);
    }

    private static void LayerNormalization(OnnxGraph graph, TapeRecord step)
    {
        var (x, values) = (step.Inputs[0], (Normalization.Values)step.Details!);
        string[] beta = values.Beta is null ? [] : [graph.Of(values.Beta)];
        graph.Set(step.Output, graph.Add(
            "LayerNormalization", [graph.Of(x), Gamma(graph, values, x.shape[-1]), .. beta], ("axis", -1L), ("epsilon", values.Epsilon)));
    }

    private static void AlongLast(OnnxGraph graph, TapeRecord step, string operation) =>
        graph.Set(step.Output, graph.Add(operation, [graph.Of(step.Inputs[0])], ("axis", -1L)));

    private static string Gamma(OnnxGraph graph, Normalization.Values values, long channels) =>
        values.Gamma is null ? Filled(graph, channels, 1) : graph.Of(values.Gamma);

    private static string Filled(OnnxGraph graph, long count, float value)
    {
        var numbers = new float[count];
        Array.Fill(numbers, value);
        return graph.Constants.OfNumbers(numbers);
    }
}
