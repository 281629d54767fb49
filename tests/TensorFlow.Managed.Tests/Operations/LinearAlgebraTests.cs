using Tensorflow.NumPy;
using Tensorflow.Operations;
using static Tensorflow.Binding;

namespace Tensorflow.Tests.Operations;

/// <summary>tf.linalg: values by definition, gradients by differences.</summary>
[TestClass]
public class LinearAlgebraTests
{
    private static readonly Tensor s_a = FiniteDifferences.Random((2, 3), 1);
    private static readonly Tensor s_b = FiniteDifferences.Random((3, 4), 2);

    [TestMethod]
    public void ProductsOfOtherTypes()
    {
        foreach (var (transposeA, transposeB) in new[] { (false, false), (true, false), (false, true), (true, true) })
        {
            Tensor a = FiniteDifferences.Random(transposeA ? (2, 5, 3) : (2, 3, 5), 3, -9, 9), b =
                FiniteDifferences.Random(transposeB ? (2, 4, 5) : (2, 5, 4), 4, -9, 9);
            a = tf.round(a);
            b = tf.round(b);
            var expected = tf.matmul(a, b, transposeA, transposeB);
            foreach (var dtype in new[] { tf.int32, tf.int64, tf.float64 })
            {
                var product = tf.matmul(tf.cast(a, dtype), tf.cast(b, dtype), transposeA, transposeB);
                Assert.AreEqual(dtype, product.dtype);
                CollectionAssert.AreEqual(expected.ToArray<float>(), tf.cast(product, tf.float32).ToArray<float>(), $"{dtype}");
            }
        }

        var x = tf.Variable(new[,] { { 1.0, 2 }, { 3, 4 } });
        using var tape = tf.GradientTape();
        CollectionAssert.AreEqual(new[] { 7.0, 11, 9, 13 }, tape.gradient(tf.matmul(x, x), x).ToArray<double>());
        StringAssert.Contains(
            Assert.ThrowsExactly<ArgumentException>(() => tf.matmul(tf.ones((2, 2), tf.uint8), tf.ones((2, 2), tf.uint8))).Message,
            "the matrices must be of numbers, but are uint8");
    }

    [TestMethod]
    public void TensorDots()
    {
        var a = FiniteDifferences.Random((2, 3, 4), 1);
        var b = FiniteDifferences.Random((4, 3, 5), 2);
        Near.AreEqual(Sum(a, b, (x, y, i, j, k, l) => x[i, j, k] * y[k, j, l], (2, 5), 3, 4),
            tf.linalg.tensordot(a, b, np.array(new[,] { { 1, 2 }, { 1, 0 } })), "two pairs");
        Near.AreEqual(tf.matmul(s_a, s_b), tf.linalg.tensordot(s_a, s_b, 1), "a matrix product");
        Near.AreEqual(tf.matmul(s_a, s_b), tf.linalg.tensordot(s_a, s_b, new[] { -1, 0 }), "named axes");
        var outer = tf.linalg.tensordot(tf.constant(new[] { 1, 2 }), tf.constant(new[] { 2, 3 }), 0);
        CollectionAssert.AreEqual(new[] { 2, 3, 4, 6 }, outer.ToArray<int>());
        FiniteDifferences.Check("tensordot", x => tf.linalg.tensordot(x[0], x[1], 1), [s_a, s_b]);
        Assert.ThrowsExactly<ArgumentException>(() => tf.linalg.tensordot(s_a, s_b, 2));
        Assert.ThrowsExactly<ArgumentException>(() => tf.linalg.tensordot(s_a, s_b, 3));
    }

    [TestMethod]
    public void EinsteinsSums()
    {
        var batch = FiniteDifferences.Random((5, 2, 3), 3);
        Near.AreEqual(tf.matmul(s_a, s_b), tf.linalg.einsum("ij,jk->ik", (s_a, s_b)), "product");
        Near.AreEqual(tf.matmul(s_a, s_b), tf.linalg.einsum("ij, jk", (s_a, s_b)), "the result's letters left out");
        Near.AreEqual(tf.transpose(tf.matmul(s_a, s_b)), tf.linalg.einsum("ij,jk->ki", (s_a, s_b)), "turned");
        Near.AreEqual(tf.matmul(batch, s_b), tf.linalg.einsum("bij,jk->bik", (batch, s_b)), "batch");
        Near.AreEqual(tf.matmul(batch, s_b), tf.linalg.einsum("...j,jk->...k", (batch, s_b)), "ellipsis");
        Near.AreEqual(tf.reduce_sum(batch, (0, 2)), tf.linalg.einsum("bij->i", batch), "sum");
        Near.AreEqual(tf.reduce_sum(batch * batch, 2), tf.linalg.einsum("bij,bij->bi", (batch, batch)), "shared letters stay");
        Near.AreEqual(tf.matmul(tf.matmul(s_a, s_b), s_b, transpose_b: true),
            tf.linalg.einsum("ij,jk,lk->il", new Tensors(s_a, s_b, s_b)), "three operands");
        FiniteDifferences.Check("einsum", x => tf.linalg.einsum("bij,jk->kb", (x[0], x[1])), [batch, s_b]);
        Assert.ThrowsExactly<ArgumentException>(() => tf.linalg.einsum("ij,jk->ik", s_a));
        Assert.ThrowsExactly<ArgumentException>(() => tf.linalg.einsum("ii->i", tf.ones((2, 2))));
        Assert.ThrowsExactly<ArgumentException>(() => tf.linalg.einsum("ij,jk->iz", (s_a, s_b)));
        Assert.ThrowsExactly<ArgumentException>(() => tf.linalg.einsum("ij,ik->jk", (s_a, s_b)));
    }

    [TestMethod]
    public void Inverses()
    {
        var x = FiniteDifferences.Random((3, 5, 5), 7);
        Near.AreEqual(
            tf.linalg.eye(5, batch_shape: 3), tf.matmul(tf.linalg.inv(x), x), "inverse", 1e-4);
        // A 0 in the pivot's place: rows change places.
        CollectionAssert.AreEqual(new[] { 0f, 0, 0.25f, 1, 0, 0, 0, 0.5f, 0 },
            tf.linalg.inv(tf.constant(new float[,] { { 0, 1, 0 }, { 0, 0, 2 }, { 4, 0, 0 } })).ToArray<float>());
        Near.AreEqual(tf.linalg.inv(tf.transpose(x, (0, 2, 1))), tf.linalg.inv(x, adjoint: true), "adjoint", 1e-5);
        var near = tf.linalg.eye(3) * 2.0 + FiniteDifferences.Random((3, 3), 8) * 0.3;
        FiniteDifferences.Check("inverse", values => tf.linalg.inv(values[0]), [near]);
        Assert.ThrowsExactly<ArgumentException>(() => tf.linalg.inv(tf.ones((2, 2))));
        Assert.ThrowsExactly<ArgumentException>(() => tf.linalg.inv(s_a));
    }

    /// <summary>The residual is at a right angle to what A reaches; of several solutions the shortest one lies in A's rows.</summary>
    [TestMethod]
    public void LeastSquares()
    {
        Tensor tall = FiniteDifferences.Random((5, 2), 1), b = FiniteDifferences.Random((5, 1), 2);
        var x = tf.linalg.lstsq(tall, b);
        Near.AreEqual(tf.zeros((2, 1)) + 1, tf.matmul(tall, b - tf.matmul(tall, x), transpose_a: true) + 1, "residual", 1e-5);
        var wide = FiniteDifferences.Random((2, 5), 3);
        var c = FiniteDifferences.Random((2, 1), 4);
        Near.AreEqual(c, tf.matmul(wide, tf.linalg.lstsq(wide, c)), "solved", 1e-5);
        var (shrunk, free) = (tf.linalg.lstsq(tall, b, l2_regularizer: 1.0), x);
        Assert.IsLessThan((float)tf.linalg.global_norm(free), (float)tf.linalg.global_norm(shrunk));
        Near.AreEqual(
            tf.matmul(tf.matmul(tall, tall, transpose_a: true) + tf.linalg.eye(2), shrunk), tf.matmul(tall, b, transpose_a: true),
            "(AᵀA + I)x = Aᵀb", 1e-5);
        Assert.ThrowsExactly<NotSupportedException>(() => tf.linalg.lstsq(tall, b, fast: false));
    }

    [TestMethod]
    public void NormsAndClippingAreTensorFlows()
    {
        var golden = Golden.Cases("schedules_and_clipping").Single(one => one.Text("what") == "clip_by_global_norm 1.5");
        var (clipped, norm) = tf.clip_by_global_norm(new Tensors(golden["a"], golden["b"]), 1.5f);
        Near.AreEqual(golden["a_clipped"], clipped[0], "a");
        Near.AreEqual(golden["b_clipped"], clipped[1], "b");
        Near.AreEqual(golden["norm"], norm, "norm");
        Near.AreEqual(golden["norm"], tf.linalg.global_norm(new Tensors(golden["a"], golden["b"])), "global_norm");
        var (kept, _) = tf.clip_by_global_norm(new Tensors(golden["a"]), 1000f);
        Near.AreEqual(golden["a"], kept[0], "what is short stays");
        FiniteDifferences.Check("clip", x => tf.clip_by_global_norm(new Tensors(x[0], x[1]), 0.5f).Item1[0], [s_a, s_b]);
        Assert.ThrowsExactly<ArgumentException>(() => tf.clip_by_global_norm(new Tensors(s_a), 0));
        Assert.ThrowsExactly<ArgumentException>(() => tf.linalg.global_norm(new Tensors()));
    }

    [TestMethod]
    public void Diagonals()
    {
        CollectionAssert.AreEqual(new[] { 1, 0, 0, 0, 1, 0 }, tf.linalg.eye(2, 3, dtype: tf.int32).ToArray<int>());
        Assert.AreEqual<Shape>((4, 2, 2), tf.linalg.eye(2, batch_shape: 4).shape);
    }

    private static Tensor Sum(Tensor a, Tensor b, Func<float[,,], float[,,], int, int, int, int, float> term, Shape shape, int n, int m)
    {
        var (x, y) = ((float[,,])a.numpy().ToMultiDimArray<float>(), (float[,,])b.numpy().ToMultiDimArray<float>());
        var result = new float[shape.size];
        for (var i = 0; i < shape[0]; i++)
            for (var l = 0; l < shape[1]; l++)
                for (var j = 0; j < n; j++)
                    for (var k = 0; k < m; k++)
                        result[i * shape[1] + l] += term(x, y, i, j, k, l);
        return Tensor.From<float>(result, shape);
    }
}
