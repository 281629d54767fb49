using Tensorflow.NumPy;

namespace Tensorflow.Tests.Arrays;

/// <summary>When arrays are equal: as a whole, and element by element.</summary>
[TestClass]
public class NDArrayEqualityTests
{
    [TestMethod]
    public void AnArrayEqualsWhatHasItsShapeAndElements()
    {
        NDArray array = np.array(new[,] { { 1, 2 }, { 3, 4 } });
        Assert.IsTrue(array.Equals(np.array(new[,] { { 1, 2 }, { 3, 4 } })));
        Assert.IsTrue(array.Equals(array.astype(np.float64)), "values, whatever type they have");
        Assert.IsFalse(array.Equals(np.array(1, 2, 3, 4)), "another shape");
        Assert.IsFalse(array.Equals(np.array(new[,] { { 1, 2 }, { 3, 5 } })));
        Assert.IsTrue(array.Equals(new[] { 1, 2, 3, 4 }), "a C# array of its elements");
        Assert.IsTrue(array.Equals(new[,] { { 1L, 2 }, { 3, 4 } }));
        Assert.IsFalse(array.Equals(new[] { 1, 2, 3 }));
        Assert.IsFalse(array.Equals(new[] { "1" }));
        Assert.IsFalse(array.Equals(1), "several elements are no number");
        Assert.IsFalse(array.Equals(null));
        Assert.AreEqual(array.GetHashCode(), array.astype(np.float64).GetHashCode());
    }

    [TestMethod]
    public void ANumberEqualsItsArray()
    {
        Assert.IsTrue(new NDArray(3).Equals(3));
        Assert.IsTrue(new NDArray(3).Equals(3.0));
        Assert.IsFalse(new NDArray(3).Equals(3.5));
        Assert.IsTrue(new NDArray(0.5f).Equals(0.5));
        Assert.IsFalse(new NDArray(0.1f).Equals(0.1), "no tolerance: these are two numbers");
        Assert.IsTrue(new NDArray(true).Equals(true));
        Assert.IsTrue(np.array(7).Equals(7), "one element in a vector");
        Assert.IsTrue(new NDArray(float.NaN).Equals(float.NaN));
        Assert.IsTrue(new NDArray(-0f).Equals(0f));
        Assert.IsFalse(new NDArray(16777217L).Equals(16777216f), "float32 does not hold the whole number");
        Assert.IsTrue(np.zeros(0).Equals(Array.Empty<double>()));
    }

    [TestMethod]
    public void TheOperatorsCompareElements()
    {
        NDArray? nothing = null;
        NDArray a = np.array(1, 2, 3), b = np.array(1f, 5, 3);
        CollectionAssert.AreEqual(new[] { true, false, true }, (a == b).ToArray<bool>());
        CollectionAssert.AreEqual(new[] { false, true, false }, (a != b).ToArray<bool>());
        CollectionAssert.AreEqual(new[] { false, true, false }, (a == 2).ToArray<bool>());
        Assert.IsTrue(nothing == null);
        Assert.IsFalse(a == nothing);
        Assert.IsTrue(nothing != 1);
        Assert.IsFalse(new NDArray(1) != 1);
        Assert.ThrowsExactly<InvalidCastException>(() => (bool)(a == b), "several answers are no one answer, as in NumPy");
    }

    [TestMethod]
    public void TensorsAreEqualWhereTheyAreOne()
    {
        Tensor a = 1f, b = 1f;
        Assert.IsFalse(a.Equals(b));
        Assert.IsTrue(a.Equals(a));
        Assert.IsTrue((bool)(a == 1.0));
        Assert.IsFalse((bool)(a != 1.0));
    }

    /// <summary>Scopes and tapes must find the very tensor, not an array of the same elements.</summary>
    [TestMethod]
    public void ScopesAndTapesTellEqualArraysApart()
    {
        NDArray x = np.array(2f), y = np.array(2f);
        using var tape = Binding.tf.GradientTape(persistent: true);
        tape.watch(x);
        tape.watch(y);
        var product = (Tensor)x * x * y;
        Assert.AreEqual(8f, (float)tape.gradient(product, x));
        Assert.AreEqual(4f, (float)tape.gradient(product, y));
    }

    [TestMethod]
    public void MarkedRowsAreWritten()
    {
        var x = np.arange(12).reshape((4, 3));
        x[np.array(true, false, true, false)] = 0;
        x[np.array(1)] = np.array(7, 8, 9);
        x[np.array(3, 3)] = np.array(new[,] { { 1, 1, 1 }, { 2, 2, 2 } });
        Assert.IsTrue(x.Equals(new[] { 0, 0, 0, 7, 8, 9, 0, 0, 0, 2, 2, 2 }));
        Assert.ThrowsExactly<ArgumentException>(() => x[np.array(true)] = 1);
        Assert.ThrowsExactly<ArgumentException>(() => x[np.array(4)] = 1);
    }

    [TestMethod]
    public void ArraysAreMadeOfNumbersAndRows()
    {
        Assert.AreEqual<Shape>((2, 3), new NDArray(new[,] { { 1, 2, 3 }, { 4, 5, 6 } }).shape);
        Assert.AreEqual<Shape>((3, 1), new NDArray(new[] { 1, 2, 3 }, (3, 1)).shape);
        Assert.AreEqual(TF_DataType.TF_INT64, new NDArray(1L).dtype);
        var rows = np.array(new[] { new[] { 1f, 2f }, new[] { 3f, 4f } });
        Assert.AreEqual<Shape>((2, 2), rows.shape);
        Assert.IsTrue(rows.Equals(new[] { 1f, 2, 3, 4 }));
        Assert.ThrowsExactly<ArgumentException>(() => np.array(new[] { new[] { 1f, 2f }, new[] { 3f } }));
    }
}
