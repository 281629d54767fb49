using Tensorflow.Operations;
using static Tensorflow.Binding;

namespace Tensorflow.Tests.Operations;

/// <summary>Products of matrices.</summary>
[TestClass]
public class MatMulTests
{
    [TestMethod]
    public void ValuesAndGradientsAreTensorFlows()
    {
        foreach (var golden in Golden.Cases("matmul"))
        {
            Tensor a = golden["a"], b = golden["b"];
            using var tape = tf.GradientTape();
            tape.watch(a);
            tape.watch(b);
            var y = tf.matmul(a, b, golden.Flag("transpose_a"), golden.Flag("transpose_b"));
            Near.AreEqual(golden["y"], y, $"{golden} y");
            var gradients = tape.gradient(y, new[] { a, b }, [golden["dy"]]);
            Near.AreEqual(golden["da"], gradients[0], $"{golden} da");
            Near.AreEqual(golden["db"], gradients[1], $"{golden} db");
        }
    }

    [TestMethod]
    public void ADenseLayersValuesAndGradientsAreTensorFlows()
    {
        foreach (var golden in Golden.Cases("dense"))
        {
            Tensor x = golden["x"], kernel = golden["kernel"];
            using var tape = tf.GradientTape();
            tape.watch(x);
            tape.watch(kernel);
            var y = tf.linalg.matmul(x, kernel);
            if (golden.Flag("use_bias"))
                y += golden["bias"];
            Near.AreEqual(golden["y"], y, $"{golden} y");
            var gradients = tape.gradient(y, new[] { x, kernel }, [golden["dy"]]);
            Near.AreEqual(golden["dx"], gradients[0], $"{golden} dx");
            Near.AreEqual(golden["dkernel"], gradients[1], $"{golden} dkernel");
        }
    }

    [TestMethod]
    [DataRow(false, false)]
    [DataRow(false, true)]
    [DataRow(true, false)]
    [DataRow(true, true)]
    public void GradientsAreTheSlopes(bool transposeA, bool transposeB)
    {
        var a = FiniteDifferences.Random(transposeA ? (2, 3, 2) : (2, 2, 3), 1);
        var b = FiniteDifferences.Random(transposeB ? (2, 4, 3) : (2, 3, 4), 2);
        FiniteDifferences.Check($"matmul {transposeA} {transposeB}", x => MatMul.Apply(x[0], x[1], transposeA, transposeB), [a, b]);
    }

    [TestMethod]
    public void BatchesBroadcast()
    {
        var a = FiniteDifferences.Random((2, 1, 3, 4), 1);
        var b = FiniteDifferences.Random((5, 4, 2), 2);
        var y = MatMul.Apply(a, b);
        Assert.AreEqual(new Shape(2, 5, 3, 2), y.shape);
        var (va, vb, vy) = (a.ToArray<float>(), b.ToArray<float>(), y.ToArray<float>());
        for (var i = 0; i < vy.Length; i++)
        {
            var (n, m, second, first) = (i % 2, i / 2 % 3, i / 6 % 5, i / 30);
            var sum = 0f;
            for (var k = 0; k < 4; k++)
                sum = MathF.FusedMultiplyAdd(va[first * 12 + m * 4 + k], vb[second * 8 + k * 2 + n], sum);
            // The processor's kernels are fused to the bit; another device may round each product.
            Assert.AreEqual(sum, vy[i], Tensor.Device == Tensorflow.Devices.Device.Processor ? 0 : 1e-6f);
        }

        FiniteDifferences.Check("matmul of batches", x => MatMul.Apply(x[0], x[1]),
            [FiniteDifferences.Random((2, 1, 2, 3), 1), FiniteDifferences.Random((2, 3, 2), 2)]);
        FiniteDifferences.Check("a batch times a matrix", x => MatMul.Apply(x[0], x[1]),
            [FiniteDifferences.Random((2, 2, 2, 3), 1), FiniteDifferences.Random((3, 2), 2)]);
    }

    [TestMethod]
    public void ASumOfNothingIsZero()
    {
        CollectionAssert.AreEqual(new float[6], MatMul.Apply(Fill.Ones((2, 0)), Fill.Ones((0, 3))).ToArray<float>());
        Assert.AreEqual(new Shape(0, 3), MatMul.Apply(Fill.Ones((0, 2)), Fill.Ones((2, 3))).shape);
        Assert.AreEqual(new Shape(4, 0, 3), MatMul.Apply(Fill.Ones((4, 0, 0)), Fill.Zeros((0, 3))).shape);
    }

    [TestMethod]
    public void ErrorsNameWhatDoesNotFit()
    {
        StringAssert.Contains(Error(Fill.Ones((2, 3)), Fill.Ones((4, 5))), "has 3 columns, but b (4, 5) has 4 rows");
        StringAssert.Contains(Error(Fill.Ones(3), Fill.Ones((3, 5))), "at least two axes, but the shapes are (3,) and (3, 5)");
        StringAssert.Contains(
            Error(Fill.Apply((2, 3), 1, TF_DataType.TF_INT32), Fill.Ones((3, 5))),
            "both sides need one type, but a is int32 and b is float32");
        StringAssert.Contains(Error(Fill.Ones((2, 4, 3)), Fill.Ones((3, 3, 4))), "MatMul");

        static string Error(Tensor a, Tensor b) => Assert.ThrowsExactly<ArgumentException>(() => MatMul.Apply(a, b)).Message;
    }
}
