using Tensorflow.Devices;
using static Tensorflow.Binding;

namespace Tensorflow.Tests.Devices;

/// <summary>A convolution's arithmetic.</summary>
[TestClass]
public class ConvolutionShapeTests
{
    /// <summary>Where all elements and weights are 1, each product that meets the picture adds 1 to the sum of the result.</summary>
    [TestMethod]
    [DataRow(2, 7, 5, 3, 4, 1, 1, "same")]
    [DataRow(1, 9, 4, 2, 3, 2, 1, "same")]
    [DataRow(3, 8, 3, 1, 2, 3, 1, "valid")]
    [DataRow(1, 10, 3, 2, 2, 1, 3, "same")]
    [DataRow(1, 2, 5, 1, 1, 1, 1, "same")]
    public void RealProductsAreThoseThatMeetThePicture(int n, int size, int kernel, int channels, int filters, int stride, int dilation,
        string padding)
    {
        Tensor x = tf.ones((n, size, size + 1, channels)), weights = tf.ones((kernel, kernel, channels, filters));
        var shape = ConvolutionShape.Of("test", x.shape, weights.shape, (stride, stride), padding, (dilation, dilation));
        var y = Tensorflow.Operations.Conv2D.Apply(x, weights, shape);
        Assert.AreEqual((double)tf.reduce_sum(y).numpy(), shape.RealProducts);
    }
}
