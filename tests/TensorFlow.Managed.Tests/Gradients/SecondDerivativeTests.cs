using Tensorflow.Operations;
using static Tensorflow.Binding;

namespace Tensorflow.Tests.Gradients;

/// <summary>Gradients of gradients, which WGAN-GP and R1 need, and tapes that are asked more than once.</summary>
[TestClass]
public class SecondDerivativeTests
{
    private static readonly Golden[] s_golden = [.. Golden.Cases("gradient_tape")];

    [TestMethod]
    public void AGradientPenaltyIsTensorFlows()
    {
        var golden = s_golden[0];
        Tensor x = golden["x"], w = golden["w"];
        using var outer = tf.GradientTape();
        outer.watch(x);
        outer.watch(w);
        Tensor gradient;
        using (var inner = tf.GradientTape())
        {
            inner.watch(x);
            var y = Tanh.Apply(MatMul.Apply(x, w));
            gradient = inner.gradient(y * y, x);
        }

        Near.AreEqual(golden["grad_x"], gradient, "grad_x");
        var penalty = ReduceSum.Apply(gradient * gradient);
        Near.AreEqual(golden["penalty"], penalty, "penalty");
        var gradients = outer.gradient(penalty, new[] { w, x });
        Near.AreEqual(golden["dw"], gradients[0], "dw");
        Near.AreEqual(golden["dx"], gradients[1], "dx");
    }

    [TestMethod]
    public void R1IsTensorFlows()
    {
        var golden = s_golden[1];
        var x = golden["x"];
        var kernel = tf.Variable(golden["kernel"]);
        var dense = tf.Variable(golden["dense"]);
        using var outer = tf.GradientTape();
        Tensor gradient;
        using (var inner = tf.GradientTape())
        {
            inner.watch(x);
            var features = LeakyRelu.Apply(Conv2D.Apply(x, kernel, (2, 2), "same", (1, 1)), 0.2f);
            var logits = MatMul.Apply(Reshape.Apply(features, (x.shape[0], -1)), dense);
            Near.AreEqual(golden["logits"], logits, "logits");
            gradient = inner.gradient(logits, x);
        }

        Near.AreEqual(golden["grad_x"], gradient, "grad_x");
        var penalty = ReduceMean.Apply(ReduceSum.Apply(gradient * gradient, [1, 2, 3]));
        Near.AreEqual(golden["penalty"], penalty, "penalty");
        var (dkernel, ddense) = outer.gradient(penalty, (kernel, dense));
        Near.AreEqual(golden["dkernel"], dkernel, "dkernel");
        Near.AreEqual(golden["ddense"], ddense, "ddense");
    }

    [TestMethod]
    public void APersistentTapeAnswersTwice()
    {
        var golden = s_golden[2];
        var x = golden["x"];
        using var tape = tf.GradientTape(persistent: true);
        tape.watch(x);
        var a = Exp.Apply(x);
        var c = a * x + StopGradient.Apply(a);
        Near.AreEqual(golden["da"], tape.gradient(a, x), "da");
        Near.AreEqual(golden["dc"], tape.gradient(c, x), "dc");
        Near.AreEqual(golden["da"], tape.gradient(a, x), "da again");
    }

    [TestMethod]
    public void APersistentTapeSeesItsOwnGradients()
    {
        Tensor x = new[] { -1f, 0.5f, 2f };
        using var tape = tf.GradientTape(persistent: true);
        tape.watch(x);
        var first = tape.gradient(x * x * x, x);
        var second = tape.gradient(first, x);
        CollectionAssert.AreEqual(new[] { 3f, 0.75f, 12f }, first.ToArray<float>());
        CollectionAssert.AreEqual(new[] { -6f, 3f, 12f }, second.ToArray<float>());
    }

    [TestMethod]
    public void ThreeTapesGiveThirdDerivatives()
    {
        var x = tf.Variable(2f);
        using var third = tf.GradientTape();
        using var second = tf.GradientTape();
        using var first = tf.GradientTape();
        Tensor value = x;
        var d1 = first.gradient(value * value * value * value, x);
        var d2 = second.gradient(d1, x);
        var d3 = third.gradient(d2, x);
        Assert.AreEqual((32f, 48f, 48f), ((float)d1, (float)d2, (float)d3));
    }

    [TestMethod]
    public void AnInnerTapeMayBeDisposed()
    {
        var x = tf.Variable(3f);
        using var outer = tf.GradientTape();
        var y = x * x;
        using (var inner = tf.GradientTape())
        {
            y = y * x;
        }

        using (tf.GradientTape())
        {
        }

        y = y * x;
        Assert.AreEqual(4 * 27f, (float)outer.gradient(y, x));
    }
}
