using Tensorflow;
using Tensorflow.Keras.Engine;
using static Tensorflow.KerasApi;

namespace FashionGanTf.Networks;

/// <summary>
/// The networks of R3GAN at small sizes (Huang et al., The GAN is dead; long live the GAN!, 2024): residual blocks without normalisation,
/// learned bases at the small end, resampling with [1, 2, 1], no activation at either end. They are made for
/// <see cref="Objectives.RelativisticPaired"/> with <see cref="Penalties.R1"/> and <see cref="Penalties.R2"/>. With a condition its
/// embedding joins the noise, and the discriminator projects.
/// </summary>
internal static class ResidualGan
{
    /// <summary>Numbers that a condition becomes beside the noise.</summary>
    private const int EmbeddingSize = 32;

    /// <summary>Noise (N, latent_dim) to pictures (N, side, side, channels), near [-1, 1]; with classes it takes conditions (N, classes),
    /// too.</summary>
    internal static Functional Generator(ResidualGanSizes sizes, int classes = 0)
    {
        Tensor noise = keras.Input(sizes.LatentDim);
        var condition = classes == 0 ? null : (Tensor)keras.Input(classes);
        Tensor z = condition is null ? noise
            : (Tensor)keras.layers.Concatenate().Apply(new Tensors(noise, Linear(EmbeddingSize, classes, condition)));
        Tensor x = new GenerativeBasis(sizes.Base, sizes.Widths[0]).Apply(z);
        for (var stage = 0; stage < sizes.Widths.Count; stage++)
        {
            if (stage > 0)
                x = FirResampling.Up(1, 2, 1).Apply(Widened(x, sizes.Widths[stage - 1], sizes.Widths[stage]));
            x = Stage(x, sizes, stage);
        }

        return keras.Model(Inputs(noise, condition), OfEachPixel(x, sizes.Widths[^1], sizes.Channels), "generator");
    }

    /// <summary>Pictures (N, side, side, channels) to logits (N, 1); with classes it takes conditions (N, classes), too.</summary>
    internal static Functional Discriminator(ResidualGanSizes sizes, int classes = 0)
    {
        Tensor pictures = keras.Input((sizes.Side, sizes.Side, sizes.Channels));
        var condition = classes == 0 ? null : (Tensor)keras.Input(classes);
        var x = OfEachPixel(pictures, sizes.Channels, sizes.Widths[^1]);
        for (var stage = sizes.Widths.Count - 1; stage >= 0; stage--)
        {
            x = Stage(x, sizes, stage);
            if (stage > 0)
                x = Widened(FirResampling.Down(1, 2, 1).Apply(x), sizes.Widths[stage], sizes.Widths[stage - 1]);
        }

        Tensor phi = new DiscriminativeBasis().Apply(x);
        Tensor logits = condition is null ? Linear(1, sizes.Widths[0], phi)
            : (Tensor)new ProjectionLogit().Apply(new Tensors(phi, condition));
        return keras.Model(Inputs(pictures, condition), logits, "discriminator");
    }

    private static Tensor Stage(Tensor x, ResidualGanSizes sizes, int stage)
    {
        var expanded = sizes.Widths[stage] * sizes.Expansion;
        var groups = sizes.GroupWidth == 0 ? 1 : expanded / sizes.GroupWidth;
        for (var block = 0; block < sizes.Blocks; block++)
            x = new ResidualBlock(expanded, groups, sizes.Blocks * sizes.Widths.Count, sizes.Activation).Apply(x);
        return x;
    }

    private static Tensor Widened(Tensor x, int from, int to) => from == to ? x : OfEachPixel(x, from, to);

    private static Tensor OfEachPixel(Tensor x, int from, int to) => keras.layers.Conv2D(
        to, (1, 1), use_bias: false, kernel_initializer: keras.initializers.RandomNormal(stddev: 1 / MathF.Sqrt(from))).Apply(x);

    private static Tensor Linear(int units, int from, Tensor x) => keras.layers.Dense(
        units, use_bias: false, kernel_initializer: keras.initializers.RandomNormal(stddev: 1 / MathF.Sqrt(from))).Apply(x);

    private static Tensors Inputs(Tensor first, Tensor? condition) => condition is null ? first : new Tensors(first, condition);
}
