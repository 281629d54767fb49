using Tensorflow.Devices;
using Tensorflow.Gradients;

namespace Tensorflow.Serialization.Onnx;

/// <summary>Products of matrices and convolutions.</summary>
internal static class LinearOperations
{
    internal static IEnumerable<(string, OnnxOperation)> All =>
        [("MatMul", MatMul), ("Conv2D", Conv2D), ("Conv2DBackpropInput", Conv2DTranspose)];

    // Not Gemm: ONNX Runtime folds a normalisation by constants into a MatMul before it, not into a Gemm.
    private static void MatMul(OnnxGraph graph, TapeRecord step)
    {
        var sizes = (MatMulShape)step.Details!;
        graph.Set(step.Output, graph.Add(
            "MatMul", [Matrix(graph, step.Inputs[0], sizes.TransposeA), Matrix(graph, step.Inputs[1], sizes.TransposeB)]));
    }

    private static string Matrix(OnnxGraph graph, Tensor x, bool isTransposed)
    {
        if (!isTransposed)
            return graph.Of(x);
        int[] permutation = [.. Enumerable.Range(0, x.ndim - 2), x.ndim - 1, x.ndim - 2];
        return graph.IsConstant(x) ? graph.Constants.Of(x, permutation: permutation)
            : graph.Add("Transpose", [graph.Of(x)], ("perm", Array.ConvertAll(permutation, axis => (long)axis)));
    }

    private static void Conv2D(OnnxGraph graph, TapeRecord step)
    {
        var shape = (ConvolutionShape)step.Details!;
        var (h, w) = (Place(shape, isHeight: true), Place(shape, isHeight: false));
        // What lies before and after together is what the last place of the kernel needs; it can be less than nothing after.
        long After(Direction along) => Math.Max(0, (along.Outputs - 1) * along.Stride + along.Reach - along.Size - along.Before);
        graph.Set(step.Output, graph.Add(
            "Conv", [graph.ChannelsFirst(step.Inputs[0]), Kernel(graph, step.Inputs[1])],
            ("kernel_shape", new long[] { shape.KernelH, shape.KernelW }), ("strides", new long[] { shape.StrideH, shape.StrideW }),
            ("dilations", new long[] { shape.DilationH, shape.DilationW }),
            ("pads", new[] { h.Before, w.Before, After(h), After(w) })), channelsFirst: true);
    }

    /// <summary>The gradient of a convolution to its pictures. Its border is that of the convolution from the result back, whose odd row
    /// and column lie after the picture in TensorFlow.</summary>
    private static void Conv2DTranspose(OnnxGraph graph, TapeRecord step)
    {
        var shape = (ConvolutionShape)step.Details!;
        var (h, w) = (Place(shape, isHeight: true), Place(shape, isHeight: false));
        // Rows after the result that are cut off; less than nothing where no tap meets the last ones.
        long After(Direction along) => (along.Outputs - 1) * along.Stride + along.Reach - along.Size - along.Before;
        graph.Set(step.Output, graph.Add(
            "ConvTranspose", [graph.ChannelsFirst(step.Inputs[1]), Kernel(graph, step.Inputs[0])],
            ("kernel_shape", new long[] { shape.KernelH, shape.KernelW }), ("strides", new long[] { shape.StrideH, shape.StrideW }),
            ("dilations", new long[] { shape.DilationH, shape.DilationW }),
            ("pads", new[] { h.Before, w.Before, Math.Max(0, After(h)), Math.Max(0, After(w)) }),
            ("output_padding", new[] { Math.Max(0, -After(h)), Math.Max(0, -After(w)) })), channelsFirst: true);
    }

    /// <summary>(height, width, in, out) as (out, in, height, width).</summary>
    private static string Kernel(OnnxGraph graph, Tensor kernel) => graph.IsConstant(kernel)
        ? graph.Constants.Of(kernel, permutation: [3, 2, 0, 1])
        : graph.Add("Transpose", [graph.Of(kernel)], ("perm", new long[] { 3, 2, 0, 1 }));

    private static Direction Place(ConvolutionShape shape, bool isHeight) => isHeight
        ? new(shape.H, shape.OutputH, shape.StrideH, (shape.KernelH - 1) * shape.DilationH + 1, shape.PaddingTop)
        : new(shape.W, shape.OutputW, shape.StrideW, (shape.KernelW - 1) * shape.DilationW + 1, shape.PaddingLeft);

    /// <summary>A convolution along one direction.</summary>
    /// <param name="Size">Of the picture.</param>
    /// <param name="Outputs">Of the result.</param>
    /// <param name="Stride">Steps of the kernel.</param>
    /// <param name="Reach">Of the kernel, with its gaps.</param>
    /// <param name="Before">Zeros before the picture.</param>
    private readonly record struct Direction(long Size, long Outputs, long Stride, long Reach, long Before);
}
