namespace Tensorflow;

/// <summary><c>tf.data</c>: pipelines that bring data to a model.</summary>
public sealed class DataApi
{
    internal DataApi()
    {
    }

    /// <summary>Stands for a size that the runtime chooses.</summary>
    public int AUTOTUNE { get; } = -1;

    /// <summary>The number of elements of a dataset that never ends, -1.</summary>
    public long INFINITE_CARDINALITY { get; } = Data.Dataset.Infinite;

    /// <summary>The number of elements of a dataset of which only a walk can tell, -2.</summary>
    public long UNKNOWN_CARDINALITY { get; } = Data.Dataset.Unknown;

    /// <summary>Where a pipeline begins: <c>tf.data.Dataset.from_tensor_slices(images)</c>.</summary>
    public DatasetManager Dataset { get; } = new();
}
