#nullable disable
using Tensorflow.Gradients;
using Tensorflow.NumPy;

namespace Tensorflow;

public class tensorflow
{
    public Random random => throw null;

    public DataOps data => throw null;

    public nn_internal nn => throw null;

    public MathApi math => throw null;

    public void enable_eager_execution() => throw null;

    public void set_random_seed(int seed) => throw null;

    public GradientTape GradientTape(bool persistent = false, bool watch_accessed_variables = true) => throw null;

    public Tensor ones_like(
        Tensor tensor, TF_DataType dtype = TF_DataType.DtInvalid, string name = null, bool optimize = true) => throw null;

    public NDArray ones_like(
        NDArray tensor, TF_DataType dtype = TF_DataType.DtInvalid, string name = null, bool optimize = true) => throw null;

    public Tensor zeros_like(
        Tensor tensor, TF_DataType dtype = TF_DataType.DtInvalid, string name = null, bool optimize = true) => throw null;

    public NDArray zeros_like(
        NDArray tensor, TF_DataType dtype = TF_DataType.DtInvalid, string name = null, bool optimize = true) => throw null;

    public Tensor square(Tensor x, string name = null) => throw null;

    public Tensor reduce_mean(
        Tensor input_tensor, Axis axis = null, bool keepdims = false, string name = null, int? reduction_indices = null) => throw null;

    public class Random
    {
        public Tensor normal(
            Shape shape, float mean = 0.0f, float stddev = 1.0f, TF_DataType dtype = TF_DataType.TF_FLOAT, int? seed = null,
            string name = null) => throw null;

        public Tensor uniform(
            Shape shape, float minval = 0, float maxval = 1, TF_DataType dtype = TF_DataType.TF_FLOAT, int? seed = null,
            string name = null) => throw null;
    }

    public class DataOps
    {
        public int AUTOTUNE = -1;

        public DatasetManager Dataset => throw null;
    }

    public class nn_internal
    {
        public Tensor relu(Tensor features, string name = null) => throw null;
    }

    public class MathApi
    {
        public Tensor softplus(Tensor features, string name = null) => throw null;
    }
}
