using Tensorflow.Keras.ArgsDefinition;
using Tensorflow.NumPy;

namespace Tensorflow.Keras.Layers;

/// <content>Layers of pictures, and shapes.</content>
internal sealed partial class LayersApi
{
    public ILayer Conv2D(
        int filters, Shape? kernel_size, Shape? strides, string padding, string? data_format, Shape? dilation_rate, int groups,
        Activation? activation,
        bool use_bias, IInitializer? kernel_initializer, IInitializer? bias_initializer, IRegularizer? kernel_regularizer,
        IRegularizer? bias_regularizer, IRegularizer? activity_regularizer, IConstraint? kernel_constraint, IConstraint? bias_constraint)
    {
        var args = Convolution(
            filters, kernel_size, strides, padding, data_format, dilation_rate, groups, activation, use_bias, kernel_initializer,
            bias_initializer);
        (args.KernelRegularizer, args.BiasRegularizer, args.ActivityRegularizer) =
            (kernel_regularizer, bias_regularizer, activity_regularizer);
        (args.KernelConstraint, args.BiasConstraint) = (kernel_constraint, bias_constraint);
        return new Conv2D(args);
    }

    public ILayer Conv2D(
        int filters, Shape? kernel_size, Shape? strides, string padding, string? data_format, Shape? dilation_rate, int groups,
        string? activation,
        bool use_bias, string? kernel_initializer, string? bias_initializer) =>
        new Conv2D(Convolution(
            filters, kernel_size, strides, padding, data_format, dilation_rate, groups, activation, use_bias, Named(kernel_initializer),
            Named(bias_initializer)));

    public ILayer Conv2DTranspose(
        int filters, Shape? kernel_size, Shape? strides, string padding, string? data_format, Shape? dilation_rate, Activation? activation,
        bool use_bias,
        IInitializer? kernel_initializer, IInitializer? bias_initializer) =>
        new Conv2DTranspose(Convolution(
            filters, kernel_size, strides, padding, data_format, dilation_rate, 1, activation, use_bias, kernel_initializer,
            bias_initializer));

    public ILayer Conv2DTranspose(
        int filters, Shape? kernel_size, Shape? strides, string output_padding, string? data_format, Shape? dilation_rate,
        string? activation,
        bool use_bias, string? kernel_initializer, string? bias_initializer) =>
        new Conv2DTranspose(Convolution(
            filters, kernel_size, strides, output_padding, data_format, dilation_rate, 1, activation, use_bias, Named(kernel_initializer),
            Named(bias_initializer)));

    public ILayer DepthwiseConv2D(
        Shape? kernel_size, Shape? strides, string padding, string? data_format, Shape? dilation_rate, int groups, int depth_multiplier,
        string? activation, bool use_bias, string? kernel_initializer, string? bias_initializer, string? depthwise_initializer,
        IRegularizer? depthwise_regularizer, IRegularizer? bias_regularizer) =>
        new DepthwiseConv2D(Told(
            new DepthwiseConv2DArgs
            {
                DepthMultiplier = depth_multiplier,
                DepthwiseInitializer = Named(depthwise_initializer),
                DepthwiseRegularizer = depthwise_regularizer,
                BiasRegularizer = bias_regularizer,
            },
            kernel_size, strides, padding, data_format, dilation_rate, activation, use_bias, Named(bias_initializer)));

    public ILayer SeparableConv2D(
        int filters, Shape? kernel_size, Shape? strides, string padding, string? data_format, Shape? dilation_rate, int depth_multiplier,
        Activation? activation, bool use_bias, IInitializer? depthwise_initializer, IInitializer? pointwise_initializer,
        IInitializer? bias_initializer, IRegularizer? depthwise_regularizer, IRegularizer? pointwise_regularizer,
        IRegularizer? bias_regularizer) =>
        new SeparableConv2D(Told(
            new DepthwiseConv2DArgs
            {
                Filters = filters,
                DepthMultiplier = depth_multiplier,
                DepthwiseInitializer = depthwise_initializer,
                DepthwiseRegularizer = depthwise_regularizer,
                PointwiseInitializer = pointwise_initializer,
                PointwiseRegularizer = pointwise_regularizer,
                BiasRegularizer = bias_regularizer,
            },
            kernel_size, strides, padding, data_format, dilation_rate, activation, use_bias, bias_initializer));

    public ILayer Reshape(Shape target_shape) => new Reshape(new ReshapeArgs { TargetShape = target_shape });

    public ILayer Permute(int[] dims) => new Permute(new PermuteArgs { Dims = dims });

    public ILayer Rescaling(float scale, float offset, Shape? input_shape) =>
        new Rescaling(new RescalingArgs { Scale = scale, Offset = offset, InputShape = input_shape });

    public ILayer Normalization(Shape? input_shape, int? axis, float? mean, float? variance, bool invert) => new Normalization(
        new NormalizationArgs { InputShape = input_shape, Axis = axis, Mean = mean, Variance = variance, Invert = invert });

    public ILayer Flatten(string? data_format) => new Flatten(new FlattenArgs { DataFormat = data_format });

    public ILayer UpSampling2D(Shape? size, string? data_format, string interpolation) =>
        new UpSampling2D(new UpSampling2DArgs { Size = size ?? 2, DataFormat = data_format, Interpolation = interpolation });

    public ILayer ZeroPadding2D(Shape? padding) => ZeroPadding2D(Border("ZeroPadding2D", "padding", padding ?? 1));

    public ILayer ZeroPadding2D(((int, int), (int, int)) padding) => new ZeroPadding2D(new ZeroPadding2DArgs { Padding = padding });

    public ILayer ZeroPadding2D(NDArray padding) => ZeroPadding2D(Border("ZeroPadding2D", "padding", padding));

    public ILayer Cropping2D(NDArray cropping) => Cropping2D(Border("Cropping2D", "cropping", cropping));

    public ILayer Cropping2D(Shape? cropping) => Cropping2D(Border("Cropping2D", "cropping", cropping ?? 0));

    public ILayer Cropping2D(((int, int), (int, int)) cropping) => new Cropping2D(new Cropping2DArgs { Cropping = cropping });

    public ILayer MaxPooling2D(Shape? pool_size, Shape? strides, string padding, string? data_format) =>
        new MaxPooling2D(new Pooling2DArgs { PoolSize = pool_size ?? 2, Strides = strides, Padding = padding, DataFormat = data_format });

    public ILayer MaxPooling1D(int? pool_size, int? strides, string padding, string? data_format) => new MaxPooling1D(
        new Pooling1DArgs { PoolSize = pool_size ?? 2, Strides = strides, Padding = padding, DataFormat = data_format });

    public ILayer AveragePooling2D(Shape? pool_size, Shape? strides, string padding, string? data_format) =>
        new AveragePooling2D(
            new Pooling2DArgs { PoolSize = pool_size ?? 2, Strides = strides, Padding = padding, DataFormat = data_format });

    public ILayer GlobalAveragePooling2D(string? data_format, bool keepdims) =>
        new GlobalAveragePooling2D(new GlobalPoolingArgs { DataFormat = data_format, KeepDims = keepdims });

    public ILayer GlobalMaxPooling2D(string? data_format, bool keepdims) =>
        new GlobalMaxPooling2D(new GlobalPoolingArgs { DataFormat = data_format, KeepDims = keepdims });

    public ILayer GlobalAveragePooling1D(string? data_format, bool keepdims) =>
        new GlobalAveragePooling1D(new GlobalPoolingArgs { DataFormat = data_format, KeepDims = keepdims });

    public ILayer GlobalMaxPooling1D(string? data_format, bool keepdims) =>
        new GlobalMaxPooling1D(new GlobalPoolingArgs { DataFormat = data_format, KeepDims = keepdims });

    private static Conv2DArgs Convolution(
        int filters, Shape? kernelSize, Shape? strides, string padding, string? dataFormat, Shape? dilationRate, int groups,
        Activation? activation,
        bool useBias, IInitializer? kernelInitializer, IInitializer? biasInitializer) => Told(
            new Conv2DArgs { Filters = filters, Groups = groups, KernelInitializer = kernelInitializer },
            kernelSize, strides, padding, dataFormat, dilationRate, activation, useBias, biasInitializer);

    /// <summary>What all convolutions are told.</summary>
    private static TArgs Told<TArgs>(
        TArgs args, Shape? kernelSize, Shape? strides, string padding, string? dataFormat, Shape? dilationRate, Activation? activation,
        bool useBias, IInitializer? biasInitializer) where TArgs : Conv2DArgs
    {
        (args.KernelSize, args.Strides, args.DilationRate) = (kernelSize ?? (5, 5), strides ?? 1, dilationRate ?? 1);
        (args.Padding, args.DataFormat, args.Activation) = (padding, dataFormat, activation);
        (args.UseBias, args.BiasInitializer) = (useBias, biasInitializer);
        return args;
    }

    private static IInitializer? Named(string? name) => name is null ? null : KerasApi.keras.initializers.get(name);

    private static ((int, int), (int, int)) Border(string layer, string what, Shape sizes) => sizes.ndim is 1 or 2
        ? (((int)sizes[0], (int)sizes[0]), ((int)sizes[-1], (int)sizes[-1]))
        : throw new ArgumentException($"{layer}: {what} is one number or (top and bottom, left and right); it is {sizes}.");

    private static ((int, int), (int, int)) Border(string layer, string what, NDArray sizes) => sizes.shape == (2, 2)
        ? (((int)sizes[0, 0], (int)sizes[0, 1]), ((int)sizes[1, 0], (int)sizes[1, 1]))
        : throw new ArgumentException($"{layer}: {what} is ((top, bottom), (left, right)), of shape (2, 2); it is of {sizes.shape}.");
}
