#nullable disable
using Tensorflow.NumPy;

namespace Tensorflow;

public interface IDatasetV2 : IEnumerable<(Tensors, Tensors)>
{
    IDatasetV2 cache(string filename = "");

    IDatasetV2 repeat(int count = -1);

    IDatasetV2 shuffle(int buffer_size, int? seed = null, bool reshuffle_each_iteration = true);

    IDatasetV2 skip(int count);

    IDatasetV2 batch(int batch_size, bool drop_remainder = false);

    IDatasetV2 prefetch(int buffer_size = -1, int? slack_period = null);

    IDatasetV2 take(int count);

    Tensor cardinality(string name = null);
}

public class DatasetManager
{
    public IDatasetV2 from_tensor_slices(Tensor features, Tensor labels) => throw null;

    public IDatasetV2 from_tensor_slices(Tensor tensor) => throw null;

    public IDatasetV2 from_tensor_slices(string[] array) => throw null;

    public IDatasetV2 from_tensor_slices(NDArray array) => throw null;
}
