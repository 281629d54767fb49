using Tensorflow.Gradients;
using Tensorflow.Operations;
using static Tensorflow.Binding;

namespace Tensorflow.Tests.Gradients;

/// <summary>What a tape listens to, and what it answers.</summary>
[TestClass]
public class GradientTapeTests
{
    [TestMethod]
    public void UnconnectedSourcesGetNothingOrZeros()
    {
        var (x, other) = (tf.Variable(3f), tf.Variable(new[] { 1f, 2f }));
        using var tape = tf.GradientTape(persistent: true);
        var y = x * x;
        var none = tape.gradient(y, new IVariableV1[] { x, other });
        Assert.AreEqual(6f, (float)none[0]);
        Assert.IsNull(none[1]);
        Assert.IsNull(tape.gradient(y, other));
        var zeros = tape.gradient(y, new IVariableV1[] { other, x }, unconnected_gradients: "zero");
        CollectionAssert.AreEqual(new float[] { 0, 0 }, zeros[0].ToArray<float>());
        Assert.AreEqual(6f, (float)zeros[1]);
        StringAssert.Contains(Assert.ThrowsExactly<ArgumentException>(() => tape.gradient(y, x, "some")).Message,
            "'none' or 'zero', not 'some'");
    }

    [TestMethod]
    public void OnlyTrainableVariablesAreWatchedByThemselves()
    {
        var (trained, fixedOne, unused) = (tf.Variable(2f), tf.Variable(5f, trainable: false), tf.Variable(7f));
        using (var tape = tf.GradientTape())
        {
            var y = fixedOne * trained + trained;
            CollectionAssert.AreEqual(new[] { trained }, tape.watched_variables.ToArray());
            var gradients = tape.gradient(y, new IVariableV1[] { trained, fixedOne, unused });
            Assert.AreEqual(6f, (float)gradients[0]);
            Assert.IsNull(gradients[1]);
            Assert.IsNull(gradients[2]);
        }

        using (var tape = tf.GradientTape())
        {
            tape.watch(fixedOne);
            Assert.AreEqual(2f, (float)tape.gradient(fixedOne * trained, fixedOne));
        }
    }

    [TestMethod]
    public void VariablesAreNotWatchedWhenNobodyWantsIt()
    {
        var (x, w) = (tf.Variable(2f), tf.Variable(3f));
        using var tape = tf.GradientTape(persistent: true, watch_accessed_variables: false);
        Assert.IsNull(tape.gradient(x * w, x));
        Assert.IsEmpty(tape.watched_variables);
        tape.watch(w);
        var y = x * w;
        Assert.AreEqual(2f, (float)tape.gradient(y, w));
        Assert.IsNull(tape.gradient(y, x));
        CollectionAssert.AreEqual(new[] { w }, tape.watched_variables.ToArray());
    }

    [TestMethod]
    public void AVariableReadTwiceIsOneSource()
    {
        var x = tf.Variable(3f);
        using var tape = tf.GradientTape();
        var y = x * x + x.AsTensor() * 4;
        Assert.AreEqual(10f, (float)tape.gradient(y, x));
        Assert.HasCount(1, tape.watched_variables);
    }

    [TestMethod]
    public void WhileStoppedATapeHearsNothing()
    {
        var x = tf.Variable(3f);
        using var tape = tf.GradientTape();
        Tensor hidden;
        using (tape.stop_recording())
            hidden = x * x;
        Assert.AreEqual(9f, (float)tape.gradient(hidden * x, x));
    }

    [TestMethod]
    public void WhatNoSourceAskedForIsNotComputed()
    {
        var (w, b, x) = (tf.Variable(2f), tf.Variable(3f), (Tensor)5f);
        var calls = new Dictionary<string, int> { ["w"] = 0, ["b"] = 0, ["aside"] = 0 };
        using var tape = tf.GradientTape(persistent: true);
        var through = Counted(w, "w");
        var y = Counted(b, "b") * through * x;
        // Depends on w, but the target does not depend on it.
        _ = Counted(through, "aside");
        Assert.AreEqual(15f, (float)tape.gradient(y, w));
        CollectionAssert.AreEqual(new[] { 1, 0, 0 }, calls.Values);
        Assert.AreEqual(10f, (float)tape.gradient(y, b));
        CollectionAssert.AreEqual(new[] { 1, 1, 0 }, calls.Values);

        Tensor Counted(Tensor value, string name) => Tape.Record("Counted", Unrecorded(() => value * 1), value, dy =>
        {
            calls[name]++;
            return dy;
        });
    }

    [TestMethod]
    public void EachInputsGradientIsComputedOnlyWhenNeeded()
    {
        var (w, x) = (tf.Variable(2f), (Tensor)5f);
        using var tape = tf.GradientTape();
        Tensor value = w;
        var y = Tape.Record("Product", Unrecorded(() => value * x), value, dy => dy * x, x, _ =>
            throw new AssertFailedException("Nobody asked for x's gradient."));
        Assert.AreEqual(5f, (float)tape.gradient(y, w));
    }

    [TestMethod]
    public void ATapeThatIsNotPersistentAnswersOnce()
    {
        var x = tf.Variable(3f);
        using var tape = tf.GradientTape();
        var y = x * x;
        tape.gradient(y, x);
        StringAssert.Contains(Assert.ThrowsExactly<RuntimeError>(() => tape.gradient(y, x)).Message, "persistent: true");
    }

    [TestMethod]
    public void TheTargetsGradientMayBeGiven()
    {
        var x = tf.Variable(new[] { 1f, 2f });
        using var tape = tf.GradientTape(persistent: true);
        var y = x * x;
        CollectionAssert.AreEqual(new[] { 6f, -4f }, tape.gradient(y, new IVariableV1[] { x }, [new[] { 3f, -1f }])[0].ToArray<float>());
        StringAssert.Contains(
            Assert.ThrowsExactly<ArgumentException>(() => tape.gradient(y, new IVariableV1[] { x }, [1f])).Message,
            "the target's shape (2,)");
    }

    [TestMethod]
    public void OnlyFloatingTensorsAreWatched()
    {
        using var tape = tf.GradientTape();
        StringAssert.Contains(Assert.ThrowsExactly<ArgumentException>(() => tape.watch((Tensor)3)).Message, "this one is int32");
    }

    [TestMethod]
    public void ATapeListensOnItsOwnThread()
    {
        var x = tf.Variable(3f);
        using var tape = tf.GradientTape();
        Tensor? elsewhere = null;
        var thread = new Thread(() => elsewhere = x * x);
        thread.Start();
        thread.Join();
        Assert.IsEmpty(tape.watched_variables);
        Assert.AreEqual(9f, (float)tape.gradient(elsewhere! * x, x));
    }

    [TestMethod]
    public void AnAssignmentDoesNotChangeWhatATapeHolds()
    {
        var x = tf.Variable(3f);
        using var tape = tf.GradientTape();
        Tensor value = x;
        var y = value * value;
        x.assign(100f);
        x.assign_add(1f);
        Assert.AreEqual(3f, (float)value);
        Assert.AreEqual(6f, (float)tape.gradient(y, x));
        Assert.AreEqual(101f, (float)x.AsTensor());
    }

    /// <summary>What an operation computes before it reports itself.</summary>
    private static Tensor Unrecorded(Func<Tensor> f)
    {
        using (Tape.Pause())
            return f();
    }
}
