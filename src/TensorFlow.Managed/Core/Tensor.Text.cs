using Tensorflow.Gradients;

namespace Tensorflow;

public partial class Tensor
{
    /// <summary>Shape, type and elements as TensorFlow's Python prints them;
    /// of more than 1000 elements the first and last three along each axis.</summary>
    public override string ToString()
    {
        var head = $"tf.Tensor: shape={shape}, dtype={dtype.Name()}";
        return !HasValue ? $"{head}, no value" : $"{head}, numpy={(ndim > 1 ? "\n" : "")}{ValueText()}";
    }

    /// <summary>False for a tensor that was handed back, and for one that only stands for a value.</summary>
    private protected bool HasValue => _storage is not null;

    /// <summary>The elements as NumPy prints them.</summary>
    private protected string ValueText()
    {
        using var scope = TensorScope.Begin();
        using var pause = Tape.Pause();
        var (shown, cut) = (this, new bool[ndim]);
        for (var axis = 0; axis < ndim && size > ArrayText.SummariseAbove; axis++)
        {
            if (shape[axis] <= 2 * ArrayText.EdgeItems)
                continue;
            // Only what is shown is read: a data set's array has millions of elements.
            var edges = new int[2 * ArrayText.EdgeItems];
            for (var i = 0; i < edges.Length; i++)
                edges[i] = i < ArrayText.EdgeItems ? i : (int)(shape[axis] - edges.Length + i);
            (shown, cut[axis]) = (Operations.Gather.Apply(shown, edges, axis), true);
        }

        return ArrayText.Format(ArrayText.Words(shown), shown.shape, cut);
    }
}
