using Tensorflow.Operations;
using static Tensorflow.Binding;

namespace Tensorflow.Tests.Operations;

/// <summary>Operations that move elements: their values, gradients, types and messages.</summary>
[TestClass]
public class ShapeOperationsTests
{
    private static readonly Dictionary<string, Func<Tensor, Tensor>> s_operations = new()
    {
        ["reshape"] = x => Reshape.Apply(x, (4, 6)),
        ["transpose_021"] = x => Transpose.Apply(x, [0, 2, 1]),
        ["tile_1_2_1"] = x => Tile.Apply(x, [1, 2, 1]),
        ["expand_dims_1"] = x => ExpandDims.Apply(x, 1),
        ["slice_0_1_1__2_2_2"] = x => Tensorflow.Operations.Slice.Apply(x, [0, 1, 1], [2, 2, 2]),
        ["pad_001_1020"] = x => Pad.Apply(x, [(0, 0), (1, 1), (0, 2)]),
        ["gather_axis1_2_0_2"] = x => Gather.Apply(x, new[] { 2, 0, 2 }, 1),
    };

    [TestMethod]
    public void ValuesAndGradientsAreTensorFlows()
    {
        foreach (var golden in Golden.Cases("shape_ops"))
        {
            Tensor[] inputs = golden.Has("x") ? [golden["x"]] : [golden["a"], golden["b"]];
            using var tape = tf.GradientTape();
            foreach (var input in inputs)
                tape.watch(input);
            var y = golden.Text("op") == "concat"
                ? Concat.Apply(inputs, golden.Parameters.GetProperty("axis").GetInt32())
                : s_operations[golden.Text("op")](inputs[0]);
            Near.AreEqual(golden["y"], y, $"{golden} y");
            var gradients = tape.gradient(y, inputs, [golden["dy"]]);
            Near.AreEqual(golden[golden.Has("x") ? "dx" : "da"], gradients[0], $"{golden} first gradient");
            if (inputs.Length > 1)
                Near.AreEqual(golden["db"], gradients[1], $"{golden} db");
        }
    }

    [TestMethod]
    public void GradientsAreTheSlopes()
    {
        var x = FiniteDifferences.Random((2, 3, 4), 1);
        (string, Func<Tensor, Tensor>)[] more =
        [
            ("transpose", y => Transpose.Apply(y)),
            ("transpose 120", y => Transpose.Apply(y, [1, 2, 0])),
            ("tile", y => Tile.Apply(y, [2, 1, 3])),
            ("squeeze", y => Squeeze.Apply(ExpandDims.Apply(y, -1))),
            ("slice with steps", y => Tensorflow.Operations.Slice.Apply(y, [1, 2, 0], [2, 2, 2], [-1, -2, 3])),
            ("gather of a matrix", y => Gather.Apply(y, new[,] { { 3, 0 }, { 0, 0 } }, -1)),
            ("unstack", y => Unstack.Apply(y, 1)[1] * Unstack.Apply(y, 1)[2]),
            ("split", y => Split.Apply(y, [1L, 3], 2)[1]),
            ("where", y => Where.Apply(x > 0, y, 2 * y)),
        ];
        foreach (var (name, operation) in s_operations.Select(pair => (pair.Key, pair.Value)).Concat(more))
            FiniteDifferences.Check(name, y => Square.Apply(operation(y[0])), [x]);
        FiniteDifferences.Check(
            "concat and stack",
            y => Stack.Apply([Concat.Apply([y[0], y[1]], 1), Concat.Apply([y[1], y[0]], 1) * 3], 1),
            [FiniteDifferences.Random((2, 3), 2), FiniteDifferences.Random((2, 2), 3)]);
        FiniteDifferences.Check(
            "where, broadcast",
            y => Where.Apply(new[,] { { true }, { false } }, y[0], y[1]),
            [FiniteDifferences.Random(3, 4), FiniteDifferences.Random((2, 1), 5)]);
    }

    /// <summary>Few places, more than threads look through all indices for, and none that is asked for.</summary>
    [TestMethod]
    [DataRow(1, 7, 1, 500)]
    [DataRow(3, 5, 4, 90)]
    [DataRow(2, 200_000, 3, 40)]
    [DataRow(2, 4, 3, 0)]
    public void WhatWasGatheredIsAddedInItsOrder(int outer, int size, int inner, int count)
    {
        var random = new Random(1);
        int[] indices = [.. Enumerable.Range(0, count).Select(_ => random.Next(size) / 3 * 2)];
        var (x, dy) = (tf.zeros((outer, size, inner)), FiniteDifferences.Random((outer, count, inner), 2));
        using var tape = tf.GradientTape();
        tape.watch(x);
        var dx = tape.gradient(tf.reduce_sum(Gather.Apply(x, indices, 1) * dy), x).ToArray<float>();
        var (expected, values) = (new float[dx.Length], dy.ToArray<float>());
        for (var o = 0; o < outer; o++)
            for (var k = 0; k < count; k++)
                for (var i = 0; i < inner; i++)
                    expected[(o * size + indices[k]) * inner + i] += values[(o * count + k) * inner + i];
        CollectionAssert.AreEqual(expected, dx);
    }

    [TestMethod]
    public void EveryTypeIsMoved()
    {
        foreach (var dtype in new[] { tf.float32, tf.float64, tf.int32, tf.int64, tf.uint8, tf.@bool })
        {
            var x = Cast.Apply(Reshape.Apply(tf.range(6), (2, 3)), dtype);
            Check("transpose", Transpose.Apply(x), 0, 3, 1, 4, 2, 5);
            Check("tile", Tile.Apply(x, [1, 2]), 0, 1, 2, 0, 1, 2, 3, 4, 5, 3, 4, 5);
            Check("slice", Tensorflow.Operations.Slice.Apply(x, [0, 2], [2, 2], [1, -1]), 2, 1, 5, 4);
            Check("pad", Pad.Apply(x, [(0, 0), (1, 0)], 1), 1, 0, 1, 2, 1, 3, 4, 5);
            Check("concat", Concat.Apply([x, x], 0), 0, 1, 2, 3, 4, 5, 0, 1, 2, 3, 4, 5);
            Check("gather", Gather.Apply(x, new long[] { 2, 2, 0 }, 1), 2, 2, 0, 5, 5, 3);
            Check("where", Where.Apply(new[] { true, false, true }, x, Cast.Apply(0, dtype)), 0, 0, 2, 3, 0, 5);

            void Check(string what, Tensor actual, params int[] expected)
            {
                Assert.AreEqual(dtype, actual.dtype, what);
                var converted = Cast.Apply(Cast.Apply(tf.constant(expected), dtype), tf.int32).ToArray<int>();
                CollectionAssert.AreEqual(converted, Cast.Apply(actual, tf.int32).ToArray<int>(), $"{what} of {dtype}");
            }
        }
    }

    [TestMethod]
    public void LargeTensorsMoveAsAPlainLoopWould()
    {
        // Larger than a piece of work, with sizes that leave tails.
        long[] sizes = [37, 1, 53, 41];
        int[] permutation = [3, 0, 2, 1];
        var x = Reshape.Apply(tf.range(37 * 53 * 41), sizes);
        var y = Transpose.Apply(x, permutation);
        Assert.AreEqual(new Shape(41, 37, 53, 1), y.shape);
        var values = y.ToArray<int>();
        for (var a = 0; a < 37; a++)
            for (var c = 0; c < 53; c++)
                for (var d = 0; d < 41; d++)
                    Assert.AreEqual((a * 53 + c) * 41 + d, values[(d * 37 + a) * 53 + c]);

        var padded = Pad.Apply(x, [(1, 0), (0, 2), (3, 4), (0, 5)], value: -1);
        Assert.AreEqual(new Shape(38, 3, 60, 46), padded.shape);
        Assert.AreEqual(37 * 53 * 41, padded.ToArray<int>().Count(v => v >= 0));
        CollectionAssert.AreEqual(x.ToArray<int>(), Tensorflow.Operations.Slice.Apply(padded, [1, 0, 3, 0], sizes).ToArray<int>());
    }

    [TestMethod]
    public void SquareAndUnevenCutsGiveBackTheWhole()
    {
        var x = Reshape.Apply(tf.range(24), (2, 3, 4));
        for (var axis = -3; axis < 3; axis++)
        {
            CollectionAssert.AreEqual(x.ToArray<int>(), Stack.Apply(Unstack.Apply(x, axis), axis).ToArray<int>());
            Assert.AreEqual(x.shape, Concat.Apply(Split.Apply(x, (int)x.shape[axis], axis), axis).shape);
        }

        var parts = Split.Apply(x, [3L, 0, 1], 2);
        CollectionAssert.AreEqual(new[] { 3L, 0L, 1L }, parts.Select(part => part.shape[2]).ToArray());
        CollectionAssert.AreEqual(x.ToArray<int>(), Concat.Apply(parts, 2).ToArray<int>());
    }

    [TestMethod]
    public void EqualIndicesAddTheirGradients()
    {
        var x = tf.zeros((3, 70_000));
        using var tape = tf.GradientTape();
        tape.watch(x);
        var gradient = tape.gradient(Gather.Apply(x, new[] { 1, 1, 2, 1 }), x);
        CollectionAssert.AreEqual(new[] { 0f, 3f * 70_000, 70_000f }, ReduceSum.Apply(gradient, [1]).ToArray<float>());
        Assert.AreEqual(3f, gradient.ToArray<float>().Max());
    }

    [TestMethod]
    public void OneHotMarksTheIndexAndNothingOutside()
    {
        Tensor indices = new[] { 1, 3, -1, 0 };
        CollectionAssert.AreEqual(new[] { 0f, 1, 0, 0, 0, 0, 0, 0, 0, 1, 0, 0 }, OneHot.Apply(indices, 3).ToArray<float>());
        Assert.AreEqual(new Shape(3, 4), OneHot.Apply(indices, 3, axis: 0).shape);
        CollectionAssert.AreEqual(new[] { 7, 5, 5, 7 }, tf.one_hot(new[] { 0, 1 }, 2, on_value: 7, off_value: 5).ToArray<int>());
    }

    [TestMethod]
    public void WhereGivesThePlacesOfTheTrueElements()
    {
        var places = tf.where(new[,] { { false, true, false }, { true, false, true } });
        Assert.AreEqual(new Shape(3, 2), places.shape);
        CollectionAssert.AreEqual(new long[] { 0, 1, 1, 0, 1, 2 }, places.ToArray<long>());
        Assert.AreEqual(new Shape(0, 1), tf.where(new[] { false }).shape);
    }

    [TestMethod]
    public void NoGradientFlowsThroughAStop()
    {
        Tensor x = 3f;
        using var tape = tf.GradientTape();
        tape.watch(x);
        Assert.AreEqual(3f, (float)tape.gradient(x * tf.stop_gradient(x), x));
    }

    [TestMethod]
    public void SequencesAreExactAtTheirEnds()
    {
        CollectionAssert.AreEqual(new[] { 5, 3, 1 }, tf.range(5, 0, -2).ToArray<int>());
        CollectionAssert.AreEqual(new[] { 0f, 0.5f, 1f }, tf.range(0f, 1.25f, 0.5f).ToArray<float>());
        Assert.AreEqual(0, tf.range(3, 3).size);
        var line = tf.linspace(-1, 1, 7).ToArray<float>();
        Assert.AreEqual((-1f, 0f, 1f, 7), (line[0], line[3], line[6], line.Length));
        Assert.AreEqual("Range: delta must not be 0.", Assert.ThrowsExactly<ArgumentException>(() => tf.range(0, 1, 0)).Message);
    }

    [TestMethod]
    [DataRow("Transpose: [0, 0] does not name each axis of the shape (2, 3) once.")]
    [DataRow("Transpose: [0] does not name each axis of the shape (2, 3) once.")]
    [DataRow("Tile: multiples [2] must be one number, not negative, for each axis of the shape (2, 3).")]
    [DataRow("ExpandDims: axis 4 is not in [-3, 2] for the shape (2, 3).")]
    [DataRow("Squeeze: axis 1 of the shape (2, 3) has size 3, not 1.")]
    [DataRow("Slice: from [0, 2] a part of size [2, 2] does not lie inside the shape (2, 3).")]
    [DataRow("Slice: begin and size need one number for each axis of the shape (2, 3); they have 1 and 1.")]
    [DataRow("Pad: paddings [(1, 1)] must be one pair, not negative, for each axis of the shape (2, 3).")]
    [DataRow("Gather: index 3 (element 1) is not in [0, 3), axis 1 of the shape (2, 3).")]
    [DataRow("Gather: indices are int32 or int64, not float32.")]
    [DataRow("Concat: there are no tensors to concatenate.")]
    [DataRow("Concat: the shapes (2, 3) and (3,) differ in more than axis 0.")]
    [DataRow("Concat: the tensors need one type, but there are float32 and int32.")]
    [DataRow("Stack: the tensors need one shape, but there are (2, 3) and (3,).")]
    [DataRow("Split: axis 1 of the shape (2, 3) cannot be cut into 2 equal parts.")]
    [DataRow("Split: the sizes [1, 1] do not add up to axis 1 of the shape (2, 3).")]
    [DataRow("Where: the condition is bool, not float32.")]
    [DataRow("Where: both sides need one type, but a is float32 and b is int32; cast one with tf.cast.")]
    [DataRow("OneHot: needs whole-numbered indices and a depth of 0 or more; got float32 and 3.")]
    public void WhatDoesNotFitIsNamed(string message)
    {
        var (x, row, whole) = (tf.zeros((2, 3)), tf.zeros(3), tf.zeros((2, 3), tf.int32));
        Action[] faults =
        [
            () => Transpose.Apply(x, [0, 0]), () => Transpose.Apply(x, [0]), () => Tile.Apply(x, [2]), () => ExpandDims.Apply(x, 4),
            () => Squeeze.Apply(x, [1]), () => Tensorflow.Operations.Slice.Apply(x, [0, 2], [2, 2]), () =>
                Tensorflow.Operations.Slice.Apply(x, [0], [1]),
            () => Pad.Apply(x, [(1, 1)]), () => Gather.Apply(x, new[] { 0, 3 }, 1), () => Gather.Apply(x, row), () => Concat.Apply([], 0),
            () => Concat.Apply([x, row], 0), () => Concat.Apply([x, whole], 0), () => Stack.Apply([x, row]), () => Split.Apply(x, 2, 1),
            () => Split.Apply(x, [1L, 1], 1), () => Where.Apply(x, x, x), () => Where.Apply(true, x, whole), () => OneHot.Apply(x, 3),
        ];
        var messages = faults.Select(fault => Assert.ThrowsExactly<ArgumentException>(fault).Message).ToArray();
        CollectionAssert.Contains(messages, message, string.Join("\n", messages));
    }
}
