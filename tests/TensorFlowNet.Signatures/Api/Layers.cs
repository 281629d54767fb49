#nullable disable
using Tensorflow.Common.Types;
using Tensorflow.NumPy;

namespace Tensorflow
{
    public interface IInitializer
    {
    }
}

namespace Tensorflow.Keras
{
    public interface IRegularizer
    {
    }

    public interface ILayer
    {
        string Name { get; }

        bool Trainable { get; }

        bool Built { get; }

        List<ILayer> Layers { get; }

        List<IVariableV1> TrainableVariables { get; }

        List<IVariableV1> TrainableWeights { get; }

        List<IVariableV1> NonTrainableWeights { get; }

        List<IVariableV1> Weights { get; set; }

        Tensors Apply(Tensors inputs, Tensors states = null, bool? training = false, IOptionalArgs optional_args = null);

        void set_weights(IEnumerable<NDArray> weights);

        List<NDArray> get_weights();

        int count_params();
    }
}

namespace Tensorflow.Keras.Layers
{
    public interface ILayersApi
    {
        ILayer BatchNormalization(
            int axis = -1, float momentum = 0.99f, float epsilon = 0.001f, bool center = true, bool scale = true,
            IInitializer beta_initializer = null, IInitializer gamma_initializer = null, IInitializer moving_mean_initializer = null,
            IInitializer moving_variance_initializer = null, bool trainable = true, string name = null, bool renorm = false,
            float renorm_momentum = 0.99f);

        // Has no bias.
        ILayer Conv2D(int filters, Shape kernel_size = null, Shape strides = null, string padding = "valid");

        ILayer Conv2D(
            int filters, Shape kernel_size = null, Shape strides = null, string padding = "valid", string data_format = null,
            Shape dilation_rate = null, int groups = 1, Activation activation = null, bool use_bias = true,
            IInitializer kernel_initializer = null, IInitializer bias_initializer = null, IRegularizer kernel_regularizer = null,
            IRegularizer bias_regularizer = null, IRegularizer activity_regularizer = null);

        ILayer Conv2D(
            int filters, Shape kernel_size = null, Shape strides = null, string padding = "valid", string data_format = null,
            Shape dilation_rate = null, int groups = 1, string activation = null, bool use_bias = true,
            string kernel_initializer = "glorot_uniform", string bias_initializer = "zeros");

        ILayer Conv2DTranspose(
            int filters, Shape kernel_size = null, Shape strides = null, string output_padding = "valid", string data_format = null,
            Shape dilation_rate = null, string activation = null, bool use_bias = true, string kernel_initializer = null,
            string bias_initializer = null, string kernel_regularizer = null, string bias_regularizer = null,
            string activity_regularizer = null);

        ILayer Dense(int units);

        ILayer Dense(int units, string activation = null, Shape input_shape = null);

        ILayer Dense(
            int units, Activation activation = null, IInitializer kernel_initializer = null, bool use_bias = true,
            IInitializer bias_initializer = null, Shape input_shape = null);

        ILayer Dropout(float rate, Shape noise_shape = null, int? seed = null);

        ILayer Flatten(string data_format = null);

        ILayer InputLayer(Shape input_shape, string name = null, bool sparse = false, bool ragged = false);

        ILayer LeakyReLU(float alpha = 0.3f);

        ILayer Reshape(Shape target_shape);

        ILayer Reshape(object[] target_shape);
    }
}
