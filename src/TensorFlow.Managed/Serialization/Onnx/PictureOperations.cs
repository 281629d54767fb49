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

    private static void ResizeNearest(OnnxGraph graph, TapeRecord step)
    {
        var (x, y) = (step.Inputs[0].shape, step.Output.shape);
        var scales = graph.Constants.OfNumbers([1, 1, y[1] / x[1], y[2] / x[2]]);
        graph.Set(step.Output, graph.Add(
            "Resize", [graph.ChannelsFirst(step.Inputs[0]), "", scales], ("mode", "nearest"),
            ("coordinate_transformation_mode", "asymmetric"), ("nearest_mode", "floor")), channelsFirst: true);
    }
}
