namespace Tensorflow.Keras.Engine;

/// <summary>A layer's weights and those of the layers inside, each once, as they were at one time.</summary>
internal sealed class WeightLists
{
    private readonly HashSet<ResourceVariable> _seen = [];

    internal WeightLists(int structure, Layer layer)
    {
        Structure = structure;
        Gather(layer, trainable: true);
    }

    /// <summary>The number of the structure that these lists belong to.</summary>
    internal int Structure { get; }

    internal List<IVariableV1> Trainable { get; } = [];

    internal List<IVariableV1> Fixed { get; } = [];

    internal List<IVariableV1> All { get; } = [];

    private void Gather(Layer layer, bool trainable)
    {
        trainable &= layer.Trainable;
        foreach (var variable in layer.OwnWeights)
        {
            if (!_seen.Add(variable))
                continue;
            All.Add(variable);
            (trainable && variable.Trainable ? Trainable : Fixed).Add(variable);
        }

        foreach (var child in layer.Children)
            Gather(child, trainable);
    }
}
