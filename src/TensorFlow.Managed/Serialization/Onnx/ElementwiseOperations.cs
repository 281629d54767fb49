using Tensorflow.Gradients;

namespace Tensorflow.Serialization.Onnx;

/// <summary>Operations on each element by itself, and on pairs of elements.</summary>
internal static class ElementwiseOperations
{
    internal static IEnumerable<(string, OnnxOperation)> All =>
    [
        .. new[]
        {
            ("Abs", "Abs"), ("Cos", "Cos"), ("Erf", "Erf"), ("Exp", "Exp"), ("Log", "Log"), ("Negate", "Neg"),
            ("Reciprocal", "Reciprocal"), ("Relu", "Relu"), ("Sigmoid", "Sigmoid"), ("Sign", "Sign"), ("Sin", "Sin"),
            ("Softplus", "Softplus"), ("Sqrt", "Sqrt"), ("Tanh", "Tanh"),
        }.Select(name => (name.Item1, Unary((graph, x) => graph.Add(name.Item2, [x])))),
        .. new[]
        {
            ("Add", "Add"), ("Divide", "Div"), ("Maximum", "Max"), ("Minimum", "Min"), ("Multiply", "Mul"), ("Pow", "Pow"),
            ("Subtract", "Sub"),
        }.Select(name => (name.Item1, Binary((graph, a, b) => graph.Add(name.Item2, [a, b])))),
        ("Elu", Unary((graph, x) => graph.Add("Elu", [x], ("alpha", 1f)))),
        ("LeakyRelu", (graph, step) => Unary(graph, step, x => graph.Add("LeakyRelu", [x], ("alpha", (float)step.Details!)))),
        ("Log1p", Unary((graph, x) => graph.Add("Log", [graph.Add("Add", [x, One(graph)])]))),
        ("Rsqrt", Unary((graph, x) => graph.Add("Reciprocal", [graph.Add("Sqrt", [x])]))),
        ("Square", Unary(Squared)),
        ("SquaredDifference", Binary((graph, a, b) => Squared(graph, graph.Add("Sub", [a, b])))),
    ];

    private static OnnxOperation Unary(Func<OnnxGraph, string, string> add) =>
        (graph, step) => Unary(graph, step, x => add(graph, x));

    private static void Unary(OnnxGraph graph, TapeRecord step, Func<string, string> add)
    {
        var x = step.Inputs[0];
        var first = graph.AreChannelsFirst(x);
        graph.Set(step.Output, add(first ? graph.ChannelsFirst(x) : graph.Of(x)), first);
    }

    private static OnnxOperation Binary(Func<OnnxGraph, string, string, string> add) => (graph, step) =>
    {
        var (a, b) = (step.Inputs[0], step.Inputs[1]);
        var first = graph.AreChannelsFirst(a, b);
        graph.Set(step.Output, first ? add(graph, graph.ChannelsFirst(a), graph.ChannelsFirst(b)) : add(graph, graph.Of(a), graph.Of(b)),
            first);
    };

    private static string Squared(OnnxGraph graph, string x) => graph.Add("Mul", [x, x]);

    private static string One(OnnxGraph graph) => graph.Constants.OfNumbers([1], single: true);
}
