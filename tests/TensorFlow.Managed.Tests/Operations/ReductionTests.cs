using System.Text.Json;
using Tensorflow.Operations;
using static Tensorflow.Binding;

namespace Tensorflow.Tests.Operations;

/// <summary>Sums, means, largest and smallest elements along axes.</summary>
[TestClass]
public class ReductionTests
{
    private static readonly Dictionary<string, Func<Tensor, int[]?, bool, Tensor>> s_operations = new()
    {
        ["reduce_sum"] = ReduceSum.Apply,
        ["reduce_mean"] = ReduceMean.Apply,
        ["reduce_max"] = ReduceMax.Apply,
        ["reduce_min"] = ReduceMin.Apply,
    };

    [TestMethod]
    public void ValuesAndGradientsAreTensorFlows()
    {
        foreach (var golden in Golden.Cases("reduce"))
        {
            var axis = golden.Parameters.GetProperty("axis");
            int[]? axes = axis.ValueKind switch
            {
                JsonValueKind.Null => null,
                JsonValueKind.Number => [axis.GetInt32()],
                _ => [.. axis.EnumerateArray().Select(a => a.GetInt32())],
            };
            var x = golden["x"];
            using var tape = tf.GradientTape();
            tape.watch(x);
            var y = s_operations[golden.Text("op")](x, axes, golden.Flag("keepdims"));
            Near.AreEqual(golden["y"], y, $"{golden} y");
            var dy = Reshape.Apply(golden["dy"], y.shape);
            Near.AreEqual(golden["dx"], tape.gradient(y, new[] { x }, [dy])[0], $"{golden} dx");
        }
    }

    [TestMethod]
    public void GradientsAreTheSlopes()
    {
        // Elements far enough apart that no step makes another one the largest.
        var values = Enumerable.Range(0, 24).Select(i => i * 7 % 24 * 0.1f).ToArray();
        foreach (var (name, operation) in s_operations)
            foreach (var axes in new int[]?[] { null, [0], [1], [-1], [0, 2], [] })
                FiniteDifferences.Check(
                    $"{name} [{string.Join(", ", axes ?? [])}]", x => Square.Apply(operation(x[0], axes, false)),
                    [Tensor.From<float>(values, (2, 3, 4))]);
    }

    [TestMethod]
    public void EveryTypeAndLayoutIsReducedAsAPlainLoopWould()
    {
        foreach (var shape in new Shape[] { new(3, 4, 5), new(1, 7, 1), new(2, 70_000), new(70_000, 2), new(300, 300) })
        {
            var values = Enumerable.Range(0, (int)shape.size).Select(i => (i * 37 % 101) - 50).ToArray();
            var doubles = Array.ConvertAll(values, v => (double)v);
            for (var axis = 0; axis < shape.ndim; axis++)
            {
                var x = Tensor.From<int>(values, shape);
                var sums = Plain(doubles, shape, axis, (a, b) => a + b);
                Near.AreEqual(sums, Numbers(ReduceSum.Apply(x, [axis])), $"sum {shape} {axis}", 0);
                Near.AreEqual(Plain(doubles, shape, axis, Math.Max), Numbers(ReduceMax.Apply(Cast.Apply(x, tf.int64), [axis])),
                    $"max {shape} {axis}", 0);
                Near.AreEqual(Plain(doubles, shape, axis, Math.Min), Numbers(ReduceMin.Apply(Cast.Apply(x, tf.float32), [axis])),
                    $"min {shape} {axis}", 0);
                Near.AreEqual(
                    Array.ConvertAll(sums, s => s / shape[axis]), Numbers(ReduceMean.Apply(Cast.Apply(x, tf.float64), [axis])),
                    $"mean {shape} {axis}", 1e-12);
            }
        }
    }

    [TestMethod]
    public void TheMeanOfBytesDoesNotWrapAround()
    {
        var x = Fill.Apply(1000, 200, TF_DataType.TF_UINT8);
        Assert.AreEqual(200, (int)ReduceMean.Apply(x));
        Assert.AreEqual(TF_DataType.TF_UINT8, ReduceMean.Apply(x).dtype);
        Assert.AreEqual(-2, (int)ReduceMean.Apply(new[] { -3, -2 }));
    }

    [TestMethod]
    public void TiesShareTheGradient()
    {
        Tensor x = new[,] { { 1f, 3f, 3f }, { 2f, 0f, 1f } };
        using var tape = tf.GradientTape();
        tape.watch(x);
        CollectionAssert.AreEqual(new[] { 0f, 0.5f, 0.5f, 1f, 0f, 0f }, tape.gradient(ReduceMax.Apply(x, [1]), x).ToArray<float>());
    }

    [TestMethod]
    public void NothingSumsToNothing()
    {
        CollectionAssert.AreEqual(new[] { 0f, 0f }, ReduceSum.Apply(tf.zeros((2, 0)), [1]).ToArray<float>());
        Assert.IsTrue(float.IsNaN((float)ReduceMean.Apply(tf.zeros(0))));
        StringAssert.Contains(Assert.ThrowsExactly<ArgumentException>(() => ReduceMax.Apply(tf.zeros((2, 0)), [1])).Message,
            "Max: the shape (2, 0) has no elements");
    }

    [TestMethod]
    public void WhatCannotBeReducedIsNamed()
    {
        StringAssert.Contains(
            Assert.ThrowsExactly<ArgumentException>(() => ReduceSum.Apply(tf.zeros((2, 3)), [2])).Message,
            "There is no axis 2 in the shape (2, 3)");
        StringAssert.Contains(
            Assert.ThrowsExactly<ArgumentException>(() => ReduceSum.Apply(new[] { true, false })).Message,
            "Sum is not defined for bool tensors");
    }

    [TestMethod]
    public void TheLargestIsFoundAsAPlainLoopWould()
    {
        var x = Tensor.From<int>([3, 9, 9, 1, 7, 0, 2, 7, 5, 5, 5, 5], (2, 3, 2));
        CollectionAssert.AreEqual(new long[] { 1, 0, 1, 0 }, ArgMax.Apply(x, 1).ToArray<long>());
        CollectionAssert.AreEqual(new long[] { 0, 0, 0, 1, 0, 1 }, ArgMax.Apply(Cast.Apply(x, tf.float64), 0).ToArray<long>());
        CollectionAssert.AreEqual(new long[] { 1, 0, 0, 1, 0, 0 }, ArgMax.Apply(Cast.Apply(x, tf.float32), -1).ToArray<long>());
        Assert.AreEqual(new Shape(2, 2), ArgMax.Apply(x, 1).shape);
        StringAssert.Contains(Assert.ThrowsExactly<ArgumentException>(() => ArgMax.Apply(tf.zeros((2, 0)), 1)).Message,
            "ArgMax: the shape (2, 0) has no elements");
    }

    [TestMethod]
    public void VarianceIsThatOfAllElements()
    {
        var x = tf.constant(new[,] { { 1f, 3f }, { 2f, 6f } });
        CollectionAssert.AreEqual(new[] { 1f, 4f }, tf.reduce_variance(x, 1).ToArray<float>());
        CollectionAssert.AreEqual(new[] { 1f, 2f }, tf.reduce_std(x, 1).ToArray<float>());
        Assert.AreEqual(new Shape(2, 1), tf.reduce_std(x, 1, keepdims: true).shape);
    }

    private static double[] Numbers(Tensor x) => Cast.Apply(x, tf.float64).ToArray<double>();

    private static double[] Plain(double[] x, Shape shape, int axis, Func<double, double, double> join)
    {
        long outer = shape[..axis].size, reduced = shape[axis], inner = shape[(axis + 1)..].size;
        var y = new double[outer * inner];
        for (var i = 0; i < y.Length; i++)
        {
            var start = i / inner * reduced * inner + i % inner;
            y[i] = x[start];
            for (long r = 1; r < reduced; r++)
                y[i] = join(y[i], x[start + r * inner]);
        }

        return y;
    }
}
