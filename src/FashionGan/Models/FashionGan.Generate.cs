using FashionGanTf.Generation;
using FashionGanTf.Imaging;
using Tensorflow;
using Tensorflow.Serialization;

namespace FashionGanTf.Models;

/// <content>Drawing with a trained generator.</content>
public sealed partial class FashionGan
{
    /// <summary>Pictures that are drawn at once; what is drawn does not depend on it.</summary>
    private const int GenerationBatch = 128;

    /// <summary>A GAN with a trained generator (its discriminator's weights are fresh).</summary>
    /// <param name="path">A generator's weights, as a run leaves them in <c>run/generator.safetensors</c>.</param>
    /// <exception cref="IOException">The file cannot be read.</exception>
    /// <exception cref="InvalidDataException">It holds no weights of this generator; the message says what it holds and what was expected.</exception>
    public static FashionGan Load(string path)
    {
        var file = SafeTensors.load(path);
        var first = file.names.FirstOrDefault();
        // The kernel's other axis is asked for too: only a file that holds so many numbers gets a generator so large.
        if (first is null || file.shape(first) is not { ndim: 2 } kernel || kernel[0] < 1 || kernel[0] > 1 << 16 || kernel[1] != 12544)
        {
            var what = first is null ? "missing" : $"'{first}' of shape {file.shape(first)}";
            throw new InvalidDataException($"{path} holds no generator: {OneLine.Of($"its first tensor is {what}, a generator's is a kernel (latent_dim, 12544).")}");
        }

        var gan = new FashionGan((int)kernel[0]);
        gan.Generator.load_weights(path);
        return gan;
    }

    /// <summary>
    /// Draws pictures. The same seed gives the same pictures, and picture i of a seed is the same whatever <paramref name="count"/> is.
    /// </summary>
    /// <param name="count">How many; at least 1.</param>
    /// <param name="seed">Chooses the noise.</param>
    /// <param name="first">The number of the first.</param>
    /// <returns>Gray pictures of 28 x 28, clothes white on black, as in Fashion-MNIST.</returns>
    public Bitmap[] Generate(int count, int seed, long first = 0)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(count, 1);
        var pictures = new Bitmap[count];
        for (var done = 0; done < count; done += GenerationBatch)
        {
            using var scope = TensorScope.Begin();
            var batch = Math.Min(GenerationBatch, count - done);
            Tensor images = Generator.Apply(LatentNoise.Of(seed, first + done, batch, LatentDim), training: false);
            PixelRange.ToBitmaps(images).CopyTo(pictures, done);
        }

        return pictures;
    }
}
