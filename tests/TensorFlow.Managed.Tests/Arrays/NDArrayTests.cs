using Tensorflow.NumPy;
using static Tensorflow.Binding;

namespace Tensorflow.Tests.Arrays;

/// <summary>Arrays: their life, their conversions, their parts.</summary>
[TestClass]
public class NDArrayTests
{
    [TestMethod]
    public void ArraysOutliveScopes()
    {
        NDArray made, shaped, computed, part;
        using (TensorScope.Begin())
        {
            made = np.array(1f, 2f, 3f, 4f);
            shaped = tf.constant(new[] { 5f, 6f }).numpy().reshape((2, 1));
            computed = made * 2 + 1;
            part = made["1:3"];
        }

        Assert.AreEqual("[1. 2. 3. 4.]", made.ToString());
        Assert.AreEqual("[[5.]\n [6.]]", shaped.ToString());
        Assert.AreEqual("[3. 5. 7. 9.]", computed.ToString());
        Assert.AreEqual("[2. 3.]", part.ToString());
    }

    [TestMethod]
    public void OneElementIsANumber()
    {
        float single = np.array(2.5f);
        int whole = np.array(2.5f);
        long large = np.array(long.MaxValue - 1);
        double precise = np.array(0.1);
        bool truth = np.array(3);
        byte small = np.array(200)[0];
        Assert.AreEqual((2.5f, 2, long.MaxValue - 1, 0.1, true, (byte)200), (single, whole, large, precise, truth, small));
        StringAssert.Contains(
            Assert.ThrowsExactly<InvalidCastException>(() => (float)np.array(1f, 2f)).Message,
            "Only a tensor of one element is a number; this one has the shape (2,)");
    }

    [TestMethod]
    public void CSharpsArraysBecomeArraysAndTensors()
    {
        NDArray cube = new[,,] { { { 1L }, { 2L } } };
        Tensor images = new byte[2, 3, 4, 1];
        NDArray number = 7;
        Assert.AreEqual((new Shape(1, 2, 1), tf.int64), (cube.shape, cube.dtype));
        Assert.AreEqual((new Shape(2, 3, 4, 1), tf.uint8), (images.shape, images.dtype));
        Assert.AreEqual((Shape.Scalar, tf.int32), (number.shape, number.dtype));
        CollectionAssert.AreEqual(new[,] { { 1.5, 2 }, { 3, 4 } }, np.array(new[,] { { 1.5, 2 }, { 3, 4 } }).ToMultiDimArray<double>());
    }

    [TestMethod]
    public void RowsCanBeWalked()
    {
        var x = np.arange(6).reshape((3, 2));
        Assert.AreEqual("[0 1]|[2 3]|[4 5]", string.Join("|", x.Select(row => row.ToString())));
        Assert.ThrowsExactly<InvalidOperationException>(() => np.array(1)[0].Count());
    }

    [TestMethod]
    public void PartsCanBeWritten()
    {
        var x = np.zeros((3, 4), np.int32);
        x[0, 1] = 5;
        x[-1] = np.array(1, 2, 3, 4);
        x["1, ::2"] = np.array(7.9, -7.9);
        x[new Slice(0, 2), new Slice(3)] = 9;
        Assert.AreEqual("[[ 0  5  0  9]\n [ 7  0 -7  9]\n [ 1  2  3  4]]", x.ToString());
        Assert.ThrowsExactly<ArgumentException>(() => x[0] = np.array(1, 2));
    }

    [TestMethod]
    public void WritingChangesNoOtherTensor()
    {
        Tensor tensor = tf.constant(new[] { 1f, 2f });
        var array = tensor.numpy();
        var view = array.reshape((2, 1));
        array[0] = 9f;
        CollectionAssert.AreEqual(new[] { 9f, 2f }, array.ToArray<float>());
        CollectionAssert.AreEqual(new[] { 1f, 2f }, tensor.ToArray<float>());
        CollectionAssert.AreEqual(new[] { 1f, 2f }, view.ToArray<float>());
    }

    [TestMethod]
    public void ArraysAreSelectedByArrays()
    {
        var x = np.arange(6).reshape((3, 2));
        Assert.AreEqual("[[4 5]\n [0 1]]", x[np.array(2, 0)].ToString());
        Assert.AreEqual("[[0 1]\n [4 5]]", x[np.array(true, false, true)].ToString());
        StringAssert.Contains(Assert.ThrowsExactly<ArgumentException>(() => x[np.array(true)]).Message,
            "A bool index needs one mark for each element");
    }

    [TestMethod]
    public void AMaskOfSeveralAxesSelectsElements()
    {
        var x = np.arange(6).reshape((3, 2));
        Assert.AreEqual("[3 4 5]", x[x > 2].ToString());
        Assert.AreEqual((new Shape(0), new Shape(0, 2)), (x[x > 9].shape, x[np.array(false, false, false)].shape));
        x[x > 3] = -1;
        Assert.AreEqual("[[ 0  1]\n [ 2  3]\n [-1 -1]]", x.ToString());
        x[x < 0] = np.array(7, 8);
        x[np.array(true, false, true)] = np.array(new[,] { { 10, 11 }, { 12, 13 } });
        x[x > 99] = 1;
        Assert.AreEqual("[[10 11]\n [ 2  3]\n [12 13]]", x.ToString());
        x[np.array(2, 0)] = np.array(5, 6);
        Assert.AreEqual("[[5 6]\n [2 3]\n [5 6]]", x.ToString());
        var cube = np.arange(8).reshape((2, 2, 2));
        Assert.AreEqual("[[2 3]\n [4 5]]", cube[np.array(new[,] { { false, true }, { true, false } })].ToString());
        cube[np.array(new[,] { { false, true }, { true, false } })] = np.array(0, 9);
        Assert.AreEqual("[[[0 1]\n  [0 9]]\n\n [[0 9]\n  [6 7]]]", cube.ToString());
        Assert.AreEqual("A bool index needs one mark for each element along the first axis, or axes, of (3, 2); it has the shape (2, 3).",
            Assert.ThrowsExactly<ArgumentException>(() => x[np.array(new[,] { { true, true, true }, { true, true, true } })]).Message);
    }

    [TestMethod]
    public void SeveralElementsAreNoTruthValue() => Assert.AreEqual(
        "An array of the shape (3,) is neither true nor false; ask np.array_equal(a, b), np.all(a) or np.any(a).",
        Assert.ThrowsExactly<InvalidCastException>(() => np.arange(3) == np.arange(3) ? 1 : 0).Message);

    [TestMethod]
    public void ArithmeticGivesArrays()
    {
        NDArray x = np.array(1, 2, 3), y = np.array(4, 5, 6);
        NDArray[] results = [x + y, x - 1, 2 * x, y / x, y % 4, -x, 10 - x, 1 + x, 12 / x, x * y];
        string[] expected = ["[5 7 9]", "[0 1 2]", "[2 4 6]", "[4.  2.5 2. ]", "[0 1 2]", "[-1 -2 -3]", "[9 8 7]", "[2 3 4]",
            "[12.  6.  4.]", "[ 4 10 18]"];
        CollectionAssert.AreEqual(expected, results.Select(result => result.ToString()).ToArray());
    }

    [TestMethod]
    public void TypesAreJoinedAsNumPyJoinsThem()
    {
        NDArray bytes = np.array<byte>(1, 2), ints = np.array(1, 2), floats = np.array(1f, 2f), doubles = np.array(1.0, 2.0);
        Assert.AreEqual(np.float32, (floats * 2).dtype);
        Assert.AreEqual(np.float32, (2.0 * floats).dtype);
        Assert.AreEqual(np.float32, (bytes / 255f).dtype);
        Assert.AreEqual(np.uint8, (bytes + 1).dtype);
        Assert.AreEqual(np.float64, (ints * 0.5).dtype);
        Assert.AreEqual(np.float64, (ints / ints).dtype);
        Assert.AreEqual(np.float64, (floats + doubles).dtype);
        Assert.AreEqual(np.int32, (ints - bytes).dtype);
    }

    [TestMethod]
    public void ATypeCanBeChanged()
    {
        var x = np.array<byte>(0, 51, 255).astype(np.float32) / 255;
        Assert.AreEqual((np.float32, "[0.  0.2 1. ]"), (x.dtype, x.ToString()));
    }
}
