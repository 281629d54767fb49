using Tensorflow.Keras;
using Tensorflow.Keras.Engine;
using static Tensorflow.KerasApi;

namespace FashionGanTf.Networks;

/// <summary>The networks of a DCGAN (Radford, Metz, Chintala: Unsupervised Representation Learning with Deep Convolutional Generative
/// Adversarial Networks, 2015), a stage for each doubling of the picture's side; <see cref="DcganShape"/> says how wide each is, and
/// after which an attention block comes.</summary>
internal static class Dcgan
{
    /// <summary>Noise (N, latent_dim) to pictures (N, size, size, channels) in [-1, 1].</summary>
    internal static Sequential Generator(DcganShape shape)
    {
        var (side, filters) = (shape.Base, shape.GeneratorFilters);
        var layers = new List<ILayer>
        {
            keras.layers.InputLayer(shape.LatentDim),
            keras.layers.Dense(shape.FirstMaps, use_bias: false),
            keras.layers.BatchNormalization(),
            keras.layers.LeakyReLU(),
            keras.layers.Reshape((side, side, filters[0])),
        };
        for (var i = 1; i < filters.Count; i++)
        {
            layers.AddRange(
                keras.layers.Conv2DTranspose(filters[i], (5, 5), GeneratorStrides(i), "same", use_bias: false),
                keras.layers.BatchNormalization(),
                keras.layers.LeakyReLU());
            if (shape.AttentionFollowsGenerator(i))
                layers.Add(new SelfAttention());
        }

        layers.Add(keras.layers.Conv2DTranspose(shape.Picture.Channels, (5, 5), (2, 2), "same", activation: "tanh", use_bias: false));
        return keras.Sequential(layers, name: "generator");
    }

    /// <summary>Pictures (N, size, size, channels) in [-1, 1] to logits (N, 1).</summary>
    internal static Sequential Discriminator(DcganShape shape)
    {
        var layers = new List<ILayer> { keras.layers.InputLayer((shape.Picture.Size, shape.Picture.Size, shape.Picture.Channels)) };
        for (var i = 0; i < shape.DiscriminatorFilters.Count; i++)
        {
            layers.AddRange(
                Normalized(keras.layers.Conv2D(shape.DiscriminatorFilters[i], (5, 5), (2, 2), "same"), shape), keras.layers.LeakyReLU(),
                keras.layers.Dropout(shape.Dropout));
            if (shape.AttentionFollowsDiscriminator(i))
                layers.Add(new SelfAttention(shape.SpectralNorm));
        }

        layers.AddRange(keras.layers.Flatten(), Normalized(keras.layers.Dense(1), shape));
        return keras.Sequential(layers, name: "discriminator");
    }

    /// <summary>Of the generator's convolution number i, from 1: the first keeps the size, each of the others doubles it.</summary>
    internal static (int, int) GeneratorStrides(int i) => i == 1 ? (1, 1) : (2, 2);

    /// <summary>A discriminator's layer, with spectral normalisation where the shape asks for it.</summary>
    internal static ILayer Normalized(ILayer layer, DcganShape shape) =>
        shape.SpectralNorm ? keras.layers.SpectralNormalization(layer) : layer;
}
