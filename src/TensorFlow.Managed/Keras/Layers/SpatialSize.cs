using Tensorflow.Keras.Engine;

namespace Tensorflow.Keras.Layers;

/// <summary>How tall or wide a layer's result is, by Keras' rules (conv_utils); -1 stays -1.</summary>
internal static class SpatialSize
{
    /// <summary>conv_output_length, also for pooling.</summary>
    /// <exception cref="ArgumentException">The window is larger than the picture.</exception>
    internal static long Convolved(Layer layer, long size, int window, int stride, int dilation, string padding)
    {
        if (size < 0)
            return -1;
        var reach = (window - 1) * dilation + 1;
        if (padding == "same")
            return (size + stride - 1) / stride;
        return size >= reach
            ? (size - reach) / stride + 1
            : throw new ArgumentException(
                $"{layer.Description} needs pictures of at least {reach} pixels a side for the padding 'valid'; it got {size}.");
    }

    /// <summary>deconv_output_length.</summary>
    internal static long Transposed(long size, int kernel, int stride, string padding) =>
        size < 0 ? -1 : padding == "same" ? size * stride : size * stride + Math.Max(kernel - stride, 0);
}
