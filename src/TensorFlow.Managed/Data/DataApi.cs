namespace Tensorflow;

/// <summary><c>tf.data</c>: pipelines that bring data to a model.</summary>
public sealed class DataApi
{
    internal DataApi()
    {
    }

    /// <summary>Stands for a size that the runtime chooses.</summary>
    public int AUTOTUNE { get; } = -1;

    /// <summary>Where a pipeline begins: <c>tf.data.Dataset.from_tensor_slices(images)</c>.</summary>
    public DatasetManager Dataset { get; } = new();
}
