using Tensorflow.Operations;
using static Tensorflow.Binding;

namespace Tensorflow.Tests.Operations;

/// <summary>Operations on two tensors whose shapes broadcast.</summary>
[TestClass]
public class BroadcastTests
{
    private static readonly Dictionary<string, Func<Tensor, Tensor, Tensor>> s_operations = new()
    {
        ["add"] = Add.Apply,
        ["sub"] = Subtract.Apply,
        ["mul"] = Multiply.Apply,
        ["div"] = Divide.Apply,
        ["maximum"] = Maximum.Apply,
        ["minimum"] = Minimum.Apply,
        ["squared_difference"] = SquaredDifference.Apply,
    };

    [TestMethod]
    public void ValuesAndGradientsAreTensorFlows()
    {
        foreach (var golden in Golden.Cases("broadcast"))
        {
            var operation = s_operations[golden.Text("op")];
            Tensor a = golden["a"], b = golden["b"];
            using var tape = tf.GradientTape();
            tape.watch(a);
            tape.watch(b);
            var y = operation(a, b);
            Near.AreEqual(golden["y"], y, $"{golden} y");
            var gradients = tape.gradient(y, new[] { a, b }, [golden["dy"]]);
            Near.AreEqual(golden["da"], gradients[0], $"{golden} da");
            Near.AreEqual(golden["db"], gradients[1], $"{golden} db");
        }
    }

    [TestMethod]
    public void GradientsAreTheSlopes()
    {
        foreach (var (name, operation) in s_operations)
            FiniteDifferences.Check(
                name,
                x => operation(x[0], x[1]),
                [FiniteDifferences.Random((2, 1, 4), 1), FiniteDifferences.Random((3, 1), 2, 0.5f, 1.5f)]);
    }

    [TestMethod]
    public void APowersGradientsAreTheSlopes() => FiniteDifferences.Check(
        "pow",
        x => Pow.Apply(x[0], x[1]),
        [FiniteDifferences.Random((2, 1, 4), 1, 0.5f, 1.5f), FiniteDifferences.Random((3, 1), 2, 1.2f, 2.5f)]);

    [TestMethod]
    public void APowerOfANegativeNumberHasNoSlopeInItsExponent()
    {
        Tensor a = new[] { -2f, 0f, 3f }, b = new[] { 3f, 2f, 2f };
        using var tape = tf.GradientTape();
        tape.watch(a);
        tape.watch(b);
        var y = Pow.Apply(a, b);
        CollectionAssert.AreEqual(new[] { -8f, 0f, 9f }, y.ToArray<float>());
        var gradients = tape.gradient(y, new[] { a, b }.AsEnumerable());
        CollectionAssert.AreEqual(new[] { 12f, 0f, 6f }, gradients[0].ToArray<float>());
        Near.AreEqual([0, 0, 9 * Math.Log(3)], Array.ConvertAll(gradients[1].ToArray<float>(), x => (double)x), "db", 1e-6);
    }

    [TestMethod]
    public void WhereTwoTieTheGradientGoesToTheFirst()
    {
        Tensor a = new[] { 1f, 2f, 3f }, b = new[] { 2f, 2f, 2f };
        foreach (var (operation, expected) in new (Func<Tensor, Tensor, Tensor>, float[])[]
            { (Maximum.Apply, [0, 1, 1]), (Minimum.Apply, [1, 1, 0]) })
        {
            using var tape = tf.GradientTape(persistent: true);
            tape.watch(a);
            tape.watch(b);
            var y = operation(a, b);
            CollectionAssert.AreEqual(expected, tape.gradient(y, a).ToArray<float>());
            CollectionAssert.AreEqual(Array.ConvertAll(expected, x => 1 - x), tape.gradient(y, b).ToArray<float>());
        }
    }

    [TestMethod]
    public void WholeNumbersAndTruthValuesBroadcastToo()
    {
        Tensor column = new[,] { { 7 }, { -7 } }, row = new[] { 2, 3, -2 };
        CollectionAssert.AreEqual(new[] { 7, 7, 7, 2, 3, -2 }, Maximum.Apply(column, row).ToArray<int>());
        CollectionAssert.AreEqual(new[] { 1, 1, -1, 1, 2, -1 }, FloorMod.Apply(column, row).ToArray<int>());
        CollectionAssert.AreEqual(new[] { 3, 2, -3, -3, -2, 3 }, Divide.Apply(column, row).ToArray<int>());
        CollectionAssert.AreEqual(new[] { false, false, false, true, true, true }, Compare.Less(column, row).ToArray<bool>());
        Tensor yes = new[] { true, true, false, false }, no = new[] { true, false, true, false };
        CollectionAssert.AreEqual(new[] { true, false, false, false }, LogicalAnd.Apply(yes, no).ToArray<bool>());
        CollectionAssert.AreEqual(new[] { true, true, true, false }, LogicalOr.Apply(yes, no).ToArray<bool>());
    }

    [TestMethod]
    public void ComparisonsAreThoseOfCSharp()
    {
        (Func<Tensor, Tensor, Tensor>, Func<float, float, bool>)[] comparisons =
        [
            (Compare.Equal, (a, b) => a == b), (Compare.NotEqual, (a, b) => a != b), (Compare.Less, (a, b) => a < b),
            (Compare.LessEqual, (a, b) => a <= b), (Compare.Greater, (a, b) => a > b), (Compare.GreaterEqual, (a, b) => a >= b),
        ];
        float[] values = [-1, 0, 2, float.NaN, float.PositiveInfinity];
        Tensor row = values, column = tf.reshape(values, (5, 1));
        foreach (var (operation, expected) in comparisons)
        {
            var all = values.SelectMany(a => values.Select(b => expected(a, b))).ToArray();
            CollectionAssert.AreEqual(all, operation(column, row).ToArray<bool>());
            CollectionAssert.AreEqual(values.Select(a => expected(a, 2)).ToArray(), operation(row, 2f).ToArray<bool>());
            CollectionAssert.AreEqual(values.Select(b => expected(2, b)).ToArray(), operation(2f, row).ToArray<bool>());
        }
    }

    [TestMethod]
    public void WhatDoesNotFitIsNamed()
    {
        var shapes = Assert.ThrowsExactly<ArgumentException>(() => Maximum.Apply(tf.zeros((2, 3)), tf.zeros((2, 4))));
        Assert.AreEqual("Maximum: the shapes (2, 3) and (2, 4) do not broadcast together; sizes must be equal or 1.", shapes.Message);
        var types = Assert.ThrowsExactly<ArgumentException>(() => Pow.Apply(tf.zeros(2), tf.zeros(2, tf.int32)));
        Assert.AreEqual("Pow: both sides need one type, but a is float32 and b is int32; cast one with tf.cast.", types.Message);
        StringAssert.Contains(
            Assert.ThrowsExactly<ArgumentException>(() => Pow.Apply(tf.zeros(2) > 0, tf.zeros(2) > 0)).Message,
            "Pow is not defined for bool");
    }

    [TestMethod]
    public void WholeNumbersHaveWholePowers()
    {
        CollectionAssert.AreEqual(new[] { 1, -8, 9, 1 }, Pow.Apply(tf.constant(new[] { 7, -2, -3, 1 }), tf.constant(new[] { 0, 3, 2, 40 }))
            .ToArray<int>());
        Assert.AreEqual(3486784401, Pow.Apply(tf.constant(3L), tf.constant(20L)).ToArray<long>()[0]);
        CollectionAssert.AreEqual(new byte[] { 4, 9 }, Pow.Apply(tf.constant(new byte[] { 2, 3 }), tf.constant((byte)2)).ToArray<byte>());
        Assert.AreEqual("Pow: a whole number to the power of -1 is no whole number; cast to a floating type.",
            Assert.ThrowsExactly<ArgumentException>(() => Pow.Apply(tf.constant(2), tf.constant(-1))).Message);
    }

    [TestMethod]
    public void BroadcastToRepeatsElementsOfAnyType()
    {
        CollectionAssert.AreEqual(new[] { 1, 1, 1, 2, 2, 2 }, BroadcastTo.Apply(new[,] { { 1 }, { 2 } }, (2, 3)).ToArray<int>());
        CollectionAssert.AreEqual(new byte[] { 1, 2, 1, 2 }, BroadcastTo.Apply(new byte[] { 1, 2 }, (2, 2)).ToArray<byte>());
        CollectionAssert.AreEqual(new[] { true, true, true }, BroadcastTo.Apply(true, 3).ToArray<bool>());
        Assert.AreEqual(0, BroadcastTo.Apply(1.0, (0, 3)).size);
        FiniteDifferences.Check("broadcast_to", x => BroadcastTo.Apply(x[0], (4, 2, 3)), [FiniteDifferences.Random((2, 1), 3)]);
        var error = Assert.ThrowsExactly<ArgumentException>(() => BroadcastTo.Apply(tf.zeros((2, 3)), (1, 3)));
        Assert.AreEqual("BroadcastTo: the shape (2, 3) does not broadcast to (1, 3).", error.Message);
    }
}
