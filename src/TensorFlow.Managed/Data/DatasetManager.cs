using Tensorflow.Data;
using Tensorflow.NumPy;

namespace Tensorflow;

/// <summary><c>tf.data.Dataset</c>: where a pipeline of data begins.</summary>
public sealed class DatasetManager
{
    internal DatasetManager()
    {
    }

    /// <summary>0, 1, ... to before a number, each a scalar.</summary>
    /// <param name="count">The number to stop before.</param>
    /// <param name="output_type">Their type.</param>
    public IDatasetV2 range(int count, TF_DataType output_type = TF_DataType.TF_INT64) => range(0, count, 1, output_type);

    /// <summary>start, start + step, ... to before (with a negative step: above) a stop, each a scalar.</summary>
    /// <param name="start">The first number.</param>
    /// <param name="stop">The number to stop before.</param>
    /// <param name="step">The distance of neighbours, not 0.</param>
    /// <param name="output_type">Their type.</param>
    /// <exception cref="ArgumentException">The step is 0.</exception>
    public IDatasetV2 range(int start, int stop, int step = 1, TF_DataType output_type = TF_DataType.TF_INT64)
    {
        using var scope = TensorScope.Begin();
        return new TensorSliceDataset(Operations.Sequence.Range(start, stop, step, output_type));
    }

    /// <summary>One element: the whole array.</summary>
    public IDatasetV2 from_tensors(NDArray tensors) => from_tensors(new Tensors(tensors));

    /// <summary>One element: the whole tensors, features first, then labels.</summary>
    /// <exception cref="ArgumentException">There are no tensors.</exception>
    public IDatasetV2 from_tensors(Tensors tensors)
    {
        using var scope = TensorScope.Begin();
        return from_tensor_slices(new Tensors([.. tensors.Select(tensor => Operations.ExpandDims.Apply(tensor, 0))]));
    }

    /// <summary>The slices of a tensor along its first axis.</summary>
    /// <exception cref="ArgumentException">A scalar.</exception>
    public IDatasetV2 from_tensor_slices(Tensor tensor) => new TensorSliceDataset(tensor);

    /// <summary>The slices of an array along its first axis.</summary>
    /// <exception cref="ArgumentException">A scalar.</exception>
    public IDatasetV2 from_tensor_slices(NDArray array) => new TensorSliceDataset(array);

    /// <summary>The slices of two tensors along their first axes: features and labels.</summary>
    /// <exception cref="ArgumentException">A scalar, or different numbers of slices.</exception>
    public IDatasetV2 from_tensor_slices(Tensor features, Tensor labels) => new TensorSliceDataset(features, labels);

    /// <summary>The slices of several tensors along their first axes: features, then labels.</summary>
    /// <exception cref="ArgumentException">No tensors, a scalar, or different numbers of slices.</exception>
    public IDatasetV2 from_tensor_slices(Tensors tensors) =>
        tensors.Count > 0
            ? new TensorSliceDataset(tensors)
            : throw new ArgumentException("Dataset.from_tensor_slices: there are no tensors.");

    /// <summary>The numbers of an array, each a scalar.</summary>
    public IDatasetV2 from_tensor_slices<T>(T[] values)
        where T : unmanaged => new TensorSliceDataset(Tensor.From<T>(values, values.Length));

    /// <summary>The rows of an array.</summary>
    public IDatasetV2 from_tensor_slices<T>(T[,] values) where T : unmanaged
    {
        var flat = new T[values.Length];
        var i = 0;
        foreach (var value in values)
            flat[i++] = value;
        return new TensorSliceDataset(Tensor.From<T>(flat, (values.GetLength(0), values.GetLength(1))));
    }

    /// <summary>Elements of several datasets joined, as long as each has one:
    /// the first one's tensors, then the second's, and so on.</summary>
    /// <exception cref="ArgumentException">There are none, or one was not made by tf.data.</exception>
    public IDatasetV2 zip(params IDatasetV2[] datasets)
    {
        if (datasets.Length == 0)
            throw new ArgumentException("Dataset.zip: there are no datasets.");
        return new ZipDataset(Array.ConvertAll(datasets, dataset => Dataset.Known(dataset, "zip")));
    }
}
