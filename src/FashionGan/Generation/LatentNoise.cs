using Tensorflow;
using static Tensorflow.Binding;

namespace FashionGanTf.Generation;

/// <summary>
/// What pictures are drawn from. Picture i of a seed has its own stretch of the seed's random numbers, so it does not depend on how many
/// are drawn, nor in what batches.
/// </summary>
public static class LatentNoise
{
    /// <summary>Far more than a picture uses: stretches never meet.</summary>
    private const int BitsOfStretch = 32;

    /// <summary>Where in a stretch the number lies that is no part of a picture's noise.</summary>
    private const ulong PlaceOfChoice = 1UL << (BitsOfStretch - 1);

    /// <summary>The noise of a run of pictures.</summary>
    /// <param name="seed">Chooses the stream.</param>
    /// <param name="first">The number of the first picture, from 0.</param>
    /// <param name="count">How many pictures.</param>
    /// <param name="latent_dim">Numbers for each.</param>
    /// <returns>float32 (count, latent_dim), normally distributed.</returns>
    public static Tensor Of(long seed, long first, int count, int latent_dim)
    {
        var values = new float[checked(count * latent_dim)];
        for (var i = 0; i < count; i++)
            Fill(values.AsSpan(i * latent_dim, latent_dim), seed, first + i);
        return ((Tensor)values).numpy().reshape((count, latent_dim));
    }

    /// <summary>The noise of one picture.</summary>
    /// <param name="noise">Gets it: as many numbers as it has room for.</param>
    /// <param name="seed">Chooses the stream.</param>
    /// <param name="number">The picture's number, from 0.</param>
    internal static void Fill(Span<float> noise, long seed, long number)
    {
        using var scope = TensorScope.Begin();
        var generator = tf.random.Generator.from_key_counter((ulong)seed, (ulong)number << BitsOfStretch);
        generator.normal(noise.Length).ToArray<float>().CopyTo(noise);
    }

    /// <summary>One more number of a picture, from 0 up to 1, by which something is chosen at random.</summary>
    /// <param name="seed">Chooses the stream.</param>
    /// <param name="number">The picture's number, from 0.</param>
    internal static float Choice(long seed, long number)
    {
        using var scope = TensorScope.Begin();
        return tf.random.Generator.from_key_counter((ulong)seed, ((ulong)number << BitsOfStretch) + PlaceOfChoice).uniform(1)
            .ToArray<float>()[0];
    }
}
