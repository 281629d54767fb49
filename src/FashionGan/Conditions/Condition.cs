using Tensorflow;
using static Tensorflow.Binding;

namespace FashionGanTf.Conditions;

/// <summary>What pictures are asked to be, as both networks take it: a row for each picture, a number for each class. A class is a 1
/// among zeros; what lies between classes has parts of 1 that sum to it.</summary>
public static class Condition
{
    /// <summary>The condition of a class.</summary>
    /// <param name="label">The class, below <paramref name="classes"/>.</param>
    /// <param name="classes">How many there are.</param>
    public static float[] Of(int label, int classes)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(label, classes);
        var condition = new float[classes];
        condition[label] = 1;
        return condition;
    }

    /// <summary>The class of a condition; null where it lies between classes.</summary>
    public static int? LabelOf(float[] condition)
    {
        // Shares that were summed up from parts may miss 1 by a rounding.
        var label = Array.FindIndex(condition, share => share > 1 - 1e-5f);
        return label < 0 ? null : label;
    }

    /// <summary>The class of a picture of which nobody said it: they take turns, so that all have as many, give or take one.</summary>
    /// <param name="picture">The picture's number, from 0.</param>
    /// <param name="classes">How many classes there are.</param>
    public static int InTurn(long picture, int classes) => (int)(picture % classes);

    /// <summary>Conditions of consecutive pictures whose classes take turns, (count, classes).</summary>
    internal static Tensor InTurn(long first, int count, int classes) =>
        Rows([.. Enumerable.Range(0, count).Select(i => Of(InTurn(first + i, classes), classes))]);

    /// <summary>Rows as a tensor.</summary>
    internal static Tensor Rows(IReadOnlyList<float[]> rows) =>
        tf.reshape((Tensor)rows.SelectMany(row => row).ToArray(), (rows.Count, rows[0].Length));
}
