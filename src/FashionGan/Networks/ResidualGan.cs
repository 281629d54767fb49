using Tensorflow;
using Tensorflow.Keras.Engine;
using static Tensorflow.KerasApi;

namespace FashionGanTf.Networks;

/// <summary>
/// The networks of R3GAN at small sizes (Huang et al., The GAN is dead; long live the GAN!, 2024): residual blocks without normalisation,
/// learned bases at the small end, resampling with [1, 2, 1]. Unlike the paper's the picture ends in a tanh. They are made
/// for <see cref="Objectives.RelativisticPaired"/> with <see cref="Penalties.R1"/> and <see cref="Penalties.R2"/>. With a condition its
/// embedding joins the noise, and the discriminator projects. <see cref="ResidualGanShape"/> says how wide they are.
/// </summary>
internal static class ResidualGan
{
    /// <summary>Numbers that a condition becomes beside the noise.</summary>
    internal const int EmbeddingSize = 32;

    /// <summary>Noise (N, latent_dim) to pictures (N, side, side, channels) in [-1, 1]; with classes it takes conditions (N, classes),
    /// too.</summary>
    internal static Functional Generator(ResidualGanShape shape, int classes = 0)
    {
        Tensor noise = keras.Input(shape.LatentDim);
        var condition = classes == 0 ? null : (Tensor)keras.Input(classes);
        Tensor z = condition is null ? noise
            : (Tensor)keras.layers.Concatenate().Apply(new Tensors(noise, Linear(EmbeddingSize, classes, condition)));
        Tensor x = new GenerativeBasis(shape.Base, shape.Widths[0]).Apply(z);
        for (var stage = 0; stage < shape.Widths.Count; stage++)
        {
            if (stage > 0)
                x = FirResampling.Up(1, 2, 1).Apply(Widened(x, shape.Widths[stage - 1], shape.Widths[stage]));
            x = Stage(x, shape, stage);
        }

        // A tanh ends it for the same reason as a StyleGan's.
        Tensor picture = keras.layers.Activation(shape.PictureActivation ?? keras.activations.Tanh)
            .Apply(OfEachPixel(x, shape.Widths[^1], shape.Picture.Channels));
        return keras.Model(Inputs(noise, condition), picture, "generator");
    }

    /// <summary>Pictures (N, side, side, channels) to logits (N, 1); with classes it takes conditions (N, classes), too.</summary>
    internal static Functional Discriminator(ResidualGanShape shape, int classes = 0)
    {
        Tensor pictures = keras.Input((shape.Picture.Size, shape.Picture.Size, shape.Picture.Channels));
        var condition = classes == 0 ? null : (Tensor)keras.Input(classes);
        var x = OfEachPixel(pictures, shape.Picture.Channels, shape.Widths[^1]);
        for (var stage = shape.Widths.Count - 1; stage >= 0; stage--)
        {
            x = Stage(x, shape, stage);
            if (stage > 0)
                x = Widened(FirResampling.Down(1, 2, 1).Apply(x), shape.Widths[stage], shape.Widths[stage - 1]);
        }

        Tensor phi = new DiscriminativeBasis().Apply(x);
        Tensor logits = condition is null ? Linear(1, shape.Widths[0], phi)
            : (Tensor)new ProjectionLogit().Apply(new Tensors(phi, condition));
        return keras.Model(Inputs(pictures, condition), logits, "discriminator");
    }

    private static Tensor Stage(Tensor x, ResidualGanShape shape, int stage)
    {
        var expanded = shape.Widths[stage] * shape.Expansion;
        var groups = shape.GroupWidth == 0 ? 1 : expanded / shape.GroupWidth;
        for (var block = 0; block < shape.Blocks; block++)
            x = new ResidualBlock(expanded, groups, shape.Blocks * shape.Widths.Count, shape.Activation).Apply(x);
        return x;
    }

    private static Tensor Widened(Tensor x, int from, int to) => from == to ? x : OfEachPixel(x, from, to);

    private static Tensor OfEachPixel(Tensor x, int from, int to) => keras.layers.Conv2D(
        to, (1, 1), use_bias: false, kernel_initializer: keras.initializers.RandomNormal(stddev: 1 / MathF.Sqrt(from))).Apply(x);

    private static Tensor Linear(int units, int from, Tensor x) => keras.layers.Dense(
        units, use_bias: false, kernel_initializer: keras.initializers.RandomNormal(stddev: 1 / MathF.Sqrt(from))).Apply(x);

    private static Tensors Inputs(Tensor first, Tensor? condition) => condition is null ? first : new Tensors(first, condition);
}
