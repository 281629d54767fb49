using Tensorflow.Devices.Cpu;
using Tensorflow.Operations;
using static Tensorflow.Binding;

namespace Tensorflow.Tests.Operations;

/// <summary>Pooling, resizing, padding and cropping of pictures.</summary>
[TestClass]
public class PoolingTests
{
    private static readonly Dictionary<string, Func<Tensor, Tensor>> s_operations = new()
    {
        ["upsampling2d_nearest_2"] = x => ResizeNearest.Apply(x, 2, 2),
        ["upsampling2d_bilinear_2"] = x => ResizeBilinear.Apply(x, 2, 2),
        ["average_pooling2d_2"] = x => AveragePool2D.Apply(x, (2, 2), (2, 2), "valid"),
        ["max_pooling2d_2"] = x => MaxPool2D.Apply(x, (2, 2), (2, 2), "valid"),
        ["global_average_pooling2d"] = x => ReduceMean.Apply(x, [1, 2]),
        ["zero_padding2d_2"] = x => Pad.Apply(x, [(0, 0), (2, 2), (2, 2), (0, 0)]),
        ["cropping2d_1"] = x => Tensorflow.Operations.Slice.Apply(x, [0, 1, 1, 0], [2, 4, 2, 3]),
    };

    [TestMethod]
    public void ValuesAndGradientsAreTensorFlows()
    {
        foreach (var golden in Golden.Cases("image_ops"))
        {
            var x = golden["x"];
            using var tape = tf.GradientTape();
            tape.watch(x);
            var y = s_operations[golden.Text("op")](x);
            Near.AreEqual(golden["y"], y, $"{golden} y");
            Near.AreEqual(golden["dx"], tape.gradient(y, new[] { x }, [golden["dy"]])[0], $"{golden} dx");
        }
    }

    [TestMethod]
    public void GradientsAreTheSlopes()
    {
        // Elements far enough apart that a difference's step does not change which is the largest.
        var order = new int[2 * 5 * 4 * 2];
        for (var i = 0; i < order.Length; i++)
            order[i] = i;
        new Random(3).Shuffle(order);
        var x = Tensor.From<float>(Array.ConvertAll(order, i => i * 0.05f - 2), (2, 5, 4, 2));
        foreach (var padding in new[] { "same", "valid" })
            foreach (var (pool, strides) in new[] { ((2, 2), (2, 2)), ((3, 2), (1, 2)), ((1, 1), (3, 3)) })
            {
                // The squares make the second derivative say something about linear operations.
                FiniteDifferences.Check($"max {pool} {strides} {padding}", v => Squared(MaxPool2D.Apply(v[0], pool, strides, padding)),
                    [x]);
                FiniteDifferences
                    .Check($"average {pool} {strides} {padding}", v => Squared(AveragePool2D.Apply(v[0], pool, strides, padding)), [x]);
            }

        FiniteDifferences.Check("nearest", v => Squared(ResizeNearest.Apply(v[0], 3, 2)), [x]);
        FiniteDifferences.Check("bilinear", v => Squared(ResizeBilinear.Apply(v[0], 3, 2)), [x]);

        static Tensor Squared(Tensor y) => y * y;
    }

    [TestMethod]
    public void SamePaddingIsLeftOutOfTheAverage()
    {
        var y = AveragePool2D.Apply(Fill.Ones((1, 5, 5, 3)), (4, 4), (2, 2), "same");
        Assert.AreEqual((1, 3, 3, 3), y.shape);
        foreach (var value in y.ToArray<float>())
            Assert.AreEqual(1, value);
    }

    [TestMethod]
    public void PoolingAgreesWithItsDefinition()
    {
        var random = new Random(5);
        foreach (var channels in new[] { 1, 3, 8, 21 })
            foreach (var padding in new[] { "valid", "same" })
            {
                var (height, width, window, stride) = (random.Next(3, 8), random.Next(3, 8), random.Next(1, 4), random.Next(1, 4));
                var x = FiniteDifferences.Random((2, height, width, channels), channels);
                var values = x.ToArray<float>();
                var largest = MaxPool2D.Apply(x, (window, window), (stride, stride), padding);
                var mean = AveragePool2D.Apply(x, (window, window), (stride, stride), padding);
                var ((rows, top), (columns, left)) = (Windows(height), Windows(width));
                Assert.AreEqual((2, rows, columns, channels), largest.shape);
                Assert.AreEqual(largest.shape, mean.shape);
                for (var i = 0; i < largest.size; i++)
                {
                    var (n, row, column, c) =
                        (i / channels / columns / rows, i / channels / columns % rows, i / channels % columns, i % channels);
                    var inside = from h in Enumerable.Range(row * stride - top, window)
                                 from w in Enumerable.Range(column * stride - left, window)
                                 where h >= 0 && h < height && w >= 0 && w < width
                                 select values[((n * height + h) * width + w) * channels + c];
                    Assert.AreEqual(inside.Max(), largest.ToArray<float>()[i]);
                    Assert.AreEqual(inside.Average(), mean.ToArray<float>()[i], 1e-6);
                }

                // TensorFlow's rule: as little padding as reaches the last window, the smaller half of it in front.
                (int Count, int Before) Windows(int size)
                {
                    var count = padding == "valid" ? (size - window) / stride + 1 : (int)Math.Ceiling(size / (double)stride);
                    return (count, padding == "valid" ? 0 : Math.Max(0, (count - 1) * stride + window - size) / 2);
                }
            }
    }

    [TestMethod]
    public void OfEqualElementsTheFirstGetsTheGradient()
    {
        var x = Fill.Zeros((1, 2, 2, 1));
        using var tape = tf.GradientTape();
        tape.watch(x);
        CollectionAssert.AreEqual(
            new float[] { 1, 0, 0, 0 }, tape.gradient(MaxPool2D.Apply(x, (2, 2), (2, 2), "valid"), x).ToArray<float>());
    }

    [TestMethod]
    public void BatchesMayBeEmpty()
    {
        var x = Fill.Zeros((0, 4, 4, 3));
        Assert.AreEqual((0, 2, 2, 3), MaxPool2D.Apply(x, (2, 2), (2, 2), "valid").shape);
        Assert.AreEqual((0, 2, 2, 3), AveragePool2D.Apply(x, (2, 2), (2, 2), "same").shape);
        Assert.AreEqual((0, 8, 12, 3), ResizeNearest.Apply(x, 2, 3).shape);
        Assert.AreEqual((0, 8, 12, 3), ResizeBilinear.Apply(x, 2, 3).shape);
    }

    [TestMethod]
    public void ThreadsDoNotChangeABit()
    {
        var x = FiniteDifferences.Random((9, 12, 12, 5), 1);
        var threads = Work.Threads;
        try
        {
            Work.Threads = 1;
            var one = Run();
            Work.Threads = 4;
            CollectionAssert.AreEqual(one, Run());
        }
        finally
        {
            Work.Threads = threads;
        }

        float[] Run()
        {
            using var tape = tf.GradientTape();
            tape.watch(x);
            var resized = ResizeBilinear.Apply(x, 2, 2);
            var y = MaxPool2D.Apply(resized, (3, 3), (1, 1), "same") * AveragePool2D.Apply(resized, (3, 3), (1, 1), "same");
            return [.. y.ToArray<float>(), .. tape.gradient(y, x).ToArray<float>()];
        }
    }

    [TestMethod]
    public void WrongArgumentsAreNamed()
    {
        var x = Fill.Zeros((1, 3, 3, 1));
        Throws("a window of (4, 4) does not fit a picture of shape (1, 3, 3, 1)", () => MaxPool2D.Apply(x, (4, 4), (1, 1), "valid"));
        Throws("AveragePool2D: padding is 'same' or 'valid', not 'full'", () => AveragePool2D.Apply(x, (2, 2), (1, 1), "full"));
        Throws("the strides are (0, 1)", () => MaxPool2D.Apply(x, (2, 2), (0, 1), "valid"));
        Throws("it is float32 of shape (3, 3)", () => MaxPool2D.Apply(Fill.Zeros((3, 3)), (2, 2), (1, 1), "valid"));
        Throws("the factors are (0, 2)", () => ResizeNearest.Apply(x, 0, 2));
        Throws("x is float32 of shape (3,)", () => ResizeBilinear.Apply(Fill.Zeros(3), 2, 2));

        static void Throws(string part, Action action) =>
            StringAssert.Contains(Assert.ThrowsExactly<ArgumentException>(action).Message, part);
    }
}
