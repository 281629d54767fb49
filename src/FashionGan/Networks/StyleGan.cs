using Tensorflow;
using Tensorflow.Keras.Engine;
using static Tensorflow.KerasApi;

namespace FashionGanTf.Networks;

/// <summary>
/// The networks of StyleGAN2 at small sizes (Karras et al., Analyzing and Improving the Image Quality of StyleGAN, 2020): a mapping
/// network; a synthesis network that begins with a learned constant, has modulated convolutions, and whose maps of each size contribute to
/// the picture (skips); and a residual discriminator. All weights have an equalised learning rate; filters are [1, 3, 3, 1]. Unlike the
/// paper's the picture ends in a tanh. With a condition its embedding joins the noise, and the discriminator projects.
/// <see cref="StyleGanShape"/> says how wide they are.
/// </summary>
internal static class StyleGan
{
    /// <summary>Noise (N, latent_dim) to pictures (N, side, side, channels) in [-1, 1]; with classes it takes conditions (N, classes),
    /// too.</summary>
    internal static StyleGenerator Generator(StyleGanShape shape, int classes = 0)
    {
        Tensor z = keras.Input(shape.LatentDim);
        Tensors inputs = classes == 0 ? z : new Tensors(z, keras.Input(classes));
        var mapping = new MappingNetwork(shape.Styles, shape.StyleSize, shape.MappingLayers, conditional: classes > 0);
        Tensor styles = mapping.Apply(inputs);
        var noise = new List<(NoiseMap, Tensor)>();

        Tensor x = new LearnedConstant(shape.Base, shape.Widths[0]).Apply(styles);
        var style = 0;
        Tensor? picture = null;
        for (var stage = 0; stage < shape.Widths.Count; stage++)
        {
            if (stage > 0)
                x = Convolved(x, up: true);
            x = Convolved(x, up: false);
            // The next convolution takes the same style.
            Tensor part = new ToPicture(shape.Picture.Channels, style).Apply(new Tensors(x, styles));
            picture = picture is null ? part
                : (Tensor)keras.layers.Add().Apply(new Tensors(FirResampling.Up(1, 3, 3, 1).Apply(picture), part));

            Tensor Convolved(Tensor maps, bool up)
            {
                var map = new NoiseMap(shape.Base << stage);
                noise.Add((map, map.Apply(styles)));
                return new StyledConvolution(shape.Widths[stage], style++, up).Apply(new Tensors(maps, styles, noise[^1].Item2));
            }
        }

        // The paper's picture ends here. Half of the pixels of clothes are background, the end of the range, which a tanh meets and a sum
        // of parts misses by a little; without it a short training draws a few pictures again and again (docs/models.md).
        return new StyleGenerator(inputs, styles, noise, keras.layers.Tanh().Apply(picture!), mapping);
    }

    /// <summary>Pictures (N, side, side, channels) to logits (N, 1); with classes it takes conditions (N, classes), too. Pictures are
    /// compared in groups of four, so a logit depends on the others of its group.</summary>
    internal static Functional Discriminator(StyleGanShape shape, int classes = 0)
    {
        Tensor pictures = keras.Input((shape.Picture.Size, shape.Picture.Size, shape.Picture.Channels));
        Tensor x = new EqualizedConv2D(shape.Widths[^1], 1, activates: true).Apply(pictures);
        for (var stage = shape.Widths.Count - 2; stage >= 0; stage--)
            x = new DownsamplingBlock(shape.Widths[stage]).Apply(x);
        x = new MinibatchStandardDeviation(group_size: 4).Apply(x);
        x = new EqualizedConv2D(shape.Widths[0], 3, activates: true).Apply(x);
        Tensor phi = new EqualizedDense(shape.Widths[0], activates: true).Apply(keras.layers.Flatten().Apply(x));
        if (classes == 0)
            return keras.Model(pictures, new EqualizedDense(1).Apply(phi), "discriminator");
        Tensor condition = keras.Input(classes);
        Tensor logits = new ProjectionLogit(equalized: true).Apply(new Tensors(phi, condition));
        return keras.Model(new Tensors(pictures, condition), logits, "discriminator");
    }
}
