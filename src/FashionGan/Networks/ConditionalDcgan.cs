using FashionGanTf.Models;
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
    /// <summary>Noise (N, latent_dim) and conditions (N, classes) to pictures (N, 28, 28, 1) in [-1, 1].</summary>
    internal static Functional Generator(FashionGanSizes sizes, int classes)
    {
        var (noise, condition) = (keras.Input(sizes.LatentDim), keras.Input(classes));
        Tensor Normalized(Tensor x) =>
            keras.layers.LeakyReLU().Apply(new ConditionalBatchNormalization().Apply(new Tensors(x, condition)));

        var x = Normalized(keras.layers.Dense(7 * 7 * sizes.GeneratorFilters.Dense, use_bias: false).Apply(noise));
        x = keras.layers.Reshape((7, 7, sizes.GeneratorFilters.Dense)).Apply(x);
        x = Normalized(keras.layers.Conv2DTranspose(sizes.GeneratorFilters.First, (5, 5), (1, 1), "same", use_bias: false).Apply(x));
        x = Normalized(keras.layers.Conv2DTranspose(sizes.GeneratorFilters.Second, (5, 5), (2, 2), "same", use_bias: false).Apply(x));
        x = keras.layers.Conv2DTranspose(1, (5, 5), (2, 2), "same", activation: "tanh", use_bias: false).Apply(x);
        return keras.Model(new Tensors(noise, condition), x, "generator");
    }

    /// <summary>Pictures (N, 28, 28, 1) in [-1, 1] and conditions (N, classes) to logits (N, 1), which say how real a picture of this
    /// condition is, and logits of the classes (N, classes), which do not depend on the condition.</summary>
    internal static Functional Discriminator(FashionGanSizes sizes, int classes)
    {
        var (pictures, condition) = (keras.Input((28, 28, 1)), keras.Input(classes));
        Tensor x = pictures;
        foreach (var filters in new[] { sizes.DiscriminatorFilters.First, sizes.DiscriminatorFilters.Second })
        {
            x = keras.layers.LeakyReLU().Apply(keras.layers.Conv2D(filters, (5, 5), (2, 2), "same").Apply(x));
            x = keras.layers.Dropout(sizes.Dropout).Apply(x);
        }

        x = keras.layers.Flatten().Apply(x);
        Tensor logits = new ProjectionLogit().Apply(new Tensors(x, condition));
        return keras.Model(
            new Tensors(pictures, condition), new Tensors(logits, keras.layers.Dense(classes).Apply(x)), "discriminator");
    }
}
