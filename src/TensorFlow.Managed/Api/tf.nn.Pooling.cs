using Tensorflow.Operations;

namespace Tensorflow;

/// <content>Pooling.</content>
public sealed partial class nn_api
{
    /// <summary>The largest element of each window, channel by channel.</summary>
    /// <param name="input">(N, H, W, C), float32.</param>
    /// <param name="ksize">The window: one number, (height, width) or (1, height, width, 1).</param>
    /// <param name="strides">From one window to the next, as <paramref name="ksize"/>.</param>
    /// <param name="padding"><c>SAME</c> or <c>VALID</c>.</param>
    /// <exception cref="ArgumentException">A shape, a size or the padding is wrong.</exception>
    public Tensor max_pool2d(Tensor input, Shape ksize, Shape strides, string padding) =>
        MaxPool2D.Apply(input, Pair("max_pool2d", ksize), Pair("max_pool2d", strides), padding);

    /// <inheritdoc cref="max_pool2d"/>
    public Tensor max_pool(Tensor input, Shape ksize, Shape strides, string padding) => max_pool2d(input, ksize, strides, padding);

    /// <summary>The mean of each window, channel by channel; what reaches over the edge does not count.</summary>
    /// <inheritdoc cref="max_pool2d"/>
    public Tensor avg_pool2d(Tensor input, Shape ksize, Shape strides, string padding) =>
        AveragePool2D.Apply(input, Pair("avg_pool2d", ksize), Pair("avg_pool2d", strides), padding);

    private static (int H, int W) Pair(string operation, Shape sizes) => sizes.ndim switch
    {
        1 => ((int)sizes[0], (int)sizes[0]),
        2 => ((int)sizes[0], (int)sizes[1]),
        4 when sizes[0] == 1 && sizes[3] == 1 => ((int)sizes[1], (int)sizes[2]),
        _ => throw new ArgumentException($"{operation}: sizes are one number, (height, width) or (1, height, width, 1), not {sizes}."),
    };
}
