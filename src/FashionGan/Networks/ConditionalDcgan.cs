using Tensorflow;
using Tensorflow.Keras.Engine;
using static Tensorflow.KerasApi;

namespace FashionGanTf.Networks;

/// <summary>
/// The DCGAN with a condition: what both networks know of a picture beside its noise or its pixels, (N, classes), a row of one 1 for a
/// class. The generator normalises each batch conditionally; the discriminator is a projection discriminator (Miyato and Koyama, cGANs with
/// Projection Discriminator, 2018), and also names the class (Odena, Olah, Shlens: Conditional Image Synthesis with Auxiliary Classifier
/// GANs, 2017).
/// </summary>
internal static class ConditionalDcgan
{
    /// <summary>Noise (N, latent_dim) and conditions (N, classes) to pictures (N, size, size, channels) in [-1, 1].</summary>
    internal static Functional Generator(DcganShape shape, int classes)
    {
        var (side, filters) = (shape.Base, shape.GeneratorFilters);
        var (noise, condition) = (keras.Input(shape.LatentDim), keras.Input(classes));
        Tensor Normalized(Tensor x) =>
            keras.layers.LeakyReLU().Apply(new ConditionalBatchNormalization().Apply(new Tensors(x, condition)));

        var x = Normalized(keras.layers.Dense(shape.FirstMaps, use_bias: false).Apply(noise));
        x = keras.layers.Reshape((side, side, filters[0])).Apply(x);
        for (var i = 1; i < filters.Count; i++)
        {
            x = Normalized(
                keras.layers.Conv2DTranspose(filters[i], (5, 5), Dcgan.GeneratorStrides(i), "same", use_bias: false).Apply(x));
            if (shape.AttentionFollowsGenerator(i))
                x = new SelfAttention().Apply(x);
        }

        x = keras.layers.Conv2DTranspose(shape.Picture.Channels, (5, 5), (2, 2), "same", activation: "tanh", use_bias: false).Apply(x);
        return keras.Model(new Tensors(noise, condition), x, "generator");
    }

    /// <summary>Pictures (N, size, size, channels) in [-1, 1] and conditions (N, classes) to logits (N, 1), which say how real a picture
    /// of this condition is, and logits of the classes (N, classes), which do not depend on the condition.</summary>
    internal static Functional Discriminator(DcganShape shape, int classes)
    {
        var pictures = keras.Input((shape.Picture.Size, shape.Picture.Size, shape.Picture.Channels));
        var condition = keras.Input(classes);
        Tensor x = Features(pictures, shape);
        Tensor logits = new ProjectionLogit(spectral_normalization: shape.SpectralNorm).Apply(new Tensors(x, condition));
        return keras.Model(
            new Tensors(pictures, condition), new Tensors(logits, keras.layers.Dense(classes).Apply(x)), "discriminator");
    }

    /// <summary>What a discriminator sees in pictures before it knows the condition, (N, features).</summary>
    internal static Tensor Features(Tensor pictures, DcganShape shape)
    {
        var x = pictures;
        for (var i = 0; i < shape.DiscriminatorFilters.Count; i++)
        {
            x = Dcgan.Normalized(keras.layers.Conv2D(shape.DiscriminatorFilters[i], (5, 5), (2, 2), "same"), shape).Apply(x);
            x = keras.layers.LeakyReLU().Apply(x);
            x = keras.layers.Dropout(shape.Dropout).Apply(x);
            if (shape.AttentionFollowsDiscriminator(i))
                x = new SelfAttention(shape.SpectralNorm).Apply(x);
        }

        return keras.layers.Flatten().Apply(x);
    }
}
