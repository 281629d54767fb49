using Tensorflow.Operations;

namespace Tensorflow;

/// <content>Files' contents.</content>
public sealed partial class tensorflow
{
    /// <summary>What files hold: <c>tf.io.encode_png(picture)</c>.</summary>
    public io_api io { get; } = new();
}

/// <summary>What <c>tf.io</c> offers.</summary>
public sealed class io_api
{
    internal io_api()
    {
    }

    /// <summary>The bytes of a PNG file. There are no tensors of texts, so they are an array.</summary>
    /// <param name="image">uint8 of shape (H, W, C), C being 1 for gray, 2 for gray and opacity, 3 for red, green and blue, 4 for these
    /// and opacity.</param>
    /// <exception cref="ArgumentException">It is of another type or shape.</exception>
    public byte[] encode_png(Tensor image) => EncodePng.Apply(image);
}
