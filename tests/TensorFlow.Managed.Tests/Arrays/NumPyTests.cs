using Tensorflow.NumPy;
using static Tensorflow.Binding;

namespace Tensorflow.Tests.Arrays;

/// <summary>NumPy's functions: texts are what NumPy prints.</summary>
[TestClass]
public class NumPyTests
{
    [TestMethod]
    public void ArraysAreMade()
    {
        Check("[0 1 2 3 4]", np.int32, np.arange(5));
        Check("[1.  1.5 2. ]", np.float32, np.arange(1f, 2.5f, 0.5f));
        Check("[0.   0.25 0.5  0.75 1.  ]", np.float64, np.linspace(0, 1, 5));
        Check("[0.   0.25 0.5  0.75]", np.float64, np.linspace(0, 1, 4, endpoint: false));
        Check("[[1. 0. 0.]\n [0. 1. 0.]]", np.float32, np.eye(2, 3, dtype: np.float32));
        Check("[[0. 1.]\n [0. 0.]]", np.float64, np.eye(2, k: 1));
        Check("[[7 7]]", np.int64, np.full((1, 2), 7L));
        Check("[0. 0.]", np.float64, np.zeros(2));
        Check("[1. 1.]", np.float64, np.ones(2));
        Check("[0 0]", np.int32, np.zeros_like(np.array(3, 4)));
        Check("[ True  True]", np.@bool, np.ones_like(np.array(3, 4), np.@bool));
        Check("[[1. 2.]]", np.float32, np.array(new[,] { { 1, 2 } }, np.float32));
    }

    [TestMethod]
    public void ArraysAreShaped()
    {
        var x = np.arange(6).reshape((2, 3));
        Check("[[0 3]\n [1 4]\n [2 5]]", np.int32, np.transpose(x));
        Check("[[0 1]\n [2 3]\n [4 5]]", np.int32, np.reshape(x, (3, -1)));
        Check("[[0 1 2 0 1 2]\n [3 4 5 3 4 5]]", np.int32, np.concatenate((x, x), axis: 1));
        Check("[[0 1 2]\n [9 9 9]]", np.int32, np.stack(x[0], np.full(3, 9)));
        Assert.AreEqual(new Shape(2, 2, 3), np.stack([x, x], 1).shape);
        Assert.AreEqual(new Shape(2, 3, 1), np.expand_dims(x).shape);
        Assert.AreEqual(new Shape(2, 3), np.squeeze(np.expand_dims(x, 0)).shape);
        Assert.AreEqual(new Shape(2, 1, 3), x[Slice.All, np.newaxis].shape);
    }

    [TestMethod]
    public void ArraysAreReduced()
    {
        var x = np.array(new[,] { { 1, 5 }, { 4, 2 } });
        Check("12", np.int32, np.sum(x));
        Check("[5 7]", np.int32, np.sum(x, 0));
        Check("[3. 3.]", np.float64, np.mean(x, 1));
        Check("5", np.int32, np.max(x));
        Check("[1 2]", np.int32, np.min(x, 1));
        Check("1", np.int64, np.argmax(x));
        Check("[1 0]", np.int64, np.argmax(x, 1));
        Check("510", np.int64, np.sum(np.array<byte>(255, 255)));
        Check("2", np.int64, np.sum(np.array(true, false, true)));
    }

    [TestMethod]
    public void ElementsAreComputed()
    {
        Check("[1 2]", np.int32, np.abs(np.array(-1, 2)));
        Check("[1. 3.]", np.float64, np.sqrt(np.array(1.0, 9.0)));
        Check("[1 4]", np.int32, np.square(np.array(-1, 2)));
        Check("[0. 1.]", np.float32, np.clip(np.array(-3f, 1.5f), 0, 1));
        Check("[1.         2.71828183]", np.float64, np.exp(np.array(0.0, 1.0)));
        Check("[0. 1.]", np.float64, np.log(np.array(1, np.e)));
    }

    private static void Check(string text, TF_DataType dtype, NDArray actual) =>
        Assert.AreEqual((text, dtype), (actual.ToString(), actual.dtype));
}
