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
    internal static NDArray Noise(int count, int seed)
    {
        using var scope = TensorScope.Begin();
        var noise = tf.random.Generator.from_seed(seed).uniform((count, 28, 28), 0, 256);
        return tf.cast(noise, TF_DataType.TF_UINT8).numpy();
    }
}
