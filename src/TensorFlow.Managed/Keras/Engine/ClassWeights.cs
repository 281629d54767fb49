using Tensorflow.Operations;

namespace Tensorflow.Keras.Engine;

/// <summary>How much the examples of each class count in training, Keras' <c>class_weight</c>.</summary>
internal sealed class ClassWeights
{
    private readonly float[] _weights;

    private ClassWeights(float[] weights) => _weights = weights;

    /// <summary>The weights that <c>fit</c> was given; null for none.</summary>
    /// <exception cref="ArgumentException">The classes are not 0, 1, 2, ...</exception>
    internal static ClassWeights? From(IReadOnlyDictionary<int, float>? class_weight)
    {
        if (class_weight is null)
            return null;
        int[] classes = [.. class_weight.Keys.Order()];
        if (classes.Length == 0 || !classes.SequenceEqual(Enumerable.Range(0, classes.Length)))
            throw new ArgumentException(
                $"fit: class_weight has a weight for each class, counted from 0; it has them for [{string.Join(", ", classes)}].");
        return new ClassWeights([.. classes.Select(number => class_weight[number])]);
    }

    /// <summary>The weight of each example.</summary>
    /// <param name="y">Numbers of classes (N) or (N, 1), or one-hot (N, classes).</param>
    /// <returns>(N).</returns>
    /// <exception cref="ArgumentException">There are several outputs, or labels of another shape, or of a class without a
    /// weight.</exception>
    internal Tensor Of(Tensors? y)
    {
        if (y?.Count != 1 || y.Single.ndim is not (1 or 2))
            throw new ArgumentException("fit: class_weight needs one output with labels (N), (N, 1) or, one-hot, (N, classes).");
        var labels = y.Single;
        var classes = labels.ndim == 2 && labels.shape[1] > 1 ? ArgMax.Apply(labels, 1) : labels;
        var numbers = Cast.Apply(classes, TF_DataType.TF_INT32).ToArray<int>();
        return Tensor.From<float>(Array.ConvertAll(numbers, WeightOf), numbers.Length);
    }

    private float WeightOf(int number) => number >= 0 && number < _weights.Length ? _weights[number]
        : throw new ArgumentException(
            $"fit: class_weight has weights for the classes 0 to {_weights.Length - 1}; there is a label {number}.");
}
