#nullable disable
using Tensorflow.Keras.Engine;
using Tensorflow.Keras.Layers;
using Tensorflow.Keras.Losses;

namespace Tensorflow.Keras
{
    public class KerasInterface
    {
        public ILayersApi layers => throw null;

        public ILossesApi losses => throw null;

        public IActivationsApi activations => throw null;

        public IOptimizerApi optimizers => throw null;

        public Sequential Sequential(List<ILayer> layers = null, string name = null) => throw null;

        public Sequential Sequential(params ILayer[] layers) => throw null;

        public IModel Model(Tensors inputs, Tensors outputs, string name = null) => throw null;
    }

    public class Activation
    {
        public string Name { get; set; }

        public Tensor Apply(Tensor input, string name = null) => throw null;
    }

    public interface IActivationsApi
    {
        Activation Linear { get; }

        Activation Relu { get; }

        Activation Sigmoid { get; }

        Activation Softmax { get; }

        Activation Tanh { get; }
    }

    public interface IOptimizerApi
    {
        IOptimizer Adam(
            float learning_rate = 0.001f, float beta_1 = 0.9f, float beta_2 = 0.999f, float epsilon = 1e-7f, bool amsgrad = false,
            string name = "Adam");
    }
}

namespace Tensorflow.Keras.Losses
{
    public interface ILossFunc
    {
        Tensor Call(Tensor y_true, Tensor y_pred, Tensor sample_weight = null);
    }

    public interface ILossesApi
    {
        ILossFunc BinaryCrossentropy(
            bool from_logits = false, float label_smoothing = 0f, int axis = -1, string reduction = "auto",
            string name = "binary_crossentropy");
    }
}
