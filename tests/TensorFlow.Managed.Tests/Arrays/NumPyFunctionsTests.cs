using Tensorflow.NumPy;
using static Tensorflow.Binding;

namespace Tensorflow.Tests.Arrays;

/// <summary>NumPy's functions beyond those that tensors have; values by numpy 1.26.</summary>
[TestClass]
public class NumPyFunctionsTests
{
    [TestMethod]
    public void Grids()
    {
        var (x, y) = np.meshgrid(np.array(1, 2, 3), np.array(10, 20));
        Assert.IsTrue(x.Equals(np.array(new[,] { { 1, 2, 3 }, { 1, 2, 3 } })));
        Assert.IsTrue(y.Equals(np.array(new[,] { { 10, 10, 10 }, { 20, 20, 20 } })));
        (x, y) = np.meshgrid(np.array(1, 2, 3), np.array(10, 20), sparse: true);
        Assert.AreEqual<(Shape, Shape)>(((1, 3), (2, 1)), (x.shape, y.shape));
    }

    [TestMethod]
    public void AxesMove()
    {
        var x = np.arange(24).reshape((2, 3, 4));
        Assert.IsTrue(np.moveaxis(x, 0, -1).Equals(np.transpose(x, (1, 2, 0))));
        Assert.IsTrue(np.moveaxis(x, (0, 1), (-1, -2)).Equals(np.transpose(x, (2, 1, 0))));
        Assert.IsTrue(np.moveaxis(x, 2, 1).Equals(np.transpose(x, (0, 2, 1))));
        Assert.ThrowsExactly<ArgumentException>(() => np.moveaxis(x, (0, 0), (1, 2)));
        Assert.ThrowsExactly<ArgumentException>(() => np.moveaxis(x, 3, 0));
    }

    [TestMethod]
    public void ShapesOfParts()
    {
        Shape shape = (4, 3, 2);
        Assert.AreEqual<Shape>((3, 2), ShapeHelper.GetShape(shape, new Slice(1, isIndex: true)));
        Assert.AreEqual<Shape>((3, 3, 2), ShapeHelper.GetShape(shape, new Slice(1)));
        Assert.AreEqual<Shape>((3, 1), ShapeHelper.GetShape(shape, new Slice(1), new Slice(1, isIndex: true), new Slice(1)));
        Assert.AreEqual(np.zeros(shape)[1, "::2"].shape, ShapeHelper.GetShape(shape, 1, "::2"));
        Assert.ThrowsExactly<ArgumentException>(() => new Slice(isIndex: true));
        Assert.ThrowsExactly<ArgumentException>(() => ShapeHelper.GetShape(shape, new Slice(4, isIndex: true)));
    }

    [TestMethod]
    public void ProductsAndPowers()
    {
        Assert.IsTrue(np.prod(np.arange(1, 6)).Equals(120));
        Assert.IsTrue(np.prod(np.array(new[,] { { 1.0, 2 }, { 3, 4 } }), axis: 1).Equals(new[] { 2.0, 12 }));
        Assert.IsTrue(np.prod(np.zeros(0)).Equals(1.0));
        Assert.IsTrue(np.power(np.array(1.0, 2, 3), 2).Equals(new[] { 1.0, 4, 9 }));
        Assert.IsTrue(np.power(np.array(2, 3), 2).Equals(new[] { 4, 9 }));
        Assert.IsTrue(np.maximum(np.array(1, 5), np.array(3.5, 2)).Equals(new[] { 3.5, 5 }));
        Assert.IsTrue(np.minimum(np.array(1, 5), 2).Equals(new[] { 1, 2 }));
        Assert.IsTrue(np.dot(np.array(1, 2, 3), np.array(4, 5, 6)).Equals(32));
        var a = np.arange(6.0).reshape((2, 3));
        Assert.IsTrue(np.dot(a, np.array(1.0, 1, 1)).Equals(new[] { 3.0, 12 }));
        Assert.IsTrue(np.dot(a, np.transpose(a)).Equals(np.array(new[,] { { 5.0, 14 }, { 14, 50 } })));
        Assert.IsTrue(np.dot(a, 2.0).Equals(a * 2.0));
    }

    [TestMethod]
    public void Averages()
    {
        var x = np.arange(6).reshape((3, 2));
        Assert.IsTrue(np.average(np.arange(1, 5)).Equals(2.5));
        Assert.IsTrue(np.average(x, axis: 1).Equals(new[] { 0.5, 2.5, 4.5 }));
        Assert.IsTrue(np.average(x, axis: 1, weights: np.array(0.25, 0.75)).Equals(new[] { 0.75, 2.75, 4.75 }));
        Assert.IsTrue(np.average(np.array(1.0, 2), weights: np.array(3.0, 1)).Equals(1.25));
        Assert.IsTrue(np.amax(x).Equals(5));
        Assert.IsTrue(np.amin(x, axis: 0).Equals(new[] { 0, 1 }));
        Assert.IsTrue(np.argmin(np.array(int.MinValue, 3, int.MinValue)).Equals(0));
        Assert.IsTrue(np.argmin(np.array(2f, -1, 5)).Equals(1));
    }

    [TestMethod]
    public void Orders()
    {
        Assert.IsTrue(np.argsort(np.array(3, 1, 2)).Equals(new[] { 1, 2, 0 }));
        Assert.IsTrue(np.argsort(np.array(new[,] { { 0, 3 }, { 2, 2 } }), axis: 0).Equals(new[] { 0, 1, 1, 0 }));
        Assert.IsTrue(np.argsort(np.array(1, 0, 1, 0)).Equals(new[] { 1, 3, 0, 2 }), "equal ones keep their order");
        var sorted = np.sort(np.array(3f, float.NaN, -1, float.PositiveInfinity));
        Assert.IsTrue(sorted.Equals(new[] { -1, 3, float.PositiveInfinity, float.NaN }));
        Assert.IsTrue(np.sort(np.array(new[,] { { 4, 1 }, { 2, 3 } }), axis: 0).Equals(new[] { 2, 1, 4, 3 }));
        Assert.ThrowsExactly<ArgumentException>(() => np.sort(1));
    }

    [TestMethod]
    public void Nearness()
    {
        Assert.IsTrue(np.allclose(np.array(1e10, 1e-7), np.array(1.00001e10, 1e-8)) is false);
        Assert.IsTrue(np.allclose(np.array(1e10, 1e-8), np.array(1.00001e10, 1e-9)));
        Assert.IsFalse(np.allclose(np.array(1, double.NaN), np.array(1, double.NaN)));
        Assert.IsTrue(np.allclose(np.array(1, double.NaN), np.array(1, double.NaN), equal_nan: true));
        Assert.IsTrue(np.allclose(np.array(double.PositiveInfinity), np.array(double.PositiveInfinity)));
        Assert.IsTrue(np.array_equal(np.array(1, 2), np.array(1f, 2)));
        Assert.AreEqual((true, false), (np.any(np.array(0, 2)), np.all(np.array(0, 2))));
    }

    /// <summary>As TensorFlow.NET writes them: the properties' names are the arrays'.</summary>
    [TestMethod]
    public void AnObjectsArraysAreSavedUnderTheirNames()
    {
        var folder = Directory.CreateTempSubdirectory("numpy").FullName;
        var path = Path.Combine(folder, "a.npz");
        try
        {
            NDArray x = np.arange(10f).reshape((2, 5)), y = np.arange(4);
            foreach (var save in new Action<string, object>[] { np.savez, np.savez_compressed })
            {
                save(path, new { x, y });
                var read = np.loadz(path);
                Assert.IsTrue(read["x"].Equals(x));
                Assert.IsTrue(read["y"].Equals(y));
            }

            var error = Assert.ThrowsExactly<ArgumentException>(() => np.savez(path, new { x, name = "text" }));
            Assert.AreEqual("savez: 'name' is no array.", error.Message);
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    [TestMethod]
    public void RandomArraysRepeatWithTheSeed()
    {
        tf.set_random_seed(7);
        NDArray[] first = Draw();
        tf.set_random_seed(7);
        NDArray[] second = Draw();
        for (var i = 0; i < first.Length; i++)
            Assert.IsTrue(first[i].Equals(second[i]), $"{i}");
        Assert.AreEqual<Shape>((2, 3), first[0].shape);
        Assert.AreEqual(Shape.Scalar, np.random.randn().shape);
        var drawn = np.random.randint(-2, 3, 1000).ToArray<int>();
        Assert.AreEqual((-2, 2), (drawn.Min(), drawn.Max()));
        drawn = np.random.randint(4, size: 1000).ToArray<int>();
        Assert.AreEqual((0, 3), (drawn.Min(), drawn.Max()));
        CollectionAssert.AreEquivalent(Enumerable.Range(0, 10).ToArray(), first[3].ToArray<int>());
        Assert.ThrowsExactly<ArgumentException>(() => np.random.randint(3, 3));
        var mean = np.mean(np.random.normal(5, 0.1f, 10_000)).ToArray<float>()[0];
        Assert.AreEqual(5, mean, 0.01);

        static NDArray[] Draw()
        {
            var shuffled = np.arange(5);
            np.random.shuffle(shuffled);
            return
            [
                np.random.rand(2, 3), np.random.randn(4), np.random.uniform(-1, 1, (2, 2)), np.random.permutation(10),
                np.random.permutation(np.arange(6).reshape((3, 2))), shuffled,
            ];
        }
    }
}
