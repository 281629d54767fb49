using Tensorflow.Gradients;

namespace Tensorflow.Serialization.Onnx;

/// <summary>Operations that give elements other places.</summary>
internal static class ArrangingOperations
{
    internal static IEnumerable<(string, OnnxOperation)> All =>
    [
        ("BroadcastTo", BroadcastTo), ("Concat", Concat), ("Place", Place), ("Reshape", Reshape), ("Slice", Slice), ("Tile", Tile),
        ("Transpose", Transpose),
    ];

    private static void Reshape(OnnxGraph graph, TapeRecord step) => graph.Set(
        step.Output, graph.Add("Reshape", [graph.Of(step.Inputs[0]), graph.Constants.Of(graph.ShapeOf(step.Output))]));

    private static void Transpose(OnnxGraph graph, TapeRecord step)
    {
        var inverse = (int[])step.Details!;
        long[] permutation = [.. Enumerable.Range(0, inverse.Length).Select(axis => (long)Array.IndexOf(inverse, axis))];
        graph.Set(step.Output, graph.Add("Transpose", [graph.Of(step.Inputs[0])], ("perm", permutation)));
    }

    private static void BroadcastTo(OnnxGraph graph, TapeRecord step)
    {
        var (x, y) = (step.Inputs[0], step.Output);
        var added = y.ndim - x.ndim;
        // An axis of the batch is asked for by 1, which every size broadcasts to.
        long[] sizes = [.. y.dims.Select((size, axis) => !graph.IsOfBatch(y, axis) ? size
            : axis >= added && graph.IsOfBatch(x, axis - added) ? 1
            : throw new ArgumentException("it repeats something for each example of the batch"))];
        graph.Set(y, graph.Add("Expand", [graph.Of(x), graph.Constants.Of(sizes)]));
    }

    private static void Concat(OnnxGraph graph, TapeRecord step)
    {
        if (step.Inputs.Any(x => graph.IsConstant(x) && Enumerable.Range(0, x.ndim).Any(axis => graph.IsOfBatch(x, axis))))
            throw new ArgumentException("it repeats something for each example of the batch");
        var axis = (int)step.Details!;
        var first = graph.AreChannelsFirst(step.Inputs);
        graph.Set(step.Output, graph.Add(
            "Concat", step.Inputs.Select(x => first ? graph.ChannelsFirst(x) : graph.Of(x)),
            ("axis", (long)(first ? OnnxGraph.AxisChannelsFirst(axis) : axis))), first);
    }

    private static void Slice(OnnxGraph graph, TapeRecord step)
    {
        var (begin, steps) = ((long[], long[]?))step.Details!;
        var (x, y) = (step.Inputs[0], step.Output);
        var (starts, ends, axes, distances) = (new List<long>(), new List<long>(), new List<long>(), new List<long>());
        for (var axis = 0; axis < x.ndim; axis++)
        {
            var distance = steps?[axis] ?? 1;
            if (begin[axis] == 0 && y.shape[axis] == x.shape[axis])
                continue;
            if (graph.IsOfBatch(x, axis))
                throw new ArgumentException("it takes some examples of the batch");
            starts.Add(begin[axis]);
            // The end is exclusive; backwards, the one before the first element is a number that no size is as large as.
            var end = begin[axis] + y.shape[axis] * distance;
            ends.Add(end < 0 ? long.MinValue : end);
            axes.Add(axis);
            distances.Add(distance);
        }

        graph.Set(y, axes.Count == 0 ? graph.Add("Identity", [graph.Of(x)]) : graph.Add("Slice",
            [
                graph.Of(x), graph.Constants.Of([.. starts]), graph.Constants.Of([.. ends]), graph.Constants.Of([.. axes]),
                graph.Constants.Of([.. distances]),
            ]));
    }

    /// <summary>A border of one value.</summary>
    private static void Place(OnnxGraph graph, TapeRecord step)
    {
        var (begin, steps, value) = ((long[], long[]?, double))step.Details!;
        var (x, y) = (step.Inputs[0], step.Output);
        if (steps?.Any(distance => distance != 1) is true)
            throw new ArgumentException("it lays elements apart, which is not written here");
        long[] after = [.. begin.Select((before, axis) => graph.IsOfBatch(y, axis) ? 0 : y.shape[axis] - x.shape[axis] - before)];
        graph.Set(y, graph.Add(
            "Pad", [graph.Of(x), graph.Constants.Of([.. begin, .. after]), graph.Constants.OfNumbers([(float)value], single: true)]));
    }

    private static void Tile(OnnxGraph graph, TapeRecord step)
    {
        var (x, y) = (step.Inputs[0], step.Output);
        long[] repeats = [.. y.dims.Select((size, axis) => x.shape[axis] == 0 ? 1 : size / x.shape[axis])];
        graph.Set(y, graph.Add("Tile", [graph.Of(x), graph.Constants.Of(repeats)]));
    }
}
