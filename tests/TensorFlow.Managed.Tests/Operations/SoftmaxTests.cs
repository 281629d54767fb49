using Tensorflow.Operations;
using static Tensorflow.Binding;

namespace Tensorflow.Tests.Operations;

/// <summary>Softmax, its logarithm, and the cross entropies of logits.</summary>
[TestClass]
public class SoftmaxTests
{
    [TestMethod]
    public void ValuesAndGradientsAreTensorFlows()
    {
        var seen = 0;
        foreach (var golden in Golden.Cases("elementwise"))
        {
            if (golden.Text("op") is not ("softmax" or "log_softmax"))
                continue;
            seen++;
            var x = golden["x"];
            using var tape = tf.GradientTape();
            tape.watch(x);
            var y = golden.Text("op") == "softmax" ? Softmax.Apply(x) : LogSoftmax.Apply(x);
            Near.AreEqual(golden["y"], y, $"{golden} y");
            Near.AreEqual(golden["dx"], tape.gradient(y, new[] { x }, [golden["dy"]])[0], $"{golden} dx");
        }

        Assert.AreEqual(2, seen);
    }

    [TestMethod]
    public void CrossEntropiesAreTensorFlows()
    {
        var seen = 0;
        foreach (var golden in Golden.Cases("losses"))
        {
            var binary = golden.Text("loss") == "binary_crossentropy" && golden.Flag("from_logits")
                && golden.Parameters.GetProperty("label_smoothing").GetDouble() == 0;
            if (!binary && golden.Text("loss") != "sparse_categorical_crossentropy")
                continue;
            seen++;
            Tensor labels = golden["y_true"], logits = golden["y_pred"];
            using var tape = tf.GradientTape();
            tape.watch(logits);
            var loss =
                ReduceMean.Apply(binary ? SigmoidCrossEntropy.Apply(labels, logits) : SparseSoftmaxCrossEntropy.Apply(labels, logits));
            Near.AreEqual(golden["loss"], loss, $"{golden} loss");
            Near.AreEqual(golden["dy_pred"], tape.gradient(loss, logits), $"{golden} dy_pred");
        }

        Assert.AreEqual(3, seen);
    }

    [TestMethod]
    public void GradientsAreTheSlopes()
    {
        var x = FiniteDifferences.Random((2, 3, 4), 1, -2, 2);
        foreach (var axis in new[] { -1, 0, 1 })
        {
            FiniteDifferences.Check($"softmax {axis}", v => Softmax.Apply(v[0], axis), [x]);
            FiniteDifferences.Check($"log softmax {axis}", v => LogSoftmax.Apply(v[0], axis), [x]);
        }

        FiniteDifferences
            .Check("sigmoid cross entropy", v => SigmoidCrossEntropy.Apply(v[0], v[1]), [FiniteDifferences.Random((2, 3, 4), 2, 0, 1), x]);
        var labels = Tensor.From<long>([3, 0, 1, 2, 2, 3], (2, 3));
        FiniteDifferences.Check("sparse cross entropy", v => SparseSoftmaxCrossEntropy.Apply(labels, v[0]), [x]);
    }

    [TestMethod]
    public void SoftmaxAlongAnyAxisSumsToOne()
    {
        var x = FiniteDifferences.Random((3, 4, 5), 1, -9, 9);
        for (var axis = 0; axis < 3; axis++)
        {
            foreach (var sum in ReduceSum.Apply(Softmax.Apply(x, axis), [axis]).ToArray<float>())
                Assert.AreEqual(1, sum, 1e-6);
            Near.AreEqual(Log.Apply(Softmax.Apply(x, axis)), LogSoftmax.Apply(x, axis), $"axis {axis}");
        }
    }

    [TestMethod]
    public void LargeLogitsDoNotOverflow()
    {
        Tensor logits = Tensor.From<float>([1000, -1000, 0, 999], (2, 2));
        CollectionAssert.AreEqual(new float[] { 1, 0, 0, 1 }, Softmax.Apply(logits).ToArray<float>());
        CollectionAssert.AreEqual(new float[] { 0, -2000, -999, 0 }, LogSoftmax.Apply(logits).ToArray<float>());
        CollectionAssert.AreEqual(new[] { 0, 1000, MathF.Log(2), 0 },
            SigmoidCrossEntropy.Apply(Tensor.From<float>([1, 1, 0, 1], (2, 2)), logits).ToArray<float>());
        // What is left of a loss far on the right side is its exponential, not a rounded 0.
        Assert.AreEqual(9.3576e-14f, (float)SigmoidCrossEntropy.Apply((Tensor)0f, (Tensor)(-30f)), 1e-17f);
    }

    [TestMethod]
    public void WrongArgumentsAreNamed()
    {
        var logits = Fill.Zeros((2, 3));
        StringAssert.Contains(
            Assert.ThrowsExactly<ArgumentException>(() => SigmoidCrossEntropy.Apply(Fill.Zeros(2), logits)).Message,
            "labels are float32 of shape (2,), logits float32 of shape (2, 3)");
        StringAssert.Contains(
            Assert.ThrowsExactly<ArgumentException>(() => SparseSoftmaxCrossEntropy.Apply(Tensor.From<int>([0, 3], 2), logits)).Message,
            "the label 3 is none of the 3 classes");
        StringAssert.Contains(Assert.ThrowsExactly<ArgumentException>(() => Softmax.Apply(logits, 2)).Message,
            "x is float32 of shape (2, 3), the axis is 2");
    }
}
