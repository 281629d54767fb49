using FashionGanTf.Imaging;
using Tensorflow;
using Tensorflow.NumPy;
using static Tensorflow.Binding;

namespace FashionGanTf.Evaluation.Pictures;

/// <summary>Pictures as one array, uint8 (N, size, size) in gray or (N, size, size, 3) in colour, and as others need them.</summary>
internal static class PictureArrays
{
    /// <summary>The shape of each picture.</summary>
    /// <exception cref="ArgumentException">It is no array of square pictures; the one-line message says what it is.</exception>
    internal static PictureShape ShapeOf(NDArray pictures) =>
        (pictures.ndim == 3 || (pictures.ndim == 4 && pictures.shape[3] == 3)) && pictures.shape[1] == pictures.shape[2]
        ? new PictureShape((int)pictures.shape[1], Channels: pictures.ndim == 3 ? 1 : 3)
        : throw new ArgumentException($"An array of pictures has the shape (N, size, size) or (N, size, size, 3), not {pictures.shape}.");

    /// <summary>Picture number i.</summary>
    internal static Bitmap Picture(NDArray pictures, int i)
    {
        using var picture = pictures[i];
        var shape = ShapeOf(pictures);
        return new Bitmap(shape.Size, shape.Size, shape.Channels, picture.ToArray<byte>());
    }

    /// <summary>Pictures as the networks take them, float32 (count, size, size, channels) in [-1, 1].</summary>
    internal static Tensor Scaled(NDArray pictures, int first, int count)
    {
        var shape = ShapeOf(pictures);
        int[] begin = [first, .. Enumerable.Repeat(0, pictures.ndim - 1)], size = [count, .. Enumerable.Repeat(-1, pictures.ndim - 1)];
        return PixelRange.FromPixels(tf.reshape(tf.slice(pictures, begin, size), (count, shape.Size, shape.Size, shape.Channels)));
    }

    /// <summary>The first pictures, all where there are no more.</summary>
    internal static NDArray First(NDArray pictures, long count) => pictures.shape[0] > count ? pictures[$":{count}"] : pictures;

    /// <summary>The rows of one class, float32 (M, D).</summary>
    /// <param name="rows">float32 (N, D).</param>
    /// <param name="labels">The class of each.</param>
    /// <param name="label">The class that is wanted.</param>
    internal static NDArray OfClass(NDArray rows, byte[] labels, int label)
    {
        var (values, width) = (rows.ToArray<float>(), (int)rows.shape[1]);
        var chosen = Enumerable.Range(0, labels.Length).Where(i => labels[i] == label).ToArray();
        var wanted = new float[chosen.Length * width];
        for (var i = 0; i < chosen.Length; i++)
            values.AsSpan(chosen[i] * width, width).CopyTo(wanted.AsSpan(i * width));
        return np.array(wanted).reshape((chosen.Length, width));
    }

    /// <summary>Pictures of noise: every pixel any byte, each as likely.</summary>
    /// <param name="count">How many.</param>
    /// <param name="seed">Chooses the noise.</param>
    /// <param name="shape">Of what shape.</param>
    internal static NDArray Noise(int count, int seed, PictureShape shape)
    {
        using var scope = TensorScope.Begin();
        var sizes = shape.Channels == 1
            ? new Shape(count, shape.Size, shape.Size) : new Shape(count, shape.Size, shape.Size, shape.Channels);
        var noise = tf.random.Generator.from_seed(seed).uniform(sizes, 0, 256);
        return tf.cast(noise, TF_DataType.TF_UINT8).numpy();
    }
}
