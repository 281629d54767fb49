using Tensorflow.Gradients;

namespace Tensorflow.Serialization.Onnx;

/// <summary>Writes one operation of a trace to a graph.</summary>
internal delegate void OnnxOperation(OnnxGraph graph, TapeRecord step);

/// <summary>How each operation is said in ONNX (https://onnx.ai/onnx/operators, opset 17): a family of them a file.</summary>
internal static class OnnxOperations
{
    private static readonly Dictionary<string, OnnxOperation> s_all = new IEnumerable<(string, OnnxOperation)>[]
    {
        ElementwiseOperations.All, LinearOperations.All, PictureOperations.All, NormalizingOperations.All, ReducingOperations.All,
        ArrangingOperations.All, [("ReadVariableOp", (graph, step) => graph.Set(step.Output, graph.Constants.Of(step.Output)))],
    }.SelectMany(family => family).ToDictionary(StringComparer.Ordinal);

    /// <summary>How an operation is said.</summary>
    /// <exception cref="ArgumentException">It is not known here; the message is the end of a sentence.</exception>
    internal static OnnxOperation Find(string operation) => s_all.GetValueOrDefault(operation)
        ?? throw new ArgumentException($"it computes {operation}, which is not among the operations that are written here");
}
