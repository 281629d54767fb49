namespace Tensorflow;

/// <content>Data pipelines.</content>
public sealed partial class tensorflow
{
    /// <summary>Pipelines that bring data to a model:
    /// <c>tf.data.Dataset.from_tensor_slices(images).shuffle(60000).batch(128)</c>.</summary>
    public DataApi data { get; } = new();
}
