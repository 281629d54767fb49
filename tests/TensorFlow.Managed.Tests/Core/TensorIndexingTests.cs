using static Tensorflow.Binding;

namespace Tensorflow.Tests.Core;

/// <summary>Indices and slices, held against Python's rules written as plain loops.</summary>
[TestClass]
public class TensorIndexingTests
{
    private static readonly Tensor s_x = tf.reshape(tf.range(24), (2, 3, 4));

    [TestMethod]
    public void NumbersTakeElementsAndSubTensors()
    {
        Check(s_x[1, 2, 3], [], 23);
        Check(s_x[-1, 0], [4], 12, 13, 14, 15);
        Check(s_x[0][^1], [4], 8, 9, 10, 11);
        Check(s_x[0, 1][2], [], 6);
    }

    [TestMethod]
    public void SlicesTakeWhatPythonTakes()
    {
        Check(s_x[0, 1..3, 1], [2], 5, 9);
        Check(s_x[1, ^2.., 0], [2], 16, 20);
        Check(s_x[new Slice(stop: 1), new Slice(step: -2), new Slice(1, 3)], [1, 2, 2], 9, 10, 1, 2);
        Check(s_x["1:, 0:2, ::3"], [1, 2, 2], 12, 15, 16, 19);
        Check(s_x["..., -1"], [2, 3], 3, 7, 11, 15, 19, 23);
        Check(s_x["0", "...", "newaxis", ":2"], [3, 1, 2], 0, 1, 4, 5, 8, 9);
        Check(s_x[Slice.Ellipsis, 0][tf.newaxis, 1], [1, 3], 12, 16, 20);
        Check(s_x[1, tf.ellipsis, 5..9], [3, 0]);
    }

    [TestMethod]
    public void EverySliceOfAVectorIsPythons()
    {
        int?[] bounds = [null, -7, -5, -3, -1, 0, 1, 2, 4, 5, 6];
        var x = tf.range(5);
        foreach (var start in bounds)
            foreach (var stop in bounds)
                foreach (var step in new[] { -7, -2, -1, 1, 2, 3, 9 })
                    CollectionAssert.AreEqual(
                        Python(start, stop, step), x[new Slice(start, stop, step)].ToArray<int>(), $"{start}:{stop}:{step}");

        static int[] Python(int? start, int? stop, int step)
        {
            // Walk all that a step reaches from the start, keep what lies before the stop: slice.indices() spelled out.
            const int size = 5;
            var first = start ?? (step > 0 ? 0 : size - 1);
            var end = stop ?? (step > 0 ? size : -1 - size);
            first = start < 0 ? first + size : first;
            end = end < 0 ? end + size : end;
            first = step > 0 ? Math.Max(first, 0) : Math.Min(first, size - 1);
            var taken = new List<int>();
            for (var i = first; step > 0 ? i < end : i > end; i += step)
                if (i is >= 0 and < size)
                    taken.Add(i);
            return [.. taken];
        }
    }

    [TestMethod]
    public void GradientsFlowThroughParts()
    {
        FiniteDifferences.Check(
            "parts",
            x => x[0][0, ..2] * x[0][1, 2..] + x[0]["0, ::-2"] * x[0]["-1, 1:3"],
            [FiniteDifferences.Random((2, 4), 1)]);
    }

    [TestMethod]
    public void PartsOfOtherTypes()
    {
        CollectionAssert.AreEqual(new byte[] { 3, 1 }, tf.constant(new byte[] { 1, 2, 3 })["::-2"].ToArray<byte>());
        CollectionAssert.AreEqual(new[] { 2L }, tf.constant(new[] { 1L, 2L })[1..].ToArray<long>());
        Assert.IsTrue((bool)tf.constant(new[] { false, true })[1]);
    }

    [TestMethod]
    public void WhatIsNotThereIsNamed()
    {
        Assert.AreEqual("The index 2 lies outside axis 0 of the shape (2, 3, 4).", Message(() => s_x[2]));
        Assert.AreEqual("The index -4 lies outside axis 1 of the shape (2, 3, 4).", Message(() => s_x[0, -4]));
        StringAssert.Contains(Message(() => s_x[0, 0, 0, 0]), "The index [0, 0, 0, 0] names more axes than the shape (2, 3, 4) has");
        StringAssert.Contains(Message(() => s_x["..., ..."]), "more than one ellipsis");
        StringAssert.Contains(Message(() => s_x["1:b"]), "'1:b' is not a slice");
        StringAssert.Contains(Message(() => s_x["::0"]), "the step is not 0");
        Assert.AreEqual("A slice's step must not be 0.", Message(() => s_x[new Slice(step: 0)]));
    }

    private static string Message(Func<Tensor> fault) => Assert.ThrowsExactly<ArgumentException>(fault).Message;

    private static void Check(Tensor part, long[] shape, params int[] values)
    {
        Assert.AreEqual(new Shape(shape), part.shape);
        CollectionAssert.AreEqual(values, part.ToArray<int>());
    }
}
