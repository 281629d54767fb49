using System.Numerics.Tensors;

namespace Tensorflow.Keras.Initializers;

/// <summary>
/// An orthogonal matrix times a gain (Saxe et al., arXiv 1312.6120): of all axes but the last the rows are made, of the last the columns;
/// whichever are fewer are orthonormal. It is the Q of a normal matrix' QR decomposition, R's diagonal positive, and so uniformly spread.
/// </summary>
public sealed class Orthogonal : RandomInitializer
{
    private readonly float _gain;

    /// <param name="gain">What the matrix is multiplied by.</param>
    /// <param name="seed">Gives the same values for the same shape every time; null draws from the program's stream.</param>
    public Orthogonal(float gain = 1.0f, int? seed = null)
        : base(seed) => _gain = gain;

    private protected override Tensor Draw(Shape shape, RandomGenerator random)
    {
        if (shape.ndim < 2)
            throw new ArgumentException($"Orthogonal: the shape must have two axes or more; it is {shape}.");
        int rows = checked((int)shape[..^1].size), columns = checked((int)shape[-1]);
        var (length, count) = (Math.Max(rows, columns), Math.Min(rows, columns));
        float[] normal;
        using (var numbers = random.Normal((count, length)))
            normal = numbers.ToArray<float>();
        var vectors = Orthonormal(normal, count, length);
        var values = new float[normal.Length];
        for (var row = 0; row < rows; row++)
            for (var column = 0; column < columns; column++)
                values[row * columns + column] = (float)(_gain * (rows < columns ? vectors[row][column] : vectors[column][row]));
        return Tensor.From<float>(values, shape);
    }

    /// <summary>Gram and Schmidt's process, twice for each vector,
    /// which makes them orthogonal to the last bits (Giraud et al., 2005).</summary>
    private static double[][] Orthonormal(float[] normal, int count, int length)
    {
        var vectors = new double[count][];
        for (var i = 0; i < count; i++)
        {
            var vector = vectors[i] = new double[length];
            TensorPrimitives.ConvertTruncating<float, double>(normal.AsSpan(i * length, length), vector);
            for (var pass = 0; pass < 2; pass++)
                for (var j = 0; j < i; j++)
                    TensorPrimitives.MultiplyAdd(vectors[j], -TensorPrimitives.Dot<double>(vectors[j], vector), vector, vector);
            TensorPrimitives.Divide(vector, TensorPrimitives.Norm<double>(vector), vector);
        }

        return vectors;
    }
}
