using Tensorflow.Operations;

namespace Tensorflow;

/// <content>Pictures.</content>
public sealed partial class tensorflow
{
    /// <summary>Functions of pictures: <c>tf.image.flip_left_right(x)</c>.</summary>
    public image_api image { get; } = new();
}

/// <summary>Functions of pictures (H, W, C) and batches of them (N, H, W, C), <c>tf.image</c>.</summary>
public sealed class image_api
{
    internal image_api()
    {
    }

    /// <summary>Pictures mirrored, left for right.</summary>
    /// <exception cref="ArgumentException">The tensor has another rank.</exception>
    public Tensor flip_left_right(Tensor image) => Reverse.Apply(Pictures("flip_left_right", image), [-2]);

    /// <summary>Pictures upside down.</summary>
    /// <exception cref="ArgumentException">The tensor has another rank.</exception>
    public Tensor flip_up_down(Tensor image) => Reverse.Apply(Pictures("flip_up_down", image), [-3]);

    private static Tensor Pictures(string function, Tensor image) => image.ndim is 3 or 4
        ? image : throw new ArgumentException($"{function}: pictures are (H, W, C) or (N, H, W, C), not {image.shape}.");
}
