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
    };

    [TestMethod]
    public void ValuesAndGradientsAreTensorFlows()
    {
        foreach (var golden in Golden.Cases("broadcast"))
        {
            if (!s_operations.TryGetValue(golden.Text("op"), out var operation))
                continue;
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
}
