using FashionGanTf.Imaging;
using Tensorflow;
using Tensorflow.NumPy;
using static Tensorflow.Binding;

namespace FashionGanTf.Evaluation.Pictures;

/// <summary>Pictures as one array, uint8 (N, 28, 28), and as others need them.</summary>
internal static class PictureArrays
{
    /// <summary>Picture number i.</summary>
    internal static Bitmap Picture(NDArray pictures, int i)
    {
        using var picture = pictures[i];
        return new Bitmap((int)pictures.shape[2], (int)pictures.shape[1], 1, picture.ToArray<byte>());
    }

    /// <summary>The first pictures, all where there are no more.</summary>
    internal static NDArray First(NDArray pictures, long count) => pictures.shape[0] > count ? pictures[$":{count}"] : pictures;

    /// <summary>Pictures of noise: every pixel any byte, each as likely.</summary>
    /// <param name="count">How many.</param>
    /// <param name="seed">Chooses the noise.</param>
    internal static NDArray Noise(int count, int seed)
    {
        using var scope = TensorScope.Begin();
        var noise = tf.random.Generator.from_seed(seed).uniform((count, 28, 28), 0, 256);
        return tf.cast(noise, TF_DataType.TF_UINT8).numpy();
    }
}
