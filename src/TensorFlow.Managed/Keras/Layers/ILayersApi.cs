using System.Runtime.CompilerServices;

namespace Tensorflow.Keras.Layers;

/// <summary>
/// Makes layers. Parameters and their defaults are Keras'; null for an initializer, too. Where two methods of a name would fit a call,
/// the one with the higher priority is meant, so that no call is ambiguous.
/// </summary>
public partial interface ILayersApi
{
    /// <summary>Where a model's input comes in.</summary>
    /// <param name="input_shape">The shape of one example.</param>
    /// <param name="name">Its name; null for <c>input_1</c>, ...</param>
    /// <param name="sparse">Not supported; must be false.</param>
    /// <param name="ragged">Not supported; must be false.</param>
    ILayer InputLayer(Shape input_shape, string? name = null, bool sparse = false, bool ragged = false);

    /// <summary>A symbolic input, which a functional model starts from.</summary>
    /// <inheritdoc cref="KerasInterface.Input"/>
    Tensors Input(
        Shape? shape = null, int batch_size = -1, string? name = null, TF_DataType dtype = TF_DataType.DtInvalid,
        Shape? batch_input_shape = null);

    /// <summary>A function of each element.</summary>
    /// <param name="activation">The function or its name.</param>
    ILayer Activation(Activation activation);

    /// <summary>x where it is positive, else alpha x.</summary>
    /// <param name="alpha">The slope below 0.</param>
    ILayer LeakyReLU(float alpha = 0.3f);

    /// <summary>max(x, 0), with variations.</summary>
    /// <param name="max_value">The largest value; null for no limit.</param>
    /// <param name="negative_slope">The slope below the threshold.</param>
    /// <param name="threshold">Where x itself begins.</param>
    ILayer ReLU(float? max_value = null, float negative_slope = 0f, float threshold = 0f);

    /// <summary>Sets a share of the elements to 0 in training and scales the others up, so that the mean stays.</summary>
    /// <param name="rate">The share, in [0, 1).</param>
    /// <param name="noise_shape">Not supported; must be null.</param>
    /// <param name="seed">Chooses a stream that depends on it and on <c>tf.set_random_seed</c> only;
    /// null for the program's next one.</param>
    ILayer Dropout(float rate, Shape? noise_shape = null, int? seed = null);

    /// <summary>x @ kernel + bias along the last axis.</summary>
    /// <param name="units">The size of the result's last axis.</param>
    /// <param name="activation">What it ends with; null for nothing.</param>
    /// <param name="kernel_initializer">The kernel's start, (in, units); null for Glorot's uniform one.</param>
    /// <param name="use_bias">Whether a bias is added.</param>
    /// <param name="bias_initializer">The bias' start; null for zeros.</param>
    /// <param name="input_shape">The shape of one example, for a model's first layer.</param>
    /// <param name="kernel_regularizer">What the kernel costs; null for nothing.</param>
    /// <param name="bias_regularizer">What the bias costs; null for nothing.</param>
    /// <param name="kernel_constraint">What the kernel keeps to; null for nothing.</param>
    /// <param name="bias_constraint">What the bias keeps to; null for nothing.</param>
    /// <param name="activity_regularizer">What the result costs, divided by the number of examples; null for nothing.</param>
    [OverloadResolutionPriority(1)]
    ILayer Dense(
        int units, Activation? activation = null, IInitializer? kernel_initializer = null, bool use_bias = true,
        IInitializer? bias_initializer = null, Shape? input_shape = null, IRegularizer? kernel_regularizer = null,
        IRegularizer? bias_regularizer = null, IConstraint? kernel_constraint = null, IConstraint? bias_constraint = null,
        IRegularizer? activity_regularizer = null);

    /// <summary>x @ kernel + bias along the last axis.</summary>
    /// <param name="units">The size of the result's last axis.</param>
    /// <param name="activation">The name of what it ends with; null for nothing.</param>
    /// <param name="input_shape">The shape of one example, for a model's first layer.</param>
    ILayer Dense(int units, string? activation, Shape? input_shape);

    /// <summary>A row of a table for each number: (...) of int32 or int64 gives (..., output_dim).</summary>
    /// <param name="input_dim">The number of rows; the numbers go from 0 to it.</param>
    /// <param name="output_dim">The length of a row.</param>
    /// <param name="embeddings_initializer">The table's start; null for uniform in [-0.05, 0.05].</param>
    /// <param name="mask_zero">Not supported; must be false.</param>
    /// <param name="input_shape">The shape of one example, for a model's first layer.</param>
    /// <param name="input_length">The length of one example instead of <paramref name="input_shape"/>; -1 for none.</param>
    ILayer Embedding(
        int input_dim, int output_dim, IInitializer? embeddings_initializer = null, bool mask_zero = false, Shape? input_shape = null,
        int input_length = -1);

    /// <summary>The inputs one after the other along an axis.</summary>
    /// <param name="axis">The axis; negative ones count from the last.</param>
    ILayer Concatenate(int axis = -1);

    /// <summary>The sum of the inputs, which broadcast.</summary>
    ILayer Add();
}
