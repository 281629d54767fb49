using Tensorflow.Keras.ArgsDefinition;

namespace Tensorflow.Keras.Layers;

/// <summary>Makes layers; thin, every member fills a layer's arguments in.</summary>
internal sealed partial class LayersApi : ILayersApi
{
    public ILayer InputLayer(Shape input_shape, string? name, bool sparse, bool ragged) => sparse || ragged
        ? throw new NotSupportedException("InputLayer: there are no sparse or ragged tensors.")
        : new InputLayer(new InputLayerArgs { InputShape = input_shape, Name = name });

    public Tensors Input(Shape? shape, int batch_size, string? name, TF_DataType dtype, Shape? batch_input_shape) =>
        KerasApi.keras.Input(shape, batch_size, name, dtype, batch_input_shape);

    public ILayer Activation(Activation activation) => new ActivationLayer(new ActivationArgs { Activation = activation });

    public ILayer LeakyReLU(float alpha) => new LeakyReLU(new LeakyReLUArgs { Alpha = alpha });

    public ILayer ReLU(float? max_value, float negative_slope, float threshold) =>
        new ReLU(new ReLUArgs { MaxValue = max_value, NegativeSlope = negative_slope, Threshold = threshold });

    public ILayer Dropout(float rate, Shape? noise_shape, int? seed) =>
        new Dropout(new DropoutArgs { Rate = rate, NoiseShape = noise_shape, Seed = seed });

    public ILayer Dense(
        int units, Activation? activation, IInitializer? kernel_initializer, bool use_bias, IInitializer? bias_initializer,
        Shape? input_shape, IRegularizer? kernel_regularizer, IRegularizer? bias_regularizer, IConstraint? kernel_constraint,
        IConstraint? bias_constraint, IRegularizer? activity_regularizer) =>
        new Dense(new DenseArgs
        {
            Units = units,
            Activation = activation,
            KernelInitializer = kernel_initializer,
            UseBias = use_bias,
            BiasInitializer = bias_initializer,
            InputShape = input_shape,
            KernelRegularizer = kernel_regularizer,
            BiasRegularizer = bias_regularizer,
            ActivityRegularizer = activity_regularizer,
            KernelConstraint = kernel_constraint,
            BiasConstraint = bias_constraint,
        });

    public ILayer Dense(int units, string? activation, Shape? input_shape) =>
        new Dense(new DenseArgs { Units = units, Activation = activation, InputShape = input_shape });

    public ILayer Embedding(
        int input_dim, int output_dim, IInitializer? embeddings_initializer, bool mask_zero, Shape? input_shape, int input_length) =>
        new Embedding(new EmbeddingArgs
        {
            InputDim = input_dim,
            OutputDim = output_dim,
            EmbeddingsInitializer = embeddings_initializer,
            MaskZero = mask_zero,
            InputShape = input_shape ?? (input_length >= 0 ? input_length : null),
        });

    public ILayer Concatenate(int axis) => new Concatenate(new MergeArgs { Axis = axis });

    public ILayer Add() => new Add(new MergeArgs());

    public ILayer BatchNormalization(
        int axis, float momentum, float epsilon, bool center, bool scale, IInitializer? beta_initializer, IInitializer? gamma_initializer,
        IInitializer? moving_mean_initializer, IInitializer? moving_variance_initializer, bool trainable, string? name, bool renorm,
        float renorm_momentum) =>
        new BatchNormalization(new BatchNormalizationArgs
        {
            Axis = axis,
            Momentum = momentum,
            Epsilon = epsilon,
            Center = center,
            Scale = scale,
            BetaInitializer = beta_initializer,
            GammaInitializer = gamma_initializer,
            MovingMeanInitializer = moving_mean_initializer,
            MovingVarianceInitializer = moving_variance_initializer,
            Trainable = trainable,
            Name = name,
            Renorm = renorm,
        });

    public ILayer GroupNormalization(
        int groups, float epsilon, bool center, bool scale, IInitializer? beta_initializer, IInitializer? gamma_initializer) =>
        new GroupNormalization(new GroupNormalizationArgs
        {
            Groups = groups,
            Epsilon = epsilon,
            Center = center,
            Scale = scale,
            BetaInitializer = beta_initializer,
            GammaInitializer = gamma_initializer,
        });

    public ILayer SpectralNormalization(ILayer layer, int power_iterations, string? name) =>
        new SpectralNormalization(new SpectralNormalizationArgs { Layer = layer, PowerIterations = power_iterations, Name = name });

    public ILayer LayerNormalization(
        Axis? axis, float epsilon, bool center, bool scale, IInitializer? beta_initializer, IInitializer? gamma_initializer) =>
        new LayerNormalization(new LayerNormalizationArgs
        {
            Axis = axis,
            Epsilon = epsilon,
            Center = center,
            Scale = scale,
            BetaInitializer = beta_initializer,
            GammaInitializer = gamma_initializer,
        });
}
