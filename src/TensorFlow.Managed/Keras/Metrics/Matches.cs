using Tensorflow.Operations;

namespace Tensorflow.Keras.Metrics;

/// <summary>Where predictions match the truth: 1 or 0 for each value, float32.</summary>
internal static class Matches
{
    private static readonly int[] s_lastAxis = [-1];

    /// <summary>Predictions equal to the truth, (N, ...).</summary>
    internal static Tensor Equal(string owner, Tensor y_true, Tensor y_pred) =>
        AsFloat(Compare.Equal(Aligned(owner, y_true, y_pred), y_pred));

    /// <summary>The part of a sample's last axis where the prediction is on the label's side of the threshold:
    /// (N, ...) from (N, ..., n).</summary>
    internal static Tensor Binary(string owner, Tensor y_true, Tensor y_pred, float threshold)
    {
        var truth = Aligned(owner, y_true, y_pred);
        var sides = Cast.Apply(y_pred > threshold, y_pred.dtype);
        return ReduceMean.Apply(AsFloat(Compare.Equal(truth, sides)), s_lastAxis);
    }

    /// <summary>The largest prediction at the place of the largest label, (N, ...) from (N, ..., classes).</summary>
    internal static Tensor Categorical(string owner, Tensor y_true, Tensor y_pred)
    {
        if (y_true.shape != y_pred.shape || y_pred.ndim == 0)
            throw Misfit(owner, y_true, y_pred, "they must be equal, (N, ..., classes)");
        return AsFloat(Compare.Equal(ArgMax.Apply(y_true, -1), ArgMax.Apply(y_pred, -1)));
    }

    /// <summary>The largest prediction at the label's place, (N, ...) from labels (N, ...) or (N, ...,
    /// 1) and predictions (N, ..., classes).</summary>
    internal static Tensor SparseCategorical(string owner, Tensor y_true, Tensor y_pred)
    {
        var labels = Cast.Apply(y_true, TF_DataType.TF_INT64);
        if (y_pred.ndim > 0 && labels.ndim == y_pred.ndim && labels.shape[-1] == 1)
            labels = Reshape.Apply(labels, labels.shape[..^1]);
        if (y_pred.ndim == 0 || labels.shape != y_pred.shape[..^1])
            throw Misfit(owner, y_true, y_pred, "it must be the shape without the classes");
        return AsFloat(Compare.Equal(labels, ArgMax.Apply(y_pred, -1)));
    }

    /// <summary>Fewer than k predictions larger than the one at the largest label's place, (N, ...) from (N, ..., classes).</summary>
    internal static Tensor TopK(string owner, Tensor y_true, Tensor y_pred, int k)
    {
        if (y_true.shape != y_pred.shape || y_pred.ndim == 0)
            throw Misfit(owner, y_true, y_pred, "they must be equal, (N, ..., classes)");
        var chosen = OneHot.Apply(ArgMax.Apply(y_true, -1), (int)y_pred.shape[-1], -1, TF_DataType.TF_BOOL);
        var there = ReduceSum.Apply(
            Where.Apply(chosen, y_pred, Constant.Scalar(0, y_pred.dtype)), s_lastAxis, keepdims: true);
        return AsFloat(ReduceSum.Apply(AsFloat(Compare.Greater(y_pred, there)), s_lastAxis) < k);
    }

    /// <summary>Whether each prediction is one of the k largest of its last axis; of those that tie the first are.</summary>
    internal static Tensor AreAmongTop(string owner, Tensor y_pred, int k)
    {
        if (y_pred.ndim == 0)
            throw new ArgumentException($"{owner}: top_k needs predictions of one axis or more.");
        var (values, length) = (y_pred.ToArray<float>(), (int)y_pred.shape[-1]);
        var among = new bool[values.Length];
        for (var start = 0; start < values.Length; start += length)
            foreach (var place in Enumerable.Range(start, length).OrderByDescending(i => values[i]).Take(k))
                among[place] = true;
        return Tensor.From<bool>(among, y_pred.shape);
    }

    private static Tensor AsFloat(Tensor matches) => Cast.Apply(matches, TF_DataType.TF_FLOAT);

    // (N) and (N, 1) stand for each other, as everywhere in Keras.
    private static Tensor Aligned(string owner, Tensor y_true, Tensor y_pred)
    {
        var truth = Cast.Apply(y_true, y_pred.dtype);
        if (truth.shape == y_pred.shape)
            return truth;
        var (longer, shorter) = truth.ndim > y_pred.ndim ? (truth.shape, y_pred.shape) : (y_pred.shape, truth.shape);
        return longer.ndim == shorter.ndim + 1 && longer[-1] == 1 && longer.size == shorter.size
            ? Reshape.Apply(truth, y_pred.shape)
            : throw Misfit(owner, y_true, y_pred, "they must be equal");
    }

    private static ArgumentException Misfit(string owner, Tensor y_true, Tensor y_pred, string needed) =>
        new($"{owner}: y_true of shape {y_true.shape} does not fit y_pred of shape {y_pred.shape}; {needed}.");
}
