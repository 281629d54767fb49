using Tensorflow.Devices;

namespace Tensorflow.Operations;

/// <summary>
/// A convolution of each channel by itself: y[n, i, j, c M + m] = sum over h, w of x[n, i strideH + h dilationH - top,
/// j strideW + w dilationW - left, c] kernel[h, w, c, m]. It is computed tap by tap, as products of elements; there are no sums over
/// channels for which a product of matrices would pay.
/// </summary>
internal static class DepthwiseConv2D
{
    /// <param name="x">float32 (N, H, W, C).</param>
    /// <param name="kernel">float32 (height, width, C, M).</param>
    /// <param name="strides">Steps between the places where the kernel is laid.</param>
    /// <param name="padding">"same" or "valid"; <see cref="ConvolutionShape.Of"/> has the rules.</param>
    /// <param name="dilations">Steps between the kernel's taps.</param>
    /// <returns>(N, H', W', C M).</returns>
    /// <exception cref="ArgumentException">Ranks or sizes do not fit.</exception>
    internal static Tensor Apply(Tensor x, Tensor kernel, (int H, int W) strides, string padding, (int H, int W) dilations)
    {
        var shape = ConvolutionShape.Of("DepthwiseConv2D", x.shape, kernel.shape, strides, padding, dilations);
        var (height, width, multiplier) = (
            (shape.OutputH - 1) * strides.H + 1, (shape.OutputW - 1) * strides.W + 1, shape.OutputChannels);
        var padded = Padded(x, shape);
        Tensor? y = null;
        for (var h = 0; h < shape.KernelH; h++)
            for (var w = 0; w < shape.KernelW; w++)
            {
                var seen = Slice.Apply(
                    padded, [0, h * dilations.H, w * dilations.W, 0], [shape.N, shape.OutputH, shape.OutputW, shape.InputChannels],
                    [1, strides.H, strides.W, 1]);
                var tap = Reshape.Apply(
                    Slice.Apply(kernel, [h, w, 0, 0], [1, 1, shape.InputChannels, multiplier]), (shape.InputChannels, multiplier));
                var product = multiplier == 1 ? seen * Reshape.Apply(tap, shape.InputChannels) : ExpandDims.Apply(seen, -1) * tap;
                y = y is null ? product : y + product;
            }

        return Reshape.Apply(y!, (shape.N, shape.OutputH, shape.OutputW, shape.InputChannels * multiplier));

        Tensor Padded(Tensor picture, ConvolutionShape sizes)
        {
            long After(int size, int covered, int reach, int before) => Math.Max(0, covered + reach - 1 - size - before);
            return Pad.Apply(picture,
            [
                (0, 0),
                (sizes.PaddingTop, After(sizes.H, height, (sizes.KernelH - 1) * dilations.H + 1, sizes.PaddingTop)),
                (sizes.PaddingLeft, After(sizes.W, width, (sizes.KernelW - 1) * dilations.W + 1, sizes.PaddingLeft)),
                (0, 0),
            ]);
        }
    }
}
