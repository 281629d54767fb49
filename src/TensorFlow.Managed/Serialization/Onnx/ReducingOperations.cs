using Tensorflow.Gradients;
using Tensorflow.Operations;

namespace Tensorflow.Serialization.Onnx;

/// <summary>Sums, means, largest and smallest elements along axes.</summary>
internal static class ReducingOperations
{
    internal static IEnumerable<(string, OnnxOperation)> All =>
    [
        // The sum has its axes as an input since opset 13, the others since 18.
        ("ReduceSum", (graph, step) => Reduce(graph, step, (x, axes, keep) =>
            graph.Add("ReduceSum", [x, graph.Constants.Of(axes)], ("keepdims", keep)))),
        ReduceTold("ReduceMax"), ReduceTold("ReduceMean"), ReduceTold("ReduceMin"),
    ];

    private static (string, OnnxOperation) ReduceTold(string name) => (name, (graph, step) =>
        Reduce(graph, step, (x, axes, keep) => graph.Add(name, [x], ("axes", axes), ("keepdims", keep))));

    private static void Reduce(OnnxGraph graph, TapeRecord step, Func<string, long[], long, string> add)
    {
        var x = step.Inputs[0];
        var axes = ((ReductionPlan)step.Details!).Axes;
        if (axes.Any(axis => graph.IsOfBatch(x, axis)))
            throw new ArgumentException("what it computes of an example depends on the others of the batch");
        var keep = step.Output.ndim == x.ndim;
        var first = keep && graph.AreChannelsFirst(x);
        graph.Set(step.Output, add(first ? graph.ChannelsFirst(x) : graph.Of(x),
            Array.ConvertAll(axes, axis => (long)(first ? OnnxGraph.AxisChannelsFirst(axis) : axis)), keep ? 1 : 0), first);
    }
}
