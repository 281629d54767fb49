using Tensorflow.Devices;
using Tensorflow.Gradients;

namespace Tensorflow.Serialization.Onnx;

/// <summary>Pooling and resizing of maps.</summary>
internal static class PictureOperations
{
    internal static IEnumerable<(string, OnnxOperation)> All =>
    [
        ("MaxPool2D", (graph, step) => Pool(graph, step, "MaxPool")),
        // What lies outside of the picture does not count, as is the standard of ONNX.
        ("AveragePool2D", (graph, step) => Pool(graph, step, "AveragePool")),
        ("ResizeNearest", ResizeNearest),
        ("FirFilter", FirFilter),
    ];

    private static void Pool(OnnxGraph graph, TapeRecord step, string operation)
    {
        var plan = (PoolingPlan)step.Details!;
        var bottom = (plan.RowsOut - 1) * plan.Strides.H + plan.Window.H - plan.Height - plan.Before.H;
        var right = (plan.ColumnsOut - 1) * plan.Strides.W + plan.Window.W - plan.Width - plan.Before.W;
        graph.Set(step.Output, graph.Add(
            operation, [graph.ChannelsFirst(step.Inputs[0])], ("kernel_shape", new long[] { plan.Window.H, plan.Window.W }),
            ("strides", new long[] { plan.Strides.H, plan.Strides.W }),
            ("pads", new long[] { plan.Before.H, plan.Before.W, Math.Max(0, bottom), Math.Max(0, right) })), channelsFirst: true);
    }

    /// <summary>A convolution of each channel with the taps' products, transposed where pictures grow.</summary>
    private static void FirFilter(OnnxGraph graph, TapeRecord step)
    {
        var plan = (FirPlan)step.Details!;
        var grows = plan.Up > 1;
        if (grows && plan.Down > 1)
            throw new NotSupportedException("FirFilter: ONNX has no convolution that makes pictures both larger and smaller.");
        // A transposed convolution's taps run the other way.
        float[] taps = grows ? [.. plan.Taps.Reverse()] : plan.Taps;
        var kernel = graph.Constants.OfNumbers(
            [.. Enumerable.Range(0, plan.Channels).SelectMany(_ => taps.SelectMany(row => taps.Select(column => row * column)))],
            [plan.Channels, 1, taps.Length, taps.Length]);
        var (factor, before) = grows ? (plan.Up, taps.Length - 1 - plan.Before) : (plan.Down, plan.Before);
        long After(int size, int result) => grows ? (size - 1) * factor + taps.Length - before - result
            : Math.Max(0, (result - 1) * factor + taps.Length - size - before);
        graph.Set(step.Output, graph.Add(
            grows ? "ConvTranspose" : "Conv", [graph.ChannelsFirst(step.Inputs[0]), kernel], ("group", (long)plan.Channels),
            ("strides", new long[] { factor, factor }),
            ("pads", new long[] { before, before, After(plan.Height, plan.RowsOut), After(plan.Width, plan.ColumnsOut) })),
            channelsFirst: true);
    }

    private static void ResizeNearest(OnnxGraph graph, TapeRecord step)
    {
        var (x, y) = (step.Inputs[0].shape, step.Output.shape);
        var scales = graph.Constants.OfNumbers([1, 1, y[1] / x[1], y[2] / x[2]]);
        graph.Set(step.Output, graph.Add(
            "Resize", [graph.ChannelsFirst(step.Inputs[0]), "", scales], ("mode", "nearest"),
            ("coordinate_transformation_mode", "asymmetric"), ("nearest_mode", "floor")), channelsFirst: true);
    }
}
