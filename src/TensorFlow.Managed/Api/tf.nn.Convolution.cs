using Tensorflow.Operations;

namespace Tensorflow;

/// <content>Convolutions.</content>
public sealed partial class nn_api
{
    /// <summary>The convolution of a batch of pictures.</summary>
    /// <param name="input">float32 (N, H, W, channels).</param>
    /// <param name="filter">float32 (height, width, channels of the input, channels of the result).</param>
    /// <param name="strides">Steps between the places of the filter: one number, (H, W) or (1, H, W, 1).</param>
    /// <param name="padding">"SAME": ceil(size / stride) places, zeros around; "VALID": only inside the picture.</param>
    /// <param name="data_format">"NHWC", the only one.</param>
    /// <param name="dilations">Steps between the filter's taps, as <paramref name="strides"/>; 1 when left out.</param>
    /// <param name="name">Not used.</param>
    /// <exception cref="ArgumentException">Ranks, types, channels or sizes do not fit.</exception>
    public Tensor conv2d(
        Tensor input, Tensor filter, Shape strides, string padding, string data_format = "NHWC", Shape? dilations = null,
        string? name = null)
    {
        CheckFormat("conv2d", data_format);
        return Conv2D.Apply(input, filter, Pair("conv2d", "strides", strides), padding, dilations is null
            ? (1, 1) : Pair("conv2d", "dilations", dilations));
    }

    /// <summary>The transposed convolution: the gradient of a convolution that makes
    /// <paramref name="value"/> from pictures of the result's shape.</summary>
    /// <param name="value">float32 (N, H, W, channels).</param>
    /// <param name="filter">float32 (height, width, channels of the result, channels of the value).</param>
    /// <param name="output_shape">(N, height, width, channels) of the result.</param>
    /// <param name="strides">Places of the result for a step in the value: one number, (H, W) or (1, H, W, 1).</param>
    /// <param name="padding">"SAME" or "VALID", of the convolution.</param>
    /// <param name="data_format">"NHWC", the only one.</param>
    /// <param name="name">Not used.</param>
    /// <exception cref="ArgumentException">Ranks, types, channels or sizes do not fit.</exception>
    public Tensor conv2d_transpose(
        Tensor value, Tensor filter, Shape output_shape, Shape strides, string padding = "SAME", string data_format = "NHWC",
        string? name = null)
    {
        CheckFormat("conv2d_transpose", data_format);
        if (output_shape.ndim != 4)
            throw new ArgumentException($"conv2d_transpose: output_shape is (N, height, width, channels), not {output_shape}.");
        var size = output_shape.as_int_list();
        var result = Conv2DTranspose.Apply(value, filter, (size[1], size[2]), Pair("conv2d_transpose", "strides", strides), padding);
        return result.shape.is_compatible_with(output_shape)
            ? result
            : throw new ArgumentException(
                $"conv2d_transpose: the result has the shape {result.shape}, not the output_shape {output_shape}.");
    }

    private static void CheckFormat(string function, string format)
    {
        if (format != "NHWC")
            throw new ArgumentException($"{function}: the data format is \"NHWC\", not \"{format}\".");
    }

    private static (int H, int W) Pair(string function, string parameter, Shape sizes) => sizes.as_int_list() switch
    {
        [var both] => (both, both),
        [var h, var w] => (h, w),
        [1, var h, var w, 1] => (h, w),
        _ => throw new ArgumentException($"{function}: {parameter} are one number, (H, W) or (1, H, W, 1), not {sizes}."),
    };
}
