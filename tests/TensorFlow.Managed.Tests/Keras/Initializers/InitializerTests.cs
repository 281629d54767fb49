using Tensorflow.Keras.Initializers;
using static Tensorflow.Binding;
using static Tensorflow.KerasApi;

namespace Tensorflow.Tests.Keras.Initializers;

/// <summary>What weights start with: distributions against TensorFlow's, fans, seeds, names.</summary>
[TestClass]
public class InitializerTests
{
    /// <summary>
    /// The standard deviation of n draws varies by 1/sqrt(2n) of itself for a normal distribution, less for the others; that of the
    /// difference of two by sqrt(2) more: six times that is 6/sqrt(n). The largest of n draws lies, but for a chance of e^-20, within 20/n
    /// of a uniform distribution's bound, within 88/n of a cut normal one's (whose density at the cut is 0.113 for both sides together),
    /// and between 3.3 and 7.5 standard deviations for 90,000 normal ones.
    /// </summary>
    [TestMethod]
    public void DistributionsAreTensorFlows()
    {
        var count = 0;
        foreach (var golden in Golden.Cases("initializers"))
        {
            Shape shape = golden.Parameters.GetProperty("shape").EnumerateArray().Select(size => size.GetInt64()).ToArray();
            var name = golden.Text("initializer");
            var values = Seeded(name).Apply(shape).ToArray<float>();
            double deviation = golden.Values<double>("std")[0], largest = golden.Values<double>("max_abs")[0], n = values.Length;
            Assert.AreEqual(deviation, Deviation(values), deviation * 6 / Math.Sqrt(n), $"{golden} std");
            var (low, high) = name switch
            {
                "glorot_uniform" => (largest * (1 - 20 / n), largest * (1 + 20 / n)),
                "random_normal" => (3.3 * deviation, 7.5 * deviation),
                // Entries of unit vectors in 64 dimensions: 2,048 of them with a deviation of 1/8.
                "orthogonal" => (0.3, 0.8),
                _ => (largest * (1 - 88 / n), largest * (1 + 88 / n)),
            };
            var actual = values.Max(Math.Abs);
            Assert.IsTrue(actual >= low && actual <= high, $"{golden} max_abs {actual}, not from {low} to {high}");
            Assert.AreEqual(0, values.Average(), 6 * deviation / Math.Sqrt(n), $"{golden} mean");
            count++;
        }

        Assert.AreEqual(6, count);
    }

    /// <summary>Where weights are loaded next: zeros on this thread until the scope ends, and no random number is used up; another thread
    /// goes on drawing.</summary>
    [TestMethod]
    public void SkippedInitializersGiveZeros()
    {
        var initializer = keras.initializers.GlorotUniform();
        var drawn = keras.initializers.RandomNormal(seed: 5).Apply((3, 4)).ToArray<float>();
        using var own = tf.random.use_generator(tf.random.Generator.from_seed(1));
        var counter = tf.random.get_global_generator().counter;
        using (RandomInitializer.Skip())
        {
            using (RandomInitializer.Skip())
                CollectionAssert.AreEqual(new float[12], initializer.Apply((3, 4)).ToArray<float>());
            CollectionAssert.AreEqual(new float[12], keras.initializers.RandomNormal(seed: 5).Apply((3, 4)).ToArray<float>());
            CollectionAssert.AreEqual(new float[] { 1, 1 }, keras.initializers.Ones().Apply(2).ToArray<float>());
            float[] other = [];
            var thread = new Thread(() => other = keras.initializers.RandomNormal(seed: 5).Apply((3, 4)).ToArray<float>());
            thread.Start();
            thread.Join();
            CollectionAssert.AreEqual(drawn, other);
        }

        Assert.AreEqual(counter, tf.random.get_global_generator().counter);
        Assert.IsTrue(initializer.Apply((3, 4)).ToArray<float>().Any(value => value != 0));
    }

    [TestMethod]
    public void FansAreKeras()
    {
        Assert.AreEqual((100.0, 12544.0), VarianceScaling.Fans((100, 12544)));
        Assert.AreEqual((25.0 * 64, 25.0 * 128), VarianceScaling.Fans((5, 5, 64, 128)));
        Assert.AreEqual((7.0, 7.0), VarianceScaling.Fans(7));
        Assert.AreEqual((1.0, 1.0), VarianceScaling.Fans(Shape.Scalar));
    }

    [TestMethod]
    public void UniformBoundsFollowFromTheFans()
    {
        AssertBound(Math.Sqrt(6.0 / (300 + 200)), new GlorotUniform(1).Apply((300, 200)));
        AssertBound(Math.Sqrt(6.0 / 300), new HeUniform(1).Apply((300, 200)));
        AssertBound(0.25, new RandomUniform(-0.25f, 0.25f, 1).Apply((300, 200)));

        static void AssertBound(double bound, Tensor values) =>
            Assert.AreEqual(bound, values.ToArray<float>().Max(Math.Abs), bound * 20 / values.size);
    }

    [TestMethod]
    [DataRow(64, 32)]
    [DataRow(32, 64)]
    [DataRow(5, 5)]
    [DataRow(1, 1)]
    public void OrthogonalMatricesAreOrthogonal(int rows, int columns)
    {
        var matrix = keras.initializers.Orthogonal(gain: 2f, seed: 3).Apply((rows, columns)).ToArray<float>();
        var fewer = Math.Min(rows, columns);
        for (var i = 0; i < fewer; i++)
            for (var j = 0; j < fewer; j++)
            {
                double product = 0;
                for (var k = 0; k < Math.Max(rows, columns); k++)
                    product += rows < columns
                        ? (double)matrix[i * columns + k] * matrix[j * columns + k]
                        : (double)matrix[k * columns + i] * matrix[k * columns + j];
                Assert.AreEqual(i == j ? 4 : 0, product, 1e-6);
            }
    }

    [TestMethod]
    public void OrthogonalKernelsTakeTheirRowsFromAllAxesButTheLast()
    {
        Assert.AreEqual((3, 3, 2, 4), keras.initializers.Orthogonal(seed: 3).Apply((3, 3, 2, 4)).shape);
        CollectionAssert.AreEqual(
            keras.initializers.Orthogonal(seed: 3).Apply((18, 4)).ToArray<float>(),
            keras.initializers.Orthogonal(seed: 3).Apply((3, 3, 2, 4)).ToArray<float>());
    }

    [TestMethod]
    public void ConstantsAndTypes()
    {
        CollectionAssert.AreEqual(new[] { 0f, 0f }, keras.initializers.Zeros().Apply(2).ToArray<float>());
        CollectionAssert.AreEqual(new[] { 1, 1 }, keras.initializers.Ones().Apply(2, TF_DataType.TF_INT32).ToArray<int>());
        CollectionAssert.AreEqual(new[] { 2.5, 2.5 }, keras.initializers.Constant(2.5f).Apply(2, TF_DataType.TF_DOUBLE).ToArray<double>());
        Assert.AreEqual(TF_DataType.TF_DOUBLE, keras.initializers.HeNormal().Apply((2, 2), TF_DataType.TF_DOUBLE).dtype);
        Assert.AreEqual(0L, keras.initializers.GlorotUniform().Apply((0, 3)).size);
    }

    [TestMethod]
    public void ASeedRepeatsAndOthersDiffer()
    {
        CollectionAssert.AreEqual(Values(7), Values(7));
        CollectionAssert.AreNotEqual(Values(7), Values(8));
        CollectionAssert.AreNotEqual(Values(null), Values(null));
        var initializer = keras.initializers.HeNormal(5);
        CollectionAssert.AreEqual(initializer.Apply((3, 4)).ToArray<float>(), initializer.Apply((3, 4)).ToArray<float>());

        static float[] Values(int? seed) => keras.initializers.GlorotNormal(seed).Apply((3, 4)).ToArray<float>();
    }

    [TestMethod]
    public void TheProgramsSeedRepeats()
    {
        keras.utils.set_random_seed(11);
        var first = keras.initializers.GlorotUniform().Apply((3, 4)).ToArray<float>();
        tf.set_random_seed(11);
        CollectionAssert.AreEqual(first, keras.initializers.GlorotUniform().Apply((3, 4)).ToArray<float>());
    }

    [TestMethod]
    public void NamesFindInitializersAndMistakesAreNamed()
    {
        var names = new[]
        {
            "glorot_uniform", "glorot_normal", "he_uniform", "he_normal", "random_normal", "random_uniform", "truncated_normal",
                "orthogonal",
            "zeros", "ones", "constant",
        };
        foreach (var name in names)
            Assert.AreEqual(name.Replace("_", ""), keras.initializers.get(name).GetType().Name.ToLowerInvariant());
        var message = Message(() => keras.initializers.get("glorot"));
        StringAssert.StartsWith(message, "There is no initializer 'glorot'; there are ");
        foreach (var name in names)
            StringAssert.Contains(message, name);
        Assert.AreEqual("Orthogonal: the shape must have two axes or more; it is (3,).",
            Message(() => keras.initializers.Orthogonal().Apply(3)));
        Assert.AreEqual("RandomNormal: stddev must be 0 or more; it is -1.", Message(() => keras.initializers.RandomNormal(0, -1)));
        Assert.AreEqual("RandomUniform: minval must not be above maxval; they are 1 and 0.",
            Message(() => keras.initializers.RandomUniform(1, 0)));
        Assert.AreEqual("HeNormal gives floating values, not int32.",
            Message(() => keras.initializers.HeNormal().Apply(3, TF_DataType.TF_INT32)));

        static string Message(Action action) => Assert.ThrowsExactly<ArgumentException>(action).Message;
    }

    private static IInitializer Seeded(string name) => name switch
    {
        "glorot_uniform" => new GlorotUniform(1),
        "glorot_normal" => new GlorotNormal(2),
        "he_normal" => new HeNormal(3),
        "random_normal" => new RandomNormal(seed: 4),
        "truncated_normal" => new TruncatedNormal(seed: 5),
        _ => new Orthogonal(seed: 6),
    };

    private static double Deviation(float[] values)
    {
        double sum = 0, squares = 0;
        foreach (double value in values)
            (sum, squares) = (sum + value, squares + value * value);
        return Math.Sqrt(squares / values.Length - sum / values.Length * (sum / values.Length));
    }
}
