using Tensorflow.Operations;
using static Tensorflow.Binding;

namespace Tensorflow.Tests.Operations;

/// <summary>Functions of each element.</summary>
[TestClass]
public class ElementwiseTests
{
    private static readonly Dictionary<string, Func<Tensor, Tensor>> s_operations = new()
    {
        ["leaky_relu_0.3"] = x => LeakyRelu.Apply(x, 0.3f),
        ["leaky_relu_0.2"] = x => LeakyRelu.Apply(x, 0.2f),
        ["relu"] = Relu.Apply,
        ["tanh"] = Tanh.Apply,
        ["sigmoid"] = Sigmoid.Apply,
        ["softplus"] = Softplus.Apply,
        ["exp"] = Exp.Apply,
        ["square"] = Square.Apply,
        ["abs"] = Abs.Apply,
        ["elu"] = Elu.Apply,
        ["gelu"] = Gelu.Apply,
        ["swish"] = Swish.Apply,
        ["softmax"] = x => Softmax.Apply(x),
        ["log_softmax"] = x => LogSoftmax.Apply(x),
        ["neg"] = Negate.Apply,
        ["sin"] = Sin.Apply,
        ["cos"] = Cos.Apply,
        ["sqrt"] = Sqrt.Apply,
        ["rsqrt"] = Rsqrt.Apply,
        ["log"] = Log.Apply,
        ["log1p"] = Log1p.Apply,
        ["reciprocal"] = Reciprocal.Apply,
    };

    [TestMethod]
    public void ValuesAndGradientsAreTensorFlows()
    {
        foreach (var golden in Golden.Cases("elementwise"))
        {
            var x = golden["x"];
            using var tape = tf.GradientTape();
            tape.watch(x);
            var y = s_operations[golden.Text("op")](x);
            Near.AreEqual(golden["y"], y, $"{golden} y");
            Near.AreEqual(golden["dx"], tape.gradient(y, new[] { x }, [golden["dy"]])[0], $"{golden} dx");
        }
    }

    /// <summary>A few elements alone, and the last few after a whole piece of work, against the same ones in a long span.</summary>
    [TestMethod]
    [DataRow(TF_DataType.TF_FLOAT)]
    [DataRow(TF_DataType.TF_DOUBLE)]
    public void BitsDoNotDependOnHowManyElementsThereAre(TF_DataType type)
    {
        const int piece = Tensorflow.Devices.Cpu.Work.PieceLength;
        var x = tf.cast(FiniteDifferences.Random(piece + 64, 5, 0.1f, 8), type);
        foreach (var (name, operation) in s_operations.Where(item => !item.Key.Contains("softmax", StringComparison.Ordinal)))
        {
            var expected = tf.cast(operation(x), TF_DataType.TF_DOUBLE).ToArray<double>();
            for (var count = 1; count <= 5; count++)
            {
                var alone = tf.cast(operation(x[$"100:{100 + count}"]), TF_DataType.TF_DOUBLE).ToArray<double>();
                CollectionAssert.AreEqual(expected[100..(100 + count)], alone, $"{name} of {count}");
                var tail = tf.cast(operation(x[$":{piece + count}"]), TF_DataType.TF_DOUBLE).ToArray<double>();
                CollectionAssert.AreEqual(expected[piece..(piece + count)], tail[piece..], $"{name} of a piece and {count}");
            }
        }
    }

    [TestMethod]
    public void GradientsAreTheSlopes()
    {
        // Away from 0, where some have a corner or a pole.
        var positive = FiniteDifferences.Random((3, 4), 1, 0.4f, 1.6f);
        var negative = FiniteDifferences.Random((3, 4), 2, -1.6f, -0.4f);
        string[] positiveOnly = ["sqrt", "rsqrt", "log", "log1p"];
        foreach (var (name, operation) in s_operations)
        {
            FiniteDifferences.Check(name, x => operation(x[0]), [positive]);
            if (!positiveOnly.Contains(name))
                FiniteDifferences.Check($"{name} below 0", x => operation(x[0]), [negative]);
        }

        FiniteDifferences.Check("erf", x => Erf.Apply(x[0]), [FiniteDifferences.Random((3, 4), 3)]);
    }

    [TestMethod]
    public void DoublesAreComputedAsDoubles()
    {
        double[] values = [-3.25, -1, -1e-3, -1e-9, 1e-9, 1e-3, 0.7, 2.5];
        var x = tf.constant(values);
        (string, Func<Tensor, Tensor>, Func<double, double>)[] functions =
        [
            ("exp", Exp.Apply, Math.Exp), ("sin", Sin.Apply, Math.Sin), ("cos", Cos.Apply, Math.Cos), ("tanh", Tanh.Apply, Math.Tanh),
            ("sigmoid", Sigmoid.Apply, v => 1 / (1 + Math.Exp(-v))), ("softplus", Softplus.Apply, v => Math.Log(1 + Math.Exp(v))),
            ("relu", Relu.Apply, v => Math.Max(v, 0)), ("leaky_relu", y => LeakyRelu.Apply(y, 0.5f), v => v > 0 ? v : 0.5 * v),
            ("elu", Elu.Apply, v => v < 0 ? Math.Exp(v) - 1 : v), ("square", Square.Apply, v => v * v), ("round", Round.Apply, Math.Round),
        ];
        foreach (var (name, operation, expected) in functions)
            Near.AreEqual(Array.ConvertAll(values, v => expected(v)), operation(x).ToArray<double>(), name, 1e-12);
    }

    [TestMethod]
    public void SmallNumbersAreNotLost()
    {
        float[] values = [1e-10f, -1e-10f, 3e-6f, -3e-6f];
        var x = tf.constant(values);
        foreach (var (name, y) in new[] { ("log1p", Log1p.Apply(x)), ("elu", Elu.Apply(x)) })
            for (var i = 0; i < values.Length; i++)
                Assert.AreEqual(1, y.ToArray<float>()[i] / values[i], 1e-5, $"{name} of {values[i]}");
        Assert.AreEqual(1.1283792e-10f, Erf.Apply(x).ToArray<float>()[0], 1e-16f);
    }

    [TestMethod]
    public void LargeNumbersDoNotOverflow()
    {
        var x = tf.constant(new[] { -200f, 200f, float.NegativeInfinity, float.PositiveInfinity });
        CollectionAssert.AreEqual(new[] { 0f, 200f, 0f, float.PositiveInfinity }, Softplus.Apply(x).ToArray<float>());
        CollectionAssert.AreEqual(new[] { 0f, 200f, 0f, float.PositiveInfinity }, Relu.Apply(x).ToArray<float>());
        CollectionAssert.AreEqual(new[] { -1f, 200f, -1f, float.PositiveInfinity }, Elu.Apply(x).ToArray<float>());
        CollectionAssert.AreEqual(new[] { -1f, 1f, -1f, 1f }, Erf.Apply(x).ToArray<float>());
        CollectionAssert.AreEqual(new[] { 0f, 1f, 0f, 1f }, Sigmoid.Apply(x).ToArray<float>());
        CollectionAssert.AreEqual(new[] { -1f, 1f, -1f, 1f }, Tanh.Apply(x).ToArray<float>());
    }

    [TestMethod]
    public void NotANumberStaysOne()
    {
        var nan = tf.constant(float.NaN);
        foreach (var (name, operation) in s_operations.Where(operation => !operation.Key.Contains("softmax")))
            Assert.IsTrue(float.IsNaN((float)operation(nan)), name);
    }

    [TestMethod]
    public void WholeNumbersHaveTheFunctionsThatMakeSense()
    {
        var x = tf.constant(new[] { -3, 0, 4 });
        CollectionAssert.AreEqual(new[] { 3, 0, 4 }, Abs.Apply(x).ToArray<int>());
        CollectionAssert.AreEqual(new[] { -1, 0, 1 }, Sign.Apply(x).ToArray<int>());
        CollectionAssert.AreEqual(new[] { 9, 0, 16 }, Square.Apply(x).ToArray<int>());
        CollectionAssert.AreEqual(new[] { 3, 0, -4 }, Negate.Apply(x).ToArray<int>());
        CollectionAssert.AreEqual(new[] { 0, 0, 4 }, Relu.Apply(x).ToArray<int>());
        CollectionAssert.AreEqual(new[] { false, true }, LogicalNot.Apply(tf.constant(new[] { true, false })).ToArray<bool>());
        CollectionAssert.AreEqual(new[] { 0f, 2f, 2f, -2f }, Round.Apply(tf.constant(new[] { 0.5f, 1.5f, 2.5f, -1.5f })).ToArray<float>());
    }

    [TestMethod]
    public void AWrongTypeIsNamed()
    {
        StringAssert.Contains(Assert.ThrowsExactly<ArgumentException>(() => Exp.Apply(tf.constant(3))).Message,
            "Exp is not defined for int32 tensors");
        StringAssert.Contains(Assert.ThrowsExactly<ArgumentException>(() => Abs.Apply(tf.constant(true))).Message,
            "Abs is not defined for bool tensors");
        StringAssert.Contains(Assert.ThrowsExactly<ArgumentException>(() => LeakyRelu.Apply(tf.constant(3), 1)).Message,
            "LeakyRelu is not defined for int32");
        StringAssert.Contains(Assert.ThrowsExactly<ArgumentException>(() => LogicalNot.Apply(tf.constant(1f))).Message,
            "LogicalNot is not defined for float32");
    }

    [TestMethod]
    public void AResultDoesNotDependOnWhereItsElementStands()
    {
        // A picture's pixels are the same whatever the batch: vectors' tails must compute what their bodies compute.
        var all = FiniteDifferences.Random(70_001, 5, 0.1f, 2);
        foreach (var (name, operation) in s_operations.Where(operation => !operation.Key.Contains("softmax")))
        {
            var whole = operation(all).ToArray<float>();
            foreach (var start in new[] { 0, 1, 69_990 })
            {
                var part = operation(all[new Slice(start, start + 11)]).ToArray<float>();
                CollectionAssert.AreEqual(whole[start..(start + 11)], part, $"{name} from {start}");
            }
        }
    }
}
