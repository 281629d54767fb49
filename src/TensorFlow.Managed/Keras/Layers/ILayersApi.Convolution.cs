using System.Runtime.CompilerServices;

namespace Tensorflow.Keras.Layers;

/// <content>Convolutions of pictures (N, H, W, C).</content>
public partial interface ILayersApi
{
    /// <summary>A convolution, plus a bias.</summary>
    /// <param name="filters">The number of channels it gives.</param>
    /// <param name="kernel_size">One number or (height, width); null for 5.</param>
    /// <param name="strides">One number or (height, width); null for 1.</param>
    /// <param name="padding"><c>valid</c>: only where the kernel lies within the picture; <c>same</c>: the result has the picture's size,
    /// divided by the strides.</param>
    /// <param name="data_format">null or <c>channels_last</c>.</param>
    /// <param name="dilation_rate">The distance between the kernel's taps; null for 1.</param>
    /// <param name="groups">In how many groups the channels are convolved, each by itself.</param>
    /// <param name="activation">What it ends with; null for nothing.</param>
    /// <param name="use_bias">Whether a bias is added.</param>
    /// <param name="kernel_initializer">The kernel's start, (height, width, in / groups, filters); null for Glorot's uniform one.</param>
    /// <param name="bias_initializer">The bias' start; null for zeros.</param>
    /// <param name="kernel_regularizer">What the kernel costs; null for nothing.</param>
    /// <param name="bias_regularizer">What the bias costs; null for nothing.</param>
    /// <param name="activity_regularizer">What the result costs, divided by the number of examples; null for nothing.</param>
    /// <param name="kernel_constraint">What the kernel keeps to; null for nothing.</param>
    /// <param name="bias_constraint">What the bias keeps to; null for nothing.</param>
    [OverloadResolutionPriority(1)]
    ILayer Conv2D(
        int filters, Shape? kernel_size = null, Shape? strides = null, string padding = "valid", string? data_format = null,
        Shape? dilation_rate = null,
        int groups = 1, Activation? activation = null, bool use_bias = true, IInitializer? kernel_initializer = null,
        IInitializer? bias_initializer = null, IRegularizer? kernel_regularizer = null, IRegularizer? bias_regularizer = null,
        IRegularizer? activity_regularizer = null, IConstraint? kernel_constraint = null, IConstraint? bias_constraint = null);

    /// <summary>A convolution, plus a bias; initializers by their names.</summary>
    /// <inheritdoc cref="Conv2D(int, Shape, Shape, string, string, Shape, int, Activation, bool, IInitializer, IInitializer, IRegularizer,
    /// IRegularizer, IRegularizer, IConstraint, IConstraint)"/>
    ILayer Conv2D(
        int filters, Shape? kernel_size = null, Shape? strides = null, string padding = "valid", string? data_format = null,
        Shape? dilation_rate = null,
        int groups = 1, string? activation = null, bool use_bias = true, string? kernel_initializer = "glorot_uniform",
        string? bias_initializer = "zeros");

    /// <summary>The transpose of a convolution, which makes pictures larger, plus a bias.</summary>
    /// <param name="filters">The number of channels it gives.</param>
    /// <param name="kernel_size">One number or (height, width); null for 5.</param>
    /// <param name="strides">One number or (height, width); null for 1.</param>
    /// <param name="padding"><c>same</c>: the picture's size times the strides;
    /// <c>valid</c>: plus what the kernel exceeds the strides by.</param>
    /// <param name="data_format">null or <c>channels_last</c>.</param>
    /// <param name="dilation_rate">Not supported but for 1.</param>
    /// <param name="activation">What it ends with; null for nothing.</param>
    /// <param name="use_bias">Whether a bias is added.</param>
    /// <param name="kernel_initializer">The kernel's start, (height, width, filters, in); null for Glorot's uniform one.</param>
    /// <param name="bias_initializer">The bias' start; null for zeros.</param>
    [OverloadResolutionPriority(1)]
    ILayer Conv2DTranspose(
        int filters, Shape? kernel_size = null, Shape? strides = null, string padding = "valid", string? data_format = null,
        Shape? dilation_rate = null,
        Activation? activation = null, bool use_bias = true, IInitializer? kernel_initializer = null,
        IInitializer? bias_initializer = null);

    /// <summary>The transpose of a convolution, plus a bias; initializers by their names,
    /// and TensorFlow.NET's name for the padding.</summary>
    /// <param name="filters">The number of channels it gives.</param>
    /// <param name="kernel_size">One number or (height, width); null for 5.</param>
    /// <param name="strides">One number or (height, width); null for 1.</param>
    /// <param name="output_padding">The padding, <c>valid</c> or <c>same</c>.</param>
    /// <param name="data_format">null or <c>channels_last</c>.</param>
    /// <param name="dilation_rate">Not supported but for 1.</param>
    /// <param name="activation">The name of what it ends with; null for nothing.</param>
    /// <param name="use_bias">Whether a bias is added.</param>
    /// <param name="kernel_initializer">The kernel's start, (height, width, filters, in); null for Glorot's uniform one.</param>
    /// <param name="bias_initializer">The bias' start; null for zeros.</param>
    ILayer Conv2DTranspose(
        int filters, Shape? kernel_size = null, Shape? strides = null, string output_padding = "valid", string? data_format = null,
        Shape? dilation_rate = null, string? activation = null, bool use_bias = true, string? kernel_initializer = null,
        string? bias_initializer = null);

    /// <summary>A convolution of each channel by itself, plus a bias.</summary>
    /// <param name="kernel_size">One number or (height, width); null for 5.</param>
    /// <param name="strides">One number or (height, width); null for 1.</param>
    /// <param name="padding"><c>valid</c> or <c>same</c>.</param>
    /// <param name="data_format">null or <c>channels_last</c>.</param>
    /// <param name="dilation_rate">The distance between the kernel's taps; null for 1.</param>
    /// <param name="groups">Has no effect.</param>
    /// <param name="depth_multiplier">How many channels each channel gives.</param>
    /// <param name="activation">What it ends with; null for nothing.</param>
    /// <param name="use_bias">Whether a bias is added; not unless asked for, as in TensorFlow.NET (Keras adds one).</param>
    /// <param name="kernel_initializer">Has no effect.</param>
    /// <param name="bias_initializer">The bias' start.</param>
    /// <param name="depthwise_initializer">The kernel's start, (height, width, in, multiplier).</param>
    /// <param name="depthwise_regularizer">What the kernel costs; null for nothing.</param>
    /// <param name="bias_regularizer">What the bias costs; null for nothing.</param>
    ILayer DepthwiseConv2D(
        Shape? kernel_size = null, Shape? strides = null, string padding = "valid", string? data_format = null,
        Shape? dilation_rate = null, int groups = 1, int depth_multiplier = 1, string? activation = null, bool use_bias = false,
        string? kernel_initializer = "glorot_uniform", string? bias_initializer = "zeros",
        string? depthwise_initializer = "glorot_uniform", IRegularizer? depthwise_regularizer = null,
        IRegularizer? bias_regularizer = null);

    /// <summary>A convolution of each channel by itself, then one of 1 x 1 that mixes the channels, plus a bias.</summary>
    /// <param name="filters">The number of channels it gives.</param>
    /// <param name="kernel_size">One number or (height, width); null for 5.</param>
    /// <param name="strides">One number or (height, width); null for 1.</param>
    /// <param name="padding"><c>valid</c> or <c>same</c>.</param>
    /// <param name="data_format">null or <c>channels_last</c>.</param>
    /// <param name="dilation_rate">The distance between the kernel's taps; null for 1.</param>
    /// <param name="depth_multiplier">How many channels each channel gives in between.</param>
    /// <param name="activation">What it ends with; null for nothing.</param>
    /// <param name="use_bias">Whether a bias is added.</param>
    /// <param name="depthwise_initializer">The first kernel's start, (height, width, in, multiplier); null for Glorot's uniform
    /// one.</param>
    /// <param name="pointwise_initializer">The second one's, (1, 1, in * multiplier, filters); null for Glorot's uniform one.</param>
    /// <param name="bias_initializer">The bias' start; null for zeros.</param>
    /// <param name="depthwise_regularizer">What the first kernel costs; null for nothing.</param>
    /// <param name="pointwise_regularizer">What the second one costs; null for nothing.</param>
    /// <param name="bias_regularizer">What the bias costs; null for nothing.</param>
    ILayer SeparableConv2D(
        int filters, Shape? kernel_size = null, Shape? strides = null, string padding = "valid", string? data_format = null,
        Shape? dilation_rate = null, int depth_multiplier = 1, Activation? activation = null, bool use_bias = true,
        IInitializer? depthwise_initializer = null, IInitializer? pointwise_initializer = null, IInitializer? bias_initializer = null,
        IRegularizer? depthwise_regularizer = null, IRegularizer? pointwise_regularizer = null, IRegularizer? bias_regularizer = null);
}
