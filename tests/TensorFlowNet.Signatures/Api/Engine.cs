#nullable disable
using Tensorflow.Common.Types;
using Tensorflow.Keras.ArgsDefinition;
using Tensorflow.Keras.Losses;
using Tensorflow.NumPy;

namespace Tensorflow.Keras.ArgsDefinition
{
    public class LayerArgs
    {
        public string Name { get; set; }
    }

    public class ModelArgs : LayerArgs
    {
        public Tensors Inputs { get; set; }

        public Tensors Outputs { get; set; }
    }
}

namespace Tensorflow.Keras.Engine
{
    public interface IOptimizer
    {
        void apply_gradients(
            IEnumerable<(Tensor, IVariableV1)> grads_and_vars, string name = null, bool experimental_aggregate_gradients = true);
    }

    // Trainable can only be read: there is no freezing.
    public abstract class Layer : ILayer
    {
        protected bool built;

        protected Layer(LayerArgs args) => throw null;

        public string Name => throw null;

        public bool Trainable => throw null;

        public bool Built => throw null;

        public virtual List<ILayer> Layers => throw null;

        public virtual List<IVariableV1> TrainableVariables => throw null;

        public virtual List<IVariableV1> TrainableWeights => throw null;

        public virtual List<IVariableV1> NonTrainableWeights => throw null;

        public virtual List<IVariableV1> Weights
        {
            get => throw null;
            set => throw null;
        }

        public virtual Tensors Apply(
            Tensors inputs, Tensors states = null, bool? training = false, IOptionalArgs optional_args = null) => throw null;

        public virtual void set_weights(IEnumerable<NDArray> weights) => throw null;

        public List<NDArray> get_weights() => throw null;

        public virtual int count_params() => throw null;

        protected virtual Tensors Call(
            Tensors inputs, Tensors state = null, bool? training = null, IOptionalArgs optional_args = null) => throw null;

        protected void StackLayers(params ILayer[] layers) => throw null;
    }

    public interface IModel : ILayer
    {
        bool Stop_training { get; set; }
    }

    // fit and compile are not virtual, and train_step is private: a model cannot change how it is fitted, only have a fit of its own.
    public class Model : Layer, IModel
    {
        public Model(ModelArgs args) : base(args) => throw null;

        public bool Stop_training { get; set; }

        public void compile(IOptimizer optimizer, ILossFunc loss) => throw null;

        public void compile(IOptimizer optimizer, ILossFunc loss, string[] metrics) => throw null;

        public void compile(string optimizer, string loss, string[] metrics) => throw null;

        public ICallback fit(
            NDArray x, NDArray y, int batch_size = -1, int epochs = 1, int verbose = 1, List<ICallback> callbacks = null,
            float validation_split = 0f, (NDArray, NDArray)? validation_data = null, int validation_step = 10, bool shuffle = true,
            Dictionary<int, float> class_weight = null, NDArray sample_weight = null, int initial_epoch = 0, int max_queue_size = 10,
            int workers = 1, bool use_multiprocessing = false) => throw null;

        public ICallback fit(
            IDatasetV2 dataset, int batch_size = -1, int epochs = 1, int verbose = 1, List<ICallback> callbacks = null,
            IDatasetV2 validation_data = null, int validation_step = 10, bool shuffle = true,
            Dictionary<int, float> class_weight = null, int initial_epoch = 0, int max_queue_size = 10, int workers = 1,
            bool use_multiprocessing = false) => throw null;

        public void summary(int line_length = -1, float[] positions = null) => throw null;

        public void save_weights(
            string filepath, bool overwrite = true, string save_format = null, object options = null) => throw null;

        public void load_weights(
            string filepath, bool by_name = false, bool skip_mismatch = false, object options = null) => throw null;
    }

    public class Sequential : Model
    {
        internal Sequential() : base(null) => throw null;

        public void add(ILayer layer) => throw null;
    }
}
