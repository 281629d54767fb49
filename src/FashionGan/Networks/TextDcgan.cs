using Tensorflow;
using Tensorflow.Keras.ArgsDefinition;
using Tensorflow.Keras.Layers;
using static Tensorflow.KerasApi;

namespace FashionGanTf.Networks;

/// <summary>
/// The DCGAN with texts, tokens (N, T). Each network has an encoder of its own, which learns with it, so that the moving average of the
/// generator has the encoder that belongs to it. In the generator the condition scales and shifts what is normalised: each number of the
/// first layer, for what is drawn where, by a few numbers made from it, and each map. It does not join the noise: a batch normalisation
/// would divide both by one deviation, and the generator can then make the noise's part small. The discriminator projects (Miyato and
/// Koyama, cGANs with Projection Discriminator, 2018), and also names the words.
/// </summary>
internal static class TextDcgan
{
    /// <summary>Numbers that a condition becomes for the layers that have as many weights for each as there are places: the generator's
    /// first and the discriminator's last. With all of <see cref="TextEncoder.Size"/> they would be the largest of all.</summary>
    internal const int EmbeddingSize = 32;

    /// <summary>Noise (N, latent_dim) and tokens (N, T) to pictures (N, size, size, channels) in [-1, 1].</summary>
    internal static TextNetwork Generator(DcganShape shape, int words)
    {
        var (side, filters) = (shape.Base, shape.GeneratorFilters);
        var (noise, tokens, encoder) = (keras.Input(shape.LatentDim), Tokens(), new TextEncoder(words));
        Tensor condition = encoder.Apply(tokens);
        Tensor Normalized(Tensor x, Tensor by) =>
            keras.layers.LeakyReLU().Apply(new ConditionalBatchNormalization(centred: true).Apply(new Tensors(x, by)));

        // A condition has a length of 1; this one's numbers have a variance of 1.
        var embedding = Embedded(condition, deviation: 1);
        Tensor x = Normalized(keras.layers.Dense(shape.FirstMaps, use_bias: false).Apply(noise), embedding);
        x = keras.layers.Reshape((side, side, filters[0])).Apply(x);
        for (var i = 1; i < filters.Count; i++)
        {
            x = keras.layers.Conv2DTranspose(filters[i], (5, 5), Dcgan.GeneratorStrides(i), "same", use_bias: false).Apply(x);
            x = Normalized(x, condition);
            if (shape.AttentionFollowsGenerator(i))
                x = new SelfAttention().Apply(x);
        }

        x = keras.layers.Conv2DTranspose(shape.Picture.Channels, (5, 5), (2, 2), "same", activation: "tanh", use_bias: false).Apply(x);
        return new TextNetwork(new Tensors(noise, tokens), condition, x, encoder, "generator");
    }

    /// <summary>Pictures (N, size, size, channels) in [-1, 1] and tokens (N, T) to logits (N, 1), which say how real a picture of this text
    /// is, and logits of the words (N, words), which do not depend on the text. With k N rows of tokens there are k N logits: those of
    /// all pictures with the first N texts, then with the next.</summary>
    internal static TextNetwork Discriminator(DcganShape shape, int words)
    {
        var pictures = keras.Input((shape.Picture.Size, shape.Picture.Size, shape.Picture.Channels));
        var (tokens, encoder) = (Tokens(), new TextEncoder(words));
        Tensor condition = encoder.Apply(tokens);
        Tensor x = ConditionalDcgan.Features(pictures, shape);
        // As long as a condition.
        var embedding = Embedded(condition, deviation: 1 / MathF.Sqrt(EmbeddingSize));
        Tensor logits = new ProjectionLogit(spectral_normalization: shape.SpectralNorm).Apply(new Tensors(x, embedding));
        return new TextNetwork(
            new Tensors(pictures, tokens), condition, new Tensors(logits, keras.layers.Dense(words).Apply(x)), encoder, "discriminator");
    }

    /// <summary>Fewer numbers of a condition (N, <see cref="TextEncoder.Size"/>): (N, <see cref="EmbeddingSize"/>), each of this standard
    /// deviation at the beginning.</summary>
    private static Tensor Embedded(Tensor condition, float deviation) => new Dense(new DenseArgs
    {
        Name = "condition_embedding", Units = EmbeddingSize, UseBias = false,
        KernelInitializer = keras.initializers.RandomNormal(stddev: deviation),
    }).Apply(condition);

    private static Tensor Tokens() => keras.Input(-1, dtype: TF_DataType.TF_INT32);
}
