namespace Tensorflow.Tests;

/// <summary>Compares tensors with what they should be.</summary>
public static class Near
{
    /// <summary>
    /// Ten times what TensorFlow differs from itself with oneDNN on and off, relative to the largest magnitude in the tensor
    /// (golden/README.md argues for it).
    /// </summary>
    public const double OneOperation = 1.2e-5;

    /// <summary>Every element is within a tolerance of what is expected, relative to the largest expected magnitude;
    /// shapes are equal.</summary>
    public static void AreEqual(Tensor expected, Tensor? actual, string what, double tolerance = OneOperation)
    {
        Assert.IsNotNull(actual, what);
        // The golden files keep scalars as vectors of one element.
        if (!(expected.size == 1 && actual.size == 1))
            Assert.AreEqual(expected.shape, actual.shape, what);
        AreEqual(Array.ConvertAll(expected.ToArray<float>(), x => (double)x), Array.ConvertAll(actual.ToArray<float>(), x => (double)x),
            what, tolerance);
    }

    public static void AreEqual(double[] expected, double[] actual, string what, double tolerance)
    {
        Assert.HasCount(expected.Length, actual, what);
        var scale = expected.Length == 0 ? 0 : expected.Max(Math.Abs);
        for (var i = 0; i < expected.Length; i++)
            if (!(Math.Abs(expected[i] - actual[i]) <= tolerance * scale))
                Assert.Fail($"{what}: element {i} is {actual[i]:R}, expected {expected[i]:R} (largest magnitude {scale:R}, tolerance " +
                    $"{tolerance:R}).");
    }
}
