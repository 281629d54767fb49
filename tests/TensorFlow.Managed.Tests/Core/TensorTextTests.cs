using Tensorflow.NumPy;
using static Tensorflow.Binding;

namespace Tensorflow.Tests.Core;

/// <summary>What a tensor prints: texts that NumPy prints for the same arrays.</summary>
[TestClass]
public class TensorTextTests
{
    [TestMethod]
    public void ATensorTellsItsShapeTypeAndElements()
    {
        Assert.AreEqual(
            "tf.Tensor: shape=(2, 3), dtype=float32, numpy=\n[[1. 2. 3.]\n [4. 5. 6.]]",
            tf.constant(new[,] { { 1f, 2f, 3f }, { 4f, 5f, 6f } }).ToString());
        Assert.AreEqual("tf.Tensor: shape=(), dtype=float32, numpy=3.5", tf.constant(3.5f).ToString());
        Assert.AreEqual("tf.Tensor: shape=(), dtype=float64, numpy=1.0", tf.constant(1.0).ToString());
        Assert.AreEqual("tf.Tensor: shape=(3,), dtype=int32, numpy=[  1 -20 300]", tf.constant(new[] { 1, -20, 300 }).ToString());
        Assert.AreEqual("tf.Tensor: shape=(0, 2), dtype=int64, numpy=\n[]", tf.zeros((0, 2), tf.int64).ToString());
        Assert.AreEqual("tf.Tensor: shape=(), dtype=bool, numpy=True", tf.constant(true).ToString());
    }

    [TestMethod]
    public void NumbersAreThoseOfNumPy()
    {
        AreEqual("[1.5  2.25 0.1 ]", 1.5f, 2.25f, 0.1f);
        AreEqual("[ -0.33333334 100.        ]", -1 / 3f, 100f);
        AreEqual("[1.0e-03 2.5e+00]", 0.001f, 2.5f);
        AreEqual("[1.e-10]", 1e-10f);
        AreEqual("[1.2345679e+08 1.0000000e+00]", 123456789f, 1f);
        AreEqual("[nan inf  1.]", float.NaN, float.PositiveInfinity, 1f);
        AreEqual("[-inf   0.]", float.NegativeInfinity, 0f);
        AreEqual("[-0.  0.]", -0f, 0f);
        Assert.AreEqual("[3.14159265 0.1       ]", np.array(Math.PI, 0.1).ToString());
        Assert.AreEqual("[ True False]", np.array(true, false).ToString());
        Assert.AreEqual("[  0 255]", np.array<byte>(0, 255).ToString());
        Assert.AreEqual("1e-10", tf.constant(1e-10f).numpy().ToString());
    }

    [TestMethod]
    public void AxesAreNestedBrackets() => Assert.AreEqual(
        "[[[0 1]\n  [2 3]]\n\n [[4 5]\n  [6 7]]]", np.arange(8).reshape((2, 2, 2)).ToString());

    [TestMethod]
    public void LongRowsAreBroken() => Assert.AreEqual(
        "[  0   1   2   3   4   5   6   7   8   9  10  11  12  13  14  15  16  17\n"
        + "  18  19  20  21  22  23  24  25  26  27  28  29 300]",
        np.concatenate((np.arange(30), np.array(300))).ToString());

    [TestMethod]
    public void ABrokenRowEndsWithoutBlanks() => AreEqual(
        "[0.12345678 0.12345678 0.12345678 0.12345678 0.12345678 0.5\n 0.12345678]",
        0.12345678f, 0.12345678f, 0.12345678f, 0.12345678f, 0.12345678f, 0.5f, 0.12345678f);

    [TestMethod]
    public void AVariableTellsItsNameAndValue()
    {
        Assert.AreEqual("<tf.Variable 'w:0' shape=() dtype=float32, numpy=0.5>", tf.Variable(0.5f, name: "w").ToString());
        Assert.AreEqual("<tf.Variable 'k:0' shape=(2, 1) dtype=int32, numpy=\n[[1]\n [2]]>",
            tf.Variable(new[,] { { 1 }, { 2 } }, name: "k").ToString());
    }

    [TestMethod]
    public void LargeTensorsAreSummarised()
    {
        Assert.AreEqual("[   0    1    2 ... 1998 1999 2000]", np.arange(2001).ToString());
        Assert.AreEqual(
            "[[    0     1     2 ...    97    98    99]\n [  100   101   102 ...   197   198   199]\n"
            + " [  200   201   202 ...   297   298   299]\n ...\n [99700 99701 99702 ... 99797 99798 99799]\n"
            + " [99800 99801 99802 ... 99897 99898 99899]\n [99900 99901 99902 ... 99997 99998 99999]]",
            np.arange(100_000).reshape((1000, 100)).ToString());
        StringAssert.StartsWith(tf.zeros((60000, 28, 28)).ToString(),
            "tf.Tensor: shape=(60000, 28, 28), dtype=float32, numpy=\n[[[0. 0. 0. ... 0. 0. 0.]\n  [0.");
    }

    [TestMethod]
    public void ATensorThatWasHandedBackSaysSo()
    {
        Tensor x;
        using (TensorScope.Begin())
            x = tf.zeros((2, 3));
        Assert.AreEqual("tf.Tensor: shape=(2, 3), dtype=float32, no value", x.ToString());
        Assert.AreEqual("tf.Tensor: shape=(None, 7), dtype=int64, no value", new Tensor(null, (-1, 7), tf.int64).ToString());
    }

    private static void AreEqual(string expected, params float[] values) => Assert.AreEqual(expected, np.array(values).ToString());
}
