using Tensorflow.Keras.Engine;

namespace Tensorflow.Keras.Layers;

/// <summary>Checks of what layers are told; each message names the layer, what it got and what it needs.</summary>
internal static class LayerCheck
{
    internal static void Positive(Layer layer, string what, long value)
    {
        if (value <= 0)
            throw new ArgumentException($"{layer.Description}: {what} must be a positive number; it is {value}.");
    }

    /// <summary>A share that is dropped.</summary>
    internal static void Rate(Layer layer, string what, float value)
    {
        if (!(value >= 0 && value < 1))
            throw new ArgumentException($"{layer.Description}: {what} must be in [0, 1); it is {value}.");
    }

    /// <summary>Channels that are convolved in groups.</summary>
    internal static void Groups(Layer layer, string what, long channels, int groups)
    {
        Positive(layer, "groups", groups);
        if (channels % groups != 0)
            throw new ArgumentException($"{layer.Description}: {what}, {channels}, cannot be divided into {groups} equal groups.");
    }

    /// <summary>One number for both, or (height, width), all positive.</summary>
    internal static (int H, int W) Pair(Layer layer, string what, Shape value)
    {
        if (value.ndim is not (1 or 2))
            throw new ArgumentException($"{layer.Description}: {what} is one number or (height, width); it is {value}.");
        Positive(layer, what, value[0]);
        Positive(layer, what, value[-1]);
        return ((int)value[0], (int)value[-1]);
    }

    /// <summary>The channels of an input, which must be known before there can be weights.</summary>
    internal static long LastAxis(Layer layer, Shape input) => input.ndim > 0 && input[-1] > 0
        ? input[-1]
        : throw new ArgumentException(
            $"{layer.Description} must know the size of its input's last axis to make its weights; it got {input}.");

    /// <summary>The inputs of an attention are query (N, Tq, ..), value (N, Tv, ..) and perhaps key (N, Tv, ..).</summary>
    internal static void Attended(Layer layer, Shape[] inputs)
    {
        if (inputs.Length is not (2 or 3) || !inputs.All(shape => shape.ndim == 3) || !Fits(inputs[0][0], inputs[1][0])
            || !inputs[1][..2].is_compatible_with(inputs[^1][..2]))
            throw new ArgumentException(
                $"{layer.Description} needs query (N, Tq, D), value (N, Tv, D) and perhaps key (N, Tv, D); it got " +
                $"{string.Join(", ", (object[])inputs)}.");
    }

    private static bool Fits(long a, long b) => a < 0 || b < 0 || a == b;

    internal static void Padding(Layer layer, string padding)
    {
        if (padding is not ("same" or "valid"))
            throw new ArgumentException($"{layer.Description}: padding is 'same' or 'valid', not '{padding}'.");
    }

    /// <summary>Whether pictures are (N, C, H, W).</summary>
    internal static bool IsChannelsFirst(Layer layer, string? dataFormat) => dataFormat switch
    {
        null or "channels_last" => false,
        "channels_first" => true,
        _ => throw new ArgumentException(
            $"{layer.Description}: data_format is 'channels_last' or 'channels_first', not '{dataFormat}'."),
    };

    internal static void ChannelsLast(Layer layer, string? dataFormat)
    {
        if (dataFormat is not (null or "channels_last"))
            throw new NotSupportedException($"{layer.Description}: data_format must be 'channels_last'; it is '{dataFormat}'.");
    }
}
