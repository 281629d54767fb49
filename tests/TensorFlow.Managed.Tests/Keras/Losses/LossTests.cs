using Tensorflow.Keras.Losses;
using static Tensorflow.Binding;
using static Tensorflow.KerasApi;

namespace Tensorflow.Tests.Keras.Losses;

/// <summary>Losses, their reductions and weights.</summary>
[TestClass]
public class LossTests
{
    private static readonly Tensor s_truth = Tensor.From<float>([0, 1, 1, 0], (2, 2));
    private static readonly Tensor s_predictions = Tensor.From<float>([0.5f, 0.25f, 1f, 0.75f], (2, 2));

    [TestMethod]
    public void ValuesAndGradientsAreTensorFlows()
    {
        var count = 0;
        foreach (var golden in Golden.Cases("losses"))
        {
            var loss = Make(golden);
            var predictions = golden["y_pred"];
            using var tape = tf.GradientTape();
            tape.watch(predictions);
            var value = loss.Call(golden["y_true"], predictions);
            Near.AreEqual(golden["loss"], value, $"{golden} loss");
            Assert.AreEqual(Shape.Scalar, value.shape);
            Near.AreEqual(golden["dy_pred"], tape.gradient(value, predictions), $"{golden} dy_pred");
            count++;
        }

        Assert.AreEqual(7, count);
    }

    /// <summary>golden/make.py.</summary>
    [TestMethod]
    public void MoreLossesArePyTorchs()
    {
        var count = 0;
        foreach (var golden in Golden.Cases("losses_more"))
        {
            var predictions = golden["y_pred"];
            using var tape = tf.GradientTape();
            tape.watch(predictions);
            var value = keras.losses.get(golden.Text("loss")).Call(golden["y_true"], predictions);
            Near.AreEqual(golden["loss"], value, $"{golden} loss");
            Near.AreEqual(golden["dy_pred"], tape.gradient(value, predictions), $"{golden} dy_pred");
            count++;
        }

        Assert.AreEqual(5, count);
        Near.AreEqual(keras.losses.Hinge().Call(new float[,] { { -1, 1 } }, new float[,] { { 0.3f, 0.6f } }),
            keras.losses.Hinge().Call(new float[,] { { 0, 1 } }, new float[,] { { 0.3f, 0.6f } }), "labels of 0 and 1", 0);
        FiniteDifferences.Check("divergence", x => keras.losses.KLDivergence().Call(FiniteDifferences.Random((3, 4), 1, 0.1f, 1), x[0]),
            [FiniteDifferences.Random((3, 4), 2, 0.2f, 0.8f)]);
    }

    [TestMethod]
    public void GradientsAreTheSlopes()
    {
        var labels = FiniteDifferences.Random((3, 4), 1, 0, 1);
        var classes = Tensor.From<int>([2, 0, 3], 3);
        var logits = FiniteDifferences.Random((3, 4), 2);
        var probabilities = FiniteDifferences.Random((3, 4), 3, 0.2f, 0.8f);
        FiniteDifferences.Check("binary, logits", x => keras.losses.BinaryCrossentropy(true, 0.1f).Call(labels, x[0]), [logits]);
        FiniteDifferences.Check("binary", x => keras.losses.BinaryCrossentropy().Call(labels, x[0]), [probabilities]);
        FiniteDifferences.Check("categorical, logits", x => keras.losses.CategoricalCrossentropy(from_logits: true).Call(labels, x[0]),
            [logits]);
        FiniteDifferences.Check("categorical", x => keras.losses.CategoricalCrossentropy().Call(labels, x[0]), [probabilities]);
        FiniteDifferences.Check("sparse", x => keras.losses.SparseCategoricalCrossentropy().Call(classes, x[0]), [probabilities]);
        FiniteDifferences.Check("squared", x => keras.losses.MeanSquaredError().Call(labels, x[0]), [logits]);
    }

    /// <summary>By their formulas in float64, and where Keras' documentation has an example, its numbers.</summary>
    [TestMethod]
    public void OtherLossesAreTheirFormulas()
    {
        var random = new Random(5);
        double[] z = [.. Enumerable.Range(0, 12).Select(_ => (double)(random.NextSingle() * 2))];
        double[] p = [.. z.Select(_ => (double)(random.NextSingle() * 3))];
        Tensor truth = Tensor.From<float>(Array.ConvertAll(z, x => (float)x), (3, 4)),
            predictions = Tensor.From<float>(Array.ConvertAll(p, x => (float)x), (3, 4));
        double Norm(double[] x, int row) => Math.Sqrt(Enumerable.Range(4 * row, 4).Sum(i => x[i] * x[i]));
        double Mean(Func<double, double, double> f) => z.Zip(p, f).Average();
        Check(keras.losses.Huber(), Mean((a, b) => Math.Abs(a - b) <= 1 ? (a - b) * (a - b) / 2 : Math.Abs(a - b) - 0.5));
        Check(keras.losses.Huber(delta: 0.25f), Mean((a, b) => Math.Abs(a - b) <= 0.25 ? (a - b) * (a - b) / 2
            : 0.25 * Math.Abs(a - b) - 0.03125));
        Check(keras.losses.LogCosh(), Mean((a, b) => Math.Log(Math.Cosh(a - b))));
        Check(keras.losses.MeanAbsolutePercentageError(), 100 * Mean((a, b) => Math.Abs(a - b) / Math.Max(a, 1e-7)));
        Check(keras.losses.MeanSquaredLogarithmicError(), Mean((a, b) => Math.Pow(Math.Log(1 + a) - Math.Log(1 + b), 2)));
        Check(keras.losses.CosineSimilarity(), -Enumerable.Range(0, 3)
            .Average(row => Enumerable.Range(4 * row, 4).Sum(i => z[i] * p[i]) / Norm(z, row) / Norm(p, row)));
        Assert.AreEqual(-0.5f, (float)keras.losses.CosineSimilarity(axis: 1).Call(
            new float[,] { { 0, 1 }, { 1, 1 } }, new float[,] { { 1, 0 }, { 1, 1 } }), 1e-6f);
        Assert.AreEqual(0.155f, (float)keras.losses.Huber().Call(
            new float[,] { { 0, 1 }, { 0, 0 } }, new float[,] { { 0.6f, 0.4f }, { 0.4f, 0.6f } }), 1e-6f);
        // TensorFlow Addons' example.
        Near.AreEqual([6.8532745e-06, 1.9097870e-04, 2.0559824e-05], Array.ConvertAll(keras.losses.SigmoidFocalCrossEntropy()
            .Call(new float[,] { { 1 }, { 1 }, { 0 } }, new float[,] { { 0.97f }, { 0.91f }, { 0.03f } }).ToArray<float>(), x => (double)x),
            "focal", 1e-5);

        void Check(ILossFunc loss, double expected) =>
            Assert.AreEqual(expected, (float)loss.Call(truth, predictions), 1e-5 * Math.Abs(expected), loss.Name);
    }

    [TestMethod]
    public void GradientsOfOtherLossesAreTheSlopes()
    {
        var truth = FiniteDifferences.Random((3, 4), 1, 0.3f, 2);
        var predictions = FiniteDifferences.Random((3, 4), 2, 0.3f, 2);
        var labels = tf.constant(new float[,] { { 1, 0 }, { 0, 1 } });
        var probabilities = FiniteDifferences.Random((2, 2), 3, 0.2f, 0.8f);
        foreach (var name in new[] { "huber", "log_cosh", "mape", "msle", "cosine_similarity" })
            FiniteDifferences.Check(
                name, x => keras.losses.get(name).Call(truth, x[0]), [predictions], second: name != "mape", step: 3e-3f);
        FiniteDifferences.Check("focal", x => keras.losses.SigmoidFocalCrossEntropy().Call(labels, x[0]), [probabilities]);
        FiniteDifferences.Check("focal, logits",
            x => keras.losses.SigmoidFocalCrossEntropy(from_logits: true, gamma: 1.5f).Call(labels, x[0]), [predictions[":2", ":2"]]);
        Near.AreEqual(keras.losses.SigmoidFocalCrossEntropy().Call(labels, probabilities),
            keras.losses.SigmoidFocalCrossEntropy(from_logits: true).Call(labels, tf.log(probabilities / (1 - probabilities))), "logits",
            1e-4);
    }

    [TestMethod]
    public void LargeDifferencesAreFinite()
    {
        var loss = keras.losses.LogCosh(ReductionV2.NONE).Call(new float[,] { { 0 }, { 0 } }, new float[,] { { 1000 }, { -1000 } });
        Near.AreEqual([1000 - Math.Log(2), 1000 - Math.Log(2)], Array.ConvertAll(loss.ToArray<float>(), x => (double)x), "log_cosh", 1e-6);
        Assert.AreEqual(0f, (float)keras.losses.CosineSimilarity().Call(new float[,] { { 0, 0 } }, new float[,] { { 1, 2 } }));
        Assert.AreEqual(1e9f, (float)keras.losses.MeanAbsolutePercentageError().Call(new float[,] { { 0 } }, new float[,] { { 1 } }), 1e3f);
        Assert.AreEqual("sum", Reduction.SUM);
        Assert.ThrowsExactly<ArgumentException>(() => keras.losses.Huber(delta: 0f));
    }

    /// <summary>Squared differences 0.25, 0.5625 | 0, 0.5625: the samples' losses are 0.40625 and 0.28125.</summary>
    [TestMethod]
    public void ReductionsAndWeights()
    {
        CollectionAssert.AreEqual(new[] { 0.40625f, 0.28125f }, Squared("none").Call(s_truth, s_predictions).ToArray<float>());
        Assert.AreEqual(0.6875f, (float)Squared("sum").Call(s_truth, s_predictions));
        Assert.AreEqual(0.34375f, (float)Squared("sum_over_batch_size").Call(s_truth, s_predictions));
        Assert.AreEqual(0.34375f, (float)Squared(null).Call(s_truth, s_predictions));
        // The divisor stays the number of samples, as in Keras.
        Tensor weights = new[] { 2f, 0f };
        Assert.AreEqual(0.40625f, (float)Squared(null).Call(s_truth, s_predictions, weights));
        Assert.AreEqual(0.40625f, (float)Squared(null).Call(s_truth, s_predictions, Tensor.From<int>([2, 0], (2, 1))));
        Assert.AreEqual(0.6875f, (float)Squared(null).Call(s_truth, s_predictions, 2f));

        static ILossFunc Squared(string? reduction) => keras.losses.MeanSquaredError(reduction);
    }

    [TestMethod]
    public void AWeightOfASampleCountsForAllThatBelongsToIt()
    {
        var losses = keras.losses.MeanAbsoluteError("none")
            .Call(Zeros((2, 3, 1)), Tensor.From<float>([1, 2, 3, 4, 5, 6], (2, 3, 1)), new[] { 1f, 10f });
        CollectionAssert.AreEqual(new[] { 1f, 2, 3, 40, 50, 60 }, losses.ToArray<float>());
        Assert.AreEqual((2, 3), losses.shape);

        static Tensor Zeros(Shape shape) => Tensorflow.Operations.Fill.Zeros(shape);
    }

    [TestMethod]
    public void CategoricalAgreesWithSparseAndSmoothsTowardsAllClasses()
    {
        var logits = FiniteDifferences.Random((4, 3), 5, -2, 2);
        var classes = Tensor.From<int>([0, 2, 1, 2], 4);
        var oneHot = Tensorflow.Operations.OneHot.Apply(classes, 3);
        var expected = keras.losses.SparseCategoricalCrossentropy(from_logits: true).Call(classes, logits);
        Near.AreEqual(expected, keras.losses.CategoricalCrossentropy(from_logits: true).Call(oneHot, logits), "logits");
        var probabilities = Tensorflow.Operations.Softmax.Apply(logits);
        Near.AreEqual(expected, keras.losses.CategoricalCrossentropy().Call(oneHot, probabilities * 3.0),
            "probabilities, scaled to the sum 1");
        Near.AreEqual(expected, keras.losses.SparseCategoricalCrossentropy().Call(classes, probabilities), "sparse probabilities");
        var smooth = keras.losses.CategoricalCrossentropy(from_logits: true).Call(oneHot * 0.7 + 0.1, logits);
        Near.AreEqual(smooth, keras.losses.CategoricalCrossentropy(from_logits: true, label_smoothing: 0.3f).Call(oneHot, logits),
            "smoothed");
    }

    [TestMethod]
    public void CertaintyAboutTheWrongThingIsFinite()
    {
        var loss = (float)keras.losses.BinaryCrossentropy().Call(new[] { 1f, 0f }, new[] { 0f, 1f });
        // -log(1e-7 + 1e-7) and, because 1 - 1e-7 is 1 - 2^-23 in float32, -log(2^-23 + 1e-7).
        Assert.AreEqual((-Math.Log(2e-7) - Math.Log(Math.Pow(2, -23) + 1e-7)) / 2, loss, 1e-4);
        Assert.IsTrue(
            float.IsFinite((float)keras.losses.BinaryCrossentropy(from_logits: true).Call(new[] { 1f, 0f }, new[] { -1000f, 1000f })));
        Assert.AreEqual(-Math.Log(1e-7), (float)keras.losses.CategoricalCrossentropy().Call(new[] { 1f, 0f }, new[] { 0f, 1f }), 1e-4);
    }

    [TestMethod]
    public void LabelsMayBeIntegersAndLackTheLastAxis()
    {
        var logits = Tensor.From<float>([1, -2, 3], (3, 1));
        var expected = keras.losses.BinaryCrossentropy(from_logits: true).Call(Tensor.From<float>([1, 0, 1], (3, 1)), logits);
        Assert.AreEqual(
            (float)expected, (float)keras.losses.BinaryCrossentropy(from_logits: true).Call(Tensor.From<int>([1, 0, 1], 3), logits));
        Assert.AreEqual(
            (float)expected, (float)keras.losses.BinaryCrossentropy(from_logits: true).Call(Tensor.From<byte>([1, 0, 1], (3, 1)), logits));
        var byRows = keras.losses.BinaryCrossentropy(from_logits: true, axis: 0, reduction: "none")
            .Call(Tensor.From<float>([1, 0, 1], (3, 1)), logits);
        Assert.AreEqual(new Shape(1), byRows.shape);
    }

    [TestMethod]
    public void NothingLosesNothing()
    {
        var empty = Tensorflow.Operations.Fill.Zeros((0, 1));
        foreach (var reduction in new[] { "auto", "sum" })
            Assert.AreEqual(0f, (float)keras.losses.BinaryCrossentropy(from_logits: true, reduction: reduction).Call(empty, empty),
                reduction);
    }

    [TestMethod]
    public void MistakesAreNamed()
    {
        Expect(
            "mean_squared_error: y_true of shape (3, 2) does not fit y_pred of shape (2, 2); they must be equal.",
            () => keras.losses.MeanSquaredError().Call(Tensorflow.Operations.Fill.Zeros((3, 2)), s_predictions));
        Expect(
            "d_loss: y_true of shape (1, 2) does not fit y_pred of shape (2, 2); they must be equal.",
            () => keras.losses.BinaryCrossentropy(name: "d_loss").Call(Tensorflow.Operations.Fill.Zeros((1, 2)), s_predictions));
        Expect(
            "sparse_categorical_crossentropy: y_true of shape (2, 2) does not fit y_pred of shape (2, 2); it must be the shape without " +
            "the classes.",
            () => keras.losses.SparseCategoricalCrossentropy().Call(s_truth, s_predictions));
        Expect(
            "mean_absolute_error: sample_weight of shape (3,) does not fit values of shape (2,).",
            () => keras.losses.MeanAbsoluteError().Call(s_truth, s_predictions, new[] { 1f, 2f, 3f }));
        Expect("mean_absolute_error: predictions must be floating; y_pred is int32.", () => keras.losses.MeanAbsoluteError().Call(1, 1));
        Expect(
            "mean_squared_error: reduction is 'auto', 'sum_over_batch_size', 'sum' or 'none', not 'mean'.", () =>
                keras.losses.MeanSquaredError("mean"));
        Expect("binary_crossentropy: label_smoothing must be a number from 0 to 1; it is 1.5.", () =>
            keras.losses.BinaryCrossentropy(label_smoothing: 1.5f));
        Expect(
            "There is no loss 'hing'; there are binary_crossentropy, categorical_crossentropy, sparse_categorical_crossentropy, " +
            "cosine_similarity, hinge, squared_hinge, categorical_hinge, kl_divergence (kld), poisson, huber, log_cosh, " +
            "mean_squared_error (mse), mean_absolute_error (mae), mean_absolute_percentage_error (mape) " +
            "and mean_squared_logarithmic_error (msle).",
            () => keras.losses.get("hing"));

        static void Expect(string message, Action action) =>
            Assert.AreEqual(message, Assert.ThrowsExactly<ArgumentException>(action).Message);
    }

    private static ILossFunc Make(Golden golden)
    {
        var parameters = golden.Parameters;
        return golden.Text("loss") switch
        {
            "binary_crossentropy" =>
                keras.losses.BinaryCrossentropy(golden.Flag("from_logits"), parameters.GetProperty("label_smoothing").GetSingle()),
            "sparse_categorical_crossentropy" => keras.losses.SparseCategoricalCrossentropy(from_logits: golden.Flag("from_logits")),
            var name => keras.losses.get(name),
        };
    }
}
