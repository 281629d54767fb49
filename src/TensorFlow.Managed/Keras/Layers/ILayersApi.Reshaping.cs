using System.Runtime.CompilerServices;
using Tensorflow.NumPy;

namespace Tensorflow.Keras.Layers;

/// <content>Shapes, sizes and pooling of pictures (N, H, W, C).</content>
public partial interface ILayersApi
{
    /// <summary>Each example under another shape.</summary>
    /// <param name="target_shape">The shape of one example; one size may be -1.</param>
    ILayer Reshape(Shape target_shape);

    /// <summary>Each example as one row.</summary>
    /// <param name="data_format">null or <c>channels_last</c>.</param>
    ILayer Flatten(string? data_format = null);

    /// <summary>Pictures made larger.</summary>
    /// <param name="size">How many times, one number or (height, width); null for 2.</param>
    /// <param name="data_format">null or <c>channels_last</c>.</param>
    /// <param name="interpolation"><c>nearest</c> or <c>bilinear</c>.</param>
    ILayer UpSampling2D(Shape? size = null, string? data_format = null, string interpolation = "nearest");

    /// <summary>A border of zeros.</summary>
    /// <param name="padding">One number for all sides, or (top and bottom, left and right); null for 1.</param>
    [OverloadResolutionPriority(1)]
    ILayer ZeroPadding2D(Shape? padding = null);

    /// <summary>A border of zeros, each side's width by itself.</summary>
    /// <param name="padding">((top, bottom), (left, right)).</param>
    ILayer ZeroPadding2D(((int, int), (int, int)) padding);

    /// <summary>A border of zeros, each side's width by itself.</summary>
    /// <param name="padding">((top, bottom), (left, right)) as an array of shape (2, 2).</param>
    /// <exception cref="ArgumentException">The array has another shape.</exception>
    ILayer ZeroPadding2D(NDArray padding);

    /// <summary>A border cut off.</summary>
    /// <param name="cropping">One number for all sides, or (top and bottom, left and right); null for 0.</param>
    [OverloadResolutionPriority(1)]
    ILayer Cropping2D(Shape? cropping = null);

    /// <summary>A border cut off, each side's width by itself.</summary>
    /// <param name="cropping">((top, bottom), (left, right)).</param>
    ILayer Cropping2D(((int, int), (int, int)) cropping);

    /// <summary>A border cut off, each side's width by itself.</summary>
    /// <param name="cropping">((top, bottom), (left, right)) as an array of shape (2, 2).</param>
    /// <exception cref="ArgumentException">The array has another shape.</exception>
    ILayer Cropping2D(NDArray cropping);

    /// <summary>The largest value of each window.</summary>
    /// <param name="pool_size">The window, one number or (height, width); null for 2.</param>
    /// <param name="strides">The windows' distance; null for the window's size.</param>
    /// <param name="padding"><c>valid</c> or <c>same</c>.</param>
    /// <param name="data_format">null or <c>channels_last</c>, or <c>channels_first</c>.</param>
    ILayer MaxPooling2D(Shape? pool_size = null, Shape? strides = null, string padding = "valid", string? data_format = null);

    /// <summary>The largest value of each window of sequences (N, T, C).</summary>
    /// <param name="pool_size">The window's length; null for 2.</param>
    /// <param name="strides">Steps from one window to the next; null for the window's length.</param>
    /// <param name="padding"><c>valid</c> or <c>same</c>.</param>
    /// <param name="data_format">null or <c>channels_last</c>.</param>
    ILayer MaxPooling1D(int? pool_size = null, int? strides = null, string padding = "valid", string? data_format = null);

    /// <summary>The mean of each window; what lies outside of the picture does not count.</summary>
    /// <param name="pool_size">The window, one number or (height, width); null for 2.</param>
    /// <param name="strides">The windows' distance; null for the window's size.</param>
    /// <param name="padding"><c>valid</c> or <c>same</c>.</param>
    /// <param name="data_format">null or <c>channels_last</c>, or <c>channels_first</c>.</param>
    ILayer AveragePooling2D(Shape? pool_size = null, Shape? strides = null, string padding = "valid", string? data_format = null);

    /// <summary>The mean of each channel: (N, H, W, C) gives (N, C).</summary>
    /// <param name="data_format">null or <c>channels_last</c>, or <c>channels_first</c>.</param>
    /// <param name="keepdims">Whether the pooled axes stay, with size 1.</param>
    ILayer GlobalAveragePooling2D(string? data_format = null, bool keepdims = false);

    /// <summary>The largest value of each channel: (N, H, W, C) gives (N, C).</summary>
    /// <param name="data_format">null or <c>channels_last</c>, or <c>channels_first</c>.</param>
    /// <param name="keepdims">Whether the pooled axes stay, with size 1.</param>
    ILayer GlobalMaxPooling2D(string? data_format = null, bool keepdims = false);

    /// <summary>The mean of each channel: (N, T, C) gives (N, C).</summary>
    /// <param name="data_format">null or <c>channels_last</c>, or <c>channels_first</c>.</param>
    /// <param name="keepdims">Whether the pooled axis stays, with size 1.</param>
    ILayer GlobalAveragePooling1D(string? data_format = null, bool keepdims = false);

    /// <summary>The largest value of each channel: (N, T, C) gives (N, C).</summary>
    /// <param name="data_format">null or <c>channels_last</c>, or <c>channels_first</c>.</param>
    /// <param name="keepdims">Whether the pooled axis stays, with size 1.</param>
    ILayer GlobalMaxPooling1D(string? data_format = null, bool keepdims = false);

    /// <summary>The axes of an example in another order.</summary>
    /// <param name="dims">The axes, counted from 1, in their new order: (2, 1) changes two.</param>
    ILayer Permute(int[] dims);

    /// <summary>x scale + offset, of numbers of any type.</summary>
    /// <param name="scale">What each element is multiplied by.</param>
    /// <param name="offset">What is added then.</param>
    /// <param name="input_shape">The shape of one example, for a model's first layer.</param>
    ILayer Rescaling(float scale, float offset = 0, Shape? input_shape = null);

    /// <summary>(x - mean) / sqrt(variance), with what <c>adapt</c> finds in data, or with what is given.</summary>
    /// <param name="input_shape">The shape of one example, for a model's first layer.</param>
    /// <param name="axis">The axis whose entries have a mean and a variance each; null for one of all elements.</param>
    /// <param name="mean">The mean; null for that of the data.</param>
    /// <param name="variance">The variance; null for that of the data. Both are given or neither.</param>
    /// <param name="invert">Whether it goes the other way: x sqrt(variance) + mean.</param>
    ILayer Normalization(
        Shape? input_shape = null, int? axis = -1, float? mean = null, float? variance = null, bool invert = false);
}
