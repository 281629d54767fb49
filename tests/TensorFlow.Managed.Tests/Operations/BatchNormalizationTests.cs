using Tensorflow.Devices.Cpu;
using Tensorflow.Operations;
using static Tensorflow.Binding;

namespace Tensorflow.Tests.Operations;

/// <summary>Batch normalization, in training and in inference.</summary>
[TestClass]
public class BatchNormalizationTests
{
    [TestMethod]
    public void TrainingIsTensorFlows()
    {
        foreach (var golden in Golden.Cases("batch_normalization"))
        {
            Tensor x = golden["x"], gamma = golden["gamma"], beta = golden["beta"];
            var epsilon = (float)golden.Parameters.GetProperty("epsilon").GetDouble();
            using var tape = tf.GradientTape();
            tape.watch(x);
            tape.watch(gamma);
            tape.watch(beta);
            var (y, mean, variance) = BatchNormalization.Training(x, gamma, beta, epsilon);
            Near.AreEqual(golden["y_training"], y, $"{golden} y");
            var gradients = tape.gradient(y, new[] { x, gamma, beta }, [golden["dy"]]);
            Near.AreEqual(golden["dx"], gradients[0], $"{golden} dx");
            Near.AreEqual(golden["dgamma"], gradients[1], $"{golden} dgamma");
            Near.AreEqual(golden["dbeta"], gradients[2], $"{golden} dbeta");

            // Keras' moving statistics, the variance unbiased where TensorFlow's fused kernel makes it.
            var momentum = golden.Parameters.GetProperty("momentum").GetDouble();
            double n = x.size / x.shape[-1];
            var unbiased = golden.Flag("fused") ? variance * (n / (n - 1)) : variance;
            Near.AreEqual(golden["moving_mean_after"], golden["moving_mean"] * momentum + mean * (1 - momentum), $"{golden} mean");
            Near.AreEqual(golden["moving_variance_after"], golden["moving_variance"] * momentum + unbiased * (1 - momentum),
                $"{golden} variance");
        }
    }

    [TestMethod]
    public void InferenceIsTensorFlows()
    {
        foreach (var golden in Golden.Cases("batch_normalization"))
        {
            var y = BatchNormalization.Inference(
                golden["x"], golden["gamma"], golden["beta"], golden["moving_mean_after"], golden["moving_variance_after"],
                (float)golden.Parameters.GetProperty("epsilon").GetDouble());
            Near.AreEqual(golden["y_inference"], y, $"{golden} y");
        }
    }

    [TestMethod]
    public void GradientsAreTheSlopes()
    {
        var (gamma, beta) = (FiniteDifferences.Random(3, 2, 0.5f, 1.5f), FiniteDifferences.Random(3, 3));
        foreach (Shape shape in new Shape[] { (5, 3), (2, 2, 2, 3) })
        {
            var x = FiniteDifferences.Random(shape, 1);
            FiniteDifferences.Check("training", v => BatchNormalization.Training(v[0], v[1], v[2], 0.1f).Y, [x, gamma, beta]);
            FiniteDifferences.Check("without gamma", v => BatchNormalization.Training(v[0], null, v[1], 0.1f).Y, [x, beta]);
            FiniteDifferences.Check("without beta", v => BatchNormalization.Training(v[0], v[1], null, 0.1f).Y, [x, gamma]);
            FiniteDifferences.Check("plain", v => BatchNormalization.Training(v[0], null, null, 0.1f).Y, [x]);
            var (mean, variance) = (FiniteDifferences.Random(3, 4), FiniteDifferences.Random(3, 5, 0.5f, 2));
            FiniteDifferences.Check("inference", v => BatchNormalization.Inference(v[0], v[1], v[2], mean, variance, 0.1f),
                [x, gamma, beta]);
            FiniteDifferences.Check("plain inference", v => BatchNormalization.Inference(v[0], null, null, mean, variance, 0.1f), [x]);
        }
    }

    [TestMethod]
    public void FusedAndDifferentiableGradientsAgree()
    {
        foreach (Shape shape in new Shape[] { (1, 5), (300, 7), (128, 1100), (6, 5, 4, 33), (70000, 1), (2, 3, 3, 64) })
        {
            Tensor x = FiniteDifferences.Random(shape, 1), dy = FiniteDifferences.Random(shape, 2);
            Tensor gamma = FiniteDifferences.Random(shape[-1], 3, 0.5f, 2), beta = FiniteDifferences.Random(shape[-1], 4);
            var fused = Gradients(persistent: false);
            var differentiable = Gradients(persistent: true);
            for (var i = 0; i < fused.Length; i++)
                Near.AreEqual(differentiable[i], fused[i], $"{shape}, gradient {i}");

            Tensor[] Gradients(bool persistent)
            {
                using var tape = tf.GradientTape(persistent);
                foreach (var source in new[] { x, gamma, beta })
                    tape.watch(source);
                return tape.gradient(BatchNormalization.Training(x, gamma, beta, 1e-1f).Y, new[] { x, gamma, beta }, [dy]);
            }
        }
    }

    [TestMethod]
    public void ResultsAgreeWithTheFormulaAtEverySize()
    {
        foreach (Shape shape in new Shape[] { (1, 1), (2, 15), (3, 16), (5, 17), (130, 257), (33, 1100), (1030, 33), (40000, 2) })
        {
            var (rows, channels) = ((int)shape[0], (int)shape[1]);
            Tensor x = FiniteDifferences.Random(shape, 1), gamma = FiniteDifferences.Random(channels, 2),
                beta = FiniteDifferences.Random(channels, 3);
            var (y, _, _) = BatchNormalization.Training(x, gamma, beta, 1e-2f);
            var (xs, gammas, betas, expected) = (x.ToArray<float>(), gamma.ToArray<float>(), beta.ToArray<float>(), new double[x.size]);
            for (var c = 0; c < channels; c++)
            {
                double mean = 0, variance = 0;
                for (var i = c; i < xs.Length; i += channels)
                    mean += xs[i] / (double)rows;
                for (var i = c; i < xs.Length; i += channels)
                    variance += (xs[i] - mean) * (xs[i] - mean) / rows;
                for (var i = c; i < xs.Length; i += channels)
                    expected[i] = (xs[i] - mean) * gammas[c] / Math.Sqrt(variance + 1e-2f) + betas[c];
            }

            Near.AreEqual(expected, Array.ConvertAll(y.ToArray<float>(), v => (double)v), $"{shape}", 2e-6);
        }
    }

    [TestMethod]
    public void StatisticsAreAccurateWhereTheMeanIsLarge()
    {
        const int rows = 5000;
        foreach (var channels in new[] { 1, 3, 40 })
        {
            var x = FiniteDifferences.Random((rows, channels), 7, 999, 1001);
            var (_, mean, variance) = BatchNormalization.Training(x, null, null, 1e-3f);
            var values = x.ToArray<float>();
            for (var c = 0; c < channels; c++)
            {
                var column = Enumerable.Range(0, rows).Select(r => (double)values[r * channels + c]).ToArray();
                var expected = column.Average();
                Assert.AreEqual(expected, mean.ToArray<float>()[c], 1e-4, $"mean {c}");
                Assert.AreEqual(column.Average(v => (v - expected) * (v - expected)), variance.ToArray<float>()[c], 1e-6, $"variance {c}");
            }
        }
    }

    [TestMethod]
    public void ThreadsDoNotChangeABit()
    {
        Tensor x = FiniteDifferences.Random((640, 14, 40), 1), dy = FiniteDifferences.Random((640, 14, 40), 2),
            gamma = FiniteDifferences.Random(40, 3);
        var threads = Work.Threads;
        try
        {
            Work.Threads = 1;
            var one = Run();
            Work.Threads = 4;
            CollectionAssert.AreEqual(one, Run());
        }
        finally
        {
            Work.Threads = threads;
        }

        float[] Run()
        {
            using var tape = tf.GradientTape();
            tape.watch(x);
            tape.watch(gamma);
            var (y, mean, variance) = BatchNormalization.Training(x, gamma, null, 1e-3f);
            var gradients = tape.gradient(y, new[] { x, gamma }, [dy]);
            return [.. new[] { y, mean, variance, gradients[0], gradients[1] }.SelectMany(t => t.ToArray<float>())];
        }
    }

    [TestMethod]
    public void AnImageDoesNotDependOnItsBatch()
    {
        Tensor x = FiniteDifferences.Random((9, 5, 5, 37), 1), mean = FiniteDifferences.Random(37, 2),
            variance = FiniteDifferences.Random(37, 3, 0.5f, 2);
        var all = BatchNormalization.Inference(x, null, null, mean, variance, 1e-3f).ToArray<float>();
        const int image = 5 * 5 * 37;
        for (var n = 0; n < 9; n++)
        {
            var alone = Tensor.From<float>(x.ToArray<float>().AsSpan(n * image, image), (1, 5, 5, 37));
            CollectionAssert.AreEqual(all[(n * image)..((n + 1) * image)],
                BatchNormalization.Inference(alone, null, null, mean, variance, 1e-3f).ToArray<float>());
        }

        var none = BatchNormalization.Inference(Fill.Zeros((0, 5, 5, 37)), null, null, mean, variance, 1e-3f);
        Assert.AreEqual((0, 5, 5, 37), none.shape);
    }

    [TestMethod]
    public void WrongArgumentsAreNamed()
    {
        var x = Fill.Zeros((4, 3));
        StringAssert.Contains(
            Assert.ThrowsExactly<ArgumentException>(() => BatchNormalization.Training(x, Fill.Ones(2), null, 1e-3f)).Message,
            "gamma must be float32 of shape (3,) for x of shape (4, 3); it is float32 of shape (2,)");
        StringAssert.Contains(
            Assert.ThrowsExactly<ArgumentException>(() => BatchNormalization.Training(Fill.Zeros((0, 3)), null, null, 1e-3f)).Message,
            "no statistics; x has the shape (0, 3)");
        StringAssert.Contains(
            Assert.ThrowsExactly<ArgumentException>(
                () => BatchNormalization.Training(Fill.Zeros((4, 3), TF_DataType.TF_DOUBLE), null, null, 1e-3f)).Message,
            "it is float64 of shape (4, 3)");
    }
}
