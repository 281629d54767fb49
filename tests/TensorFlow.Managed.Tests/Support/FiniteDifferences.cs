using static Tensorflow.Binding;

namespace Tensorflow.Tests;

/// <summary>Holds gradients against differences of the function itself: (f(x + h) - f(x - h)) / 2h, element by element.</summary>
public static class FiniteDifferences
{
    /// <summary>
    /// Checks the first derivatives of sum(f(inputs) * w), w fixed and random, with respect to every input; then, unless told otherwise,
    /// those of the sum of squares of these derivatives, which needs the gradient to be differentiable itself.
    /// </summary>
    /// <param name="f">A function of float32 tensors, smooth where it is asked.</param>
    /// <param name="step">h; the error of the difference grows with its square and with rounding / h.</param>
    /// <param name="tolerance">Relative to the largest derivative of the input. Float32 sums limit it to about 1e-2 at h = 1e-2.</param>
    public static void Check(string what, Func<Tensor[], Tensor> f, Tensor[] inputs, bool second = true, float step = 1e-2f,
        double tolerance = 1e-2)
    {
        var weights = Random(f(inputs).shape, seed: 99);
        Check(what, Weighted, inputs, step, tolerance);
        if (second)
            Check(what + ", second", SquaredGradients, inputs, step, tolerance);

        Tensor Weighted(Tensor[] x) => tf.reduce_sum(f(x) * weights);

        Tensor SquaredGradients(Tensor[] x)
        {
            using var tape = tf.GradientTape();
            foreach (var input in x)
                tape.watch(input);
            var gradients = tape.gradient(Weighted(x), x.AsEnumerable());
            // A linear function's gradient does not depend on x: then the sum is a constant, and its derivative 0.
            return gradients.Where(g => g is not null).Aggregate((Tensor)0f, (sum, g) => sum + tf.reduce_sum(g * g));
        }
    }

    /// <summary>Numbers between -1 and 1 that are the same in every run.</summary>
    public static Tensor Random(Shape shape, int seed, float low = -1, float high = 1)
    {
        var random = new Random(seed);
        var values = new float[shape.size];
        for (var i = 0; i < values.Length; i++)
            values[i] = low + (high - low) * random.NextSingle();
        return tf.constant(values, shape: shape);
    }

    private static void Check(string what, Func<Tensor[], Tensor> scalar, Tensor[] inputs, float step, double tolerance)
    {
        Tensor[] gradients;
        using (var tape = tf.GradientTape())
        {
            foreach (var input in inputs)
                tape.watch(input);
            gradients = tape.gradient(scalar(inputs), inputs.AsEnumerable(), unconnected_gradients: "zero");
        }

        for (var n = 0; n < inputs.Length; n++)
        {
            var values = inputs[n].ToArray<float>();
            var differences = new double[values.Length];
            for (var i = 0; i < values.Length; i++)
                differences[i] =
                    (At(n, i, values[i] + step) - At(n, i, values[i] - step)) / ((double)(values[i] + step) - (values[i] - step));

            var actual = Array.ConvertAll(gradients[n].ToArray<float>(), x => (double)x);
            var scale = Math.Max(1e-2, differences.Max(Math.Abs));
            for (var i = 0; i < actual.Length; i++)
                Assert.AreEqual(differences[i], actual[i], tolerance * scale, $"{what}: input {n}, element {i}");

            double At(int input, int element, float value)
            {
                var moved = inputs[input].ToArray<float>();
                moved[element] = value;
                Tensor[] all = [.. inputs];
                all[input] = tf.constant(moved, shape: inputs[input].shape);
                return (double)scalar(all);
            }
        }
    }
}
