using Tensorflow.NumPy;

namespace Tensorflow.Keras.Utils;

/// <summary>Helpers for labels.</summary>
public static class np_utils
{
    /// <summary>Class numbers as rows that are 1 at the number and 0 elsewhere, one row an example.</summary>
    /// <param name="y">Class numbers from 0 on, of any shape and number type.</param>
    /// <param name="num_classes">How many classes there are; -1 for the largest number and one.</param>
    /// <param name="dtype">The result's type.</param>
    /// <returns>An array of shape (examples, classes).</returns>
    /// <exception cref="ArgumentException">A number is negative or not below <paramref name="num_classes"/>, or there is none and
    /// <paramref name="num_classes"/> is not given.</exception>
    public static NDArray to_categorical(NDArray y, int num_classes = -1, TF_DataType dtype = TF_DataType.TF_FLOAT)
    {
        var numbers = y.astype(TF_DataType.TF_INT64).ToArray<long>();
        if (num_classes < 0)
            num_classes = numbers.Length == 0
                ? throw new ArgumentException("to_categorical: there is no class number; say num_classes.")
                : checked((int)numbers.Max() + 1);
        foreach (var number in numbers)
            if (number < 0 || number >= num_classes)
                throw new ArgumentException($"to_categorical: the class number {number} is not in 0 to {num_classes - 1}.");
        return Binding.tf.one_hot(Binding.tf.constant(numbers), num_classes, dtype: dtype).numpy();
    }
}
