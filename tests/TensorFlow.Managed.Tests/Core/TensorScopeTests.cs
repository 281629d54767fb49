using Tensorflow.Operations;
using static Tensorflow.Binding;

namespace Tensorflow.Tests.Core;

/// <summary>How long tensors live, and that a steady loop takes no new memory.</summary>
[TestClass]
public class TensorScopeTests
{
    [TestMethod]
    public void ATensorReadAfterItsScopeSaysSo()
    {
        Tensor tensor;
        using (TensorScope.Begin())
            tensor = Fill.Ones((2, 3)) + 1;
        var error = Assert.ThrowsExactly<ObjectDisposedException>(() => tensor.ToArray<float>());
        StringAssert.Contains(error.Message, "shape (2, 3) was handed back at the end of its batch or scope");
        Assert.ThrowsExactly<ObjectDisposedException>(() => tensor + 1);
    }

    [TestMethod]
    public void WhatIsKeptOutlivesTheScope()
    {
        Tensor kept, inner;
        using (var outer = TensorScope.Begin())
        {
            using (var scope = TensorScope.Begin())
            {
                kept = outer.Keep(scope.Keep(Fill.Ones(3)));
                inner = scope.Keep(Fill.Ones(3));
            }

            CollectionAssert.AreEqual(new float[] { 1, 1, 1 }, inner.ToArray<float>());
        }

        CollectionAssert.AreEqual(new float[] { 1, 1, 1 }, kept.ToArray<float>());
        Assert.ThrowsExactly<ObjectDisposedException>(() => inner.ToArray<float>());
    }

    [TestMethod]
    public void AnArrayOutlivesTheScope()
    {
        NumPy.NDArray array;
        using (TensorScope.Begin())
            array = (Fill.Ones(3) * 2).numpy();
        // What the scope handed back is used again; the array's memory must not be.
        for (var i = 0; i < 10; i++)
            _ = Fill.Zeros(3);
        CollectionAssert.AreEqual(new float[] { 2, 2, 2 }, array.ToArray<float>());
    }

    [TestMethod]
    public void VariablesOutliveTheScope()
    {
        var x = tf.Variable(1f);
        for (var i = 0; i < 3; i++)
            using (TensorScope.Begin())
                x.assign(x * 2.0);
        Assert.AreEqual(8f, (float)x.AsTensor());
    }

    [TestMethod]
    public void ScopesCloseInReverseOrder()
    {
        var outer = TensorScope.Begin();
        var inner = TensorScope.Begin();
        StringAssert.Contains(Assert.ThrowsExactly<InvalidOperationException>(outer.Dispose).Message, "opposite order");
        inner.Dispose();
        outer.Dispose();
    }

    [TestMethod]
    public void ASteadyLoopTakesNoNewMemory()
    {
        Tensor x = FiniteDifferences.Random((8, 6, 6, 16), 1), labels = Fill.Ones((8, 3 * 3 * 16));
        var (gamma, beta) = (tf.Variable(Fill.Ones(16)), tf.Variable(Fill.Zeros(16)));
        var random = new RandomGenerator(1);
        for (var i = 0; i < 5; i++)
            Step();
        var taken = Tensor.Device.BytesTaken;
        var allocated = GC.GetAllocatedBytesForCurrentThread();
        for (var i = 0; i < 200; i++)
            Step();
        Assert.AreEqual(taken, Tensor.Device.BytesTaken);
        Assert.IsLessThan(40_000, (GC.GetAllocatedBytesForCurrentThread() - allocated) / 200, "managed bytes a step");

        void Step()
        {
            using var scope = TensorScope.Begin();
            using var tape = tf.GradientTape();
            var y = BatchNormalization.Training(x, gamma, beta, 1e-3f).Y;
            y = Dropout.Apply(LeakyRelu.Apply(y, 0.3f), 0.3f, random);
            y = MaxPool2D.Apply(y, (2, 2), (2, 2), "same");
            var loss = ReduceMean.Apply(SigmoidCrossEntropy.Apply(labels, Reshape.Apply(y, labels.shape)));
            var (dgamma, dbeta) = tape.gradient(loss, (gamma, beta));
            gamma.assign_sub(dgamma * 0.01);
            beta.assign_sub(dbeta * 0.01);
        }
    }
}
