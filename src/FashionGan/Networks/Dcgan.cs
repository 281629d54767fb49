using FashionGanTf.Models;
using Tensorflow.Keras;
using Tensorflow.Keras.Engine;
using static Tensorflow.KerasApi;

namespace FashionGanTf.Networks;

/// <summary>The networks of a DCGAN for 28 x 28 pictures (Radford, Metz, Chintala: Unsupervised Representation Learning with Deep
/// Convolutional Generative Adversarial Networks, 2015).</summary>
internal static class Dcgan
{
    /// <summary>Noise (N, latent_dim) to pictures (N, 28, 28, 1) in [-1, 1].</summary>
    internal static Sequential Generator(FashionGanSizes sizes) => keras.Sequential(new List<ILayer>
    {
        keras.layers.InputLayer(sizes.LatentDim),
        keras.layers.Dense(7 * 7 * sizes.GeneratorFilters.Dense, use_bias: false),
        keras.layers.BatchNormalization(),
        keras.layers.LeakyReLU(),
        keras.layers.Reshape((7, 7, sizes.GeneratorFilters.Dense)),
        keras.layers.Conv2DTranspose(sizes.GeneratorFilters.First, (5, 5), (1, 1), "same", use_bias: false),
        keras.layers.BatchNormalization(),
        keras.layers.LeakyReLU(),
        keras.layers.Conv2DTranspose(sizes.GeneratorFilters.Second, (5, 5), (2, 2), "same", use_bias: false),
        keras.layers.BatchNormalization(),
        keras.layers.LeakyReLU(),
        keras.layers.Conv2DTranspose(1, (5, 5), (2, 2), "same", activation: "tanh", use_bias: false),
    }, name: "generator");

    /// <summary>Pictures (N, 28, 28, 1) in [-1, 1] to logits (N, 1).</summary>
    internal static Sequential Discriminator(FashionGanSizes sizes) => keras.Sequential(new List<ILayer>
    {
        keras.layers.InputLayer((28, 28, 1)),
        keras.layers.Conv2D(sizes.DiscriminatorFilters.First, (5, 5), (2, 2), "same"),
        keras.layers.LeakyReLU(),
        keras.layers.Dropout(sizes.Dropout),
        keras.layers.Conv2D(sizes.DiscriminatorFilters.Second, (5, 5), (2, 2), "same"),
        keras.layers.LeakyReLU(),
        keras.layers.Dropout(sizes.Dropout),
        keras.layers.Flatten(),
        keras.layers.Dense(1),
    }, name: "discriminator");
}
