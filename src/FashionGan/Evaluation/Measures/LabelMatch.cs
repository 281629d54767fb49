using System.Numerics.Tensors;
using Tensorflow.NumPy;

namespace FashionGanTf.Evaluation.Measures;

/// <summary>How often the classifier takes pictures for the class that they were asked to be (Shmelkov, Schmid, Alahari: How good is my
/// GAN?, 2018, call it GAN-test). Typical pictures are easily told: it says nothing of variety, so recall belongs beside it.</summary>
/// <param name="All">The share of all pictures.</param>
/// <param name="ByClass">The share of each class's; null for a class without pictures.</param>
public sealed record LabelMatch(double All, IReadOnlyList<double?> ByClass)
{
    /// <summary>Counts.</summary>
    /// <param name="probabilities">float32 (N, classes): what the classifier sees in each picture.</param>
    /// <param name="labels">N classes.</param>
    internal static LabelMatch Of(NDArray probabilities, byte[] labels)
    {
        var (values, classes) = (probabilities.ToArray<float>(), (int)probabilities.shape[1]);
        var (right, all) = (new int[classes], new int[classes]);
        for (var i = 0; i < labels.Length; i++)
        {
            all[labels[i]]++;
            if (TensorPrimitives.IndexOfMax(values.AsSpan(i * classes, classes)) == labels[i])
                right[labels[i]]++;
        }

        return new LabelMatch(
            (double)right.Sum() / labels.Length, [.. right.Zip(all, (yes, count) => count == 0 ? (double?)null : (double)yes / count)]);
    }
}
