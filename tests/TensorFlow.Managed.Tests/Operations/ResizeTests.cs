using static Tensorflow.Binding;

namespace Tensorflow.Tests.Operations;

/// <summary>tf.image.resize: TensorFlow's values, gradients by differences; crops.</summary>
[TestClass]
public class ResizeTests
{
    [TestMethod]
    public void ValuesAreTensorFlows()
    {
        var count = 0;
        foreach (var golden in Golden.Cases("image_resize"))
        {
            var size = golden.Parameters.GetProperty("size");
            var antialias = golden.Parameters.TryGetProperty("antialias", out var value) && value.GetBoolean();
            var y = tf.image.resize(golden["x"], (size[0].GetInt32(), size[1].GetInt32()), golden.Text("method"), antialias);
            Near.AreEqual(golden["y"], y, golden.ToString());
            count++;
        }

        Assert.AreEqual(10, count);
    }

    [TestMethod]
    public void GradientsAreTheSlopes()
    {
        var x = FiniteDifferences.Random((1, 3, 4, 2), 1);
        foreach (var method in new[] { "bilinear", "nearest", "bicubic", "area" })
        {
            FiniteDifferences.Check(method, values => tf.image.resize(values[0], (5, 3), method), [x]);
            var one = x[0];
            Near.AreEqual(tf.image.resize(x, (5, 3), method)[0], tf.image.resize(one, (5, 3), method), method);
        }
    }

    [TestMethod]
    public void TheNearestPixelsKeepTheirType()
    {
        var x = tf.constant(new byte[,,,] { { { { 1 }, { 2 } }, { { 3 }, { 4 } } } });
        var y = tf.image.resize(x, (2, 4), "nearest");
        Assert.AreEqual(tf.uint8, y.dtype);
        CollectionAssert.AreEqual(new byte[] { 1, 1, 2, 2, 3, 3, 4, 4 }, y.ToArray<byte>());
        Assert.AreEqual(tf.float32, tf.image.resize(x, (3, 3)).dtype);
        Assert.AreEqual(2.5f, (float)tf.image.resize(x, (1, 1), "area"));
    }

    [TestMethod]
    public void PartsOfPictures()
    {
        var x = tf.reshape(tf.range(24), (2, 3, 4, 1));
        CollectionAssert.AreEqual(new[] { 5, 6, 9, 10, 17, 18, 21, 22 }, tf.image.crop_to_bounding_box(x, 1, 1, 2, 2).ToArray<int>());
        CollectionAssert.AreEqual(new[] { 11 }, tf.image.crop_to_bounding_box(x[0], 2, 3, 1, 1).ToArray<int>());
        Assert.ThrowsExactly<ArgumentException>(() => tf.image.crop_to_bounding_box(x, 2, 0, 2, 2));
    }

    [TestMethod]
    public void MistakesAreNamed()
    {
        var x = tf.ones((1, 2, 2, 1));
        Expect("resize: the method is bilinear, nearest, bicubic or area, not 'sharp'.", () => tf.image.resize(x, (3, 3), "sharp"));
        Expect("resize: size is (height, width), not (3,).", () => tf.image.resize(x, 3));
        Expect("resize: pictures (N, H, W, C) and sizes from 1 on are needed, not (1, 2, 2, 1) and (0, 3).",
            () => tf.image.resize(x, (0, 3)));
        Expect("resize: pictures are (H, W, C) or (N, H, W, C), not (2, 2).", () => tf.image.resize(tf.ones((2, 2)), (3, 3)));

        static void Expect(string message, Action action) =>
            Assert.AreEqual(message, Assert.ThrowsExactly<ArgumentException>(action).Message);
    }
}
