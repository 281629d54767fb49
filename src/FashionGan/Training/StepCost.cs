using FashionGanTf.Models;
using FashionGanTf.Networks;
using Tensorflow;
using Tensorflow.Keras;
using Tensorflow.Keras.Engine;
using Tensorflow.Keras.Layers;

namespace FashionGanTf.Training;

/// <summary>The arithmetic of one training step, from the layers' shapes: matrix products and convolutions, a multiplication and an
/// addition counted as two. Filters without weights, conditional normalisation and whatever works on each element are small beside them
/// and not counted.</summary>
public static class StepCost
{
    /// <summary>Floating-point operations of a step, products with padding included.</summary>
    /// <param name="gan">The model.</param>
    /// <param name="batchSize">Real pictures in the step.</param>
    public static double Flop(FashionGan gan, int batchSize) => StepFlop(gan, batchSize, layer => layer.Products);

    /// <summary>Floating-point operations of a step that cannot be left out:
    /// those of products whose both factors are data and not padding.</summary>
    /// <inheritdoc cref="Flop"/>
    public static double UsefulFlop(FashionGan gan, int batchSize) => StepFlop(gan, batchSize, layer => layer.RealProducts);

    /// <summary>The same of drawing one picture.</summary>
    /// <param name="gan">The model.</param>
    public static double UsefulFlopOfPicture(FashionGan gan) => 2 * Generator(gan).Sum(layer => layer.RealProducts);

    /// <summary>The pairs of a place and a tap, along one side of a convolution with the padding <c>same</c>,
    /// that meet the picture.</summary>
    /// <param name="larger">The size of a convolution's input, or of a transposed one's output; a multiple of the other.</param>
    /// <param name="smaller">The other's size.</param>
    /// <param name="kernel">Taps.</param>
    internal static long RealTaps(long larger, long smaller, long kernel)
    {
        var stride = larger / smaller;
        var before = Math.Max(0, (smaller - 1) * stride + kernel - larger) / 2;
        long pairs = 0;
        for (long place = 0; place < smaller; place++)
        {
            var first = place * stride - before;
            pairs += Math.Min(first + kernel, larger) - Math.Max(first, 0);
        }

        return pairs;
    }

    /// <remarks>
    /// Each layer's product is one pass forward, one for its kernel's gradient and one for its input's. The generator draws twice and
    /// learns once, and nobody needs its noise's gradient. The discriminator looks three times (at real pictures, drawn ones, and for the
    /// generator), learns from two of them, and hands a gradient down for all three, but to the pictures themselves only for the generator.
    /// For a penalty it hands a gradient down to the pictures; of that gradient's square each layer's product is done again and its
    /// kernel's gradient taken, but the last layer's product has no reader. A gradient penalty looks at pictures of its own before.
    /// Activations that bend are not counted.
    /// </remarks>
    private static double StepFlop(FashionGan gan, int batchSize, Func<LayerProducts, double> count)
    {
        var generator = Generator(gan).ConvertAll(layer => count(layer));
        var picture = new Shape(1, gan.Picture.Size, gan.Picture.Size, gan.Picture.Channels);
        var discriminator = Of(gan.Discriminator.Layers, picture).ConvertAll(layer => count(layer));
        var looks = (gan.GeneratorComparesWithReal ? 1 : 0) + gan.PenaltiesOfStep * 3 + gan.LooksOfPenalties;
        return 2.0 * batchSize * (4 * generator.Sum() - generator[0] + (8 + looks) * discriminator.Sum() - 2 * discriminator[0]
            - gan.PenaltiesOfStep * discriminator[^1]);
    }

    private static List<LayerProducts> Generator(FashionGan gan) => Of(gan.Generator.Layers, new Shape(1, gan.LatentDim));

    private static List<LayerProducts> Of(IEnumerable<ILayer> layers, Shape maps)
    {
        var products = new List<LayerProducts>();
        foreach (var outer in layers.Cast<Layer>())
        {
            var layer = outer is SpectralNormalization normalized ? (Layer)normalized.layer : outer;
            var output = outer.OutputShape!;
            // A kernel meets each output position once; a transposed convolution's each input position.
            if (layer is Dense or EqualizedDense or GenerativeBasis or ProjectionLogit or MappingNetwork)
                products.Add(OfMatrices(layer));
            else if (layer is Conv2DTranspose)
                products.Add(OfConvolution(larger: output, smaller: maps, Kernel(layer)));
            else if (layer is Conv2D or EqualizedConv2D)
                products.Add(OfConvolution(larger: maps, smaller: output, Kernel(layer)));
            else if (layer is ResidualBlock)
                products.Add(layer.TrainableVariables.Where(weight => weight.shape.ndim == 4)
                    .Select(kernel => OfConvolution(maps, maps, kernel.shape)).Aggregate((sum, next) => sum + next));
            else if (layer is StyledConvolution or ToPicture)
                products.Add(OfStyled(layer, output));
            else if (layer is DownsamplingBlock)
                products.Add(OfDownsampling(layer, maps, output));
            else if (layer is SelfAttention)
                products.Add(OfAttention(layer, maps));
            // What has a condition lies between maps.
            if (output.ndim == 4)
                maps = output;
        }

        return products;
    }

    /// <summary>All weights are matrices that a picture's vector is multiplied with, but for biases, and bases, which have three
    /// axes.</summary>
    private static LayerProducts OfMatrices(Layer layer)
    {
        var products = layer.TrainableVariables.Where(weight => weight.shape.ndim == 2).Sum(weight => (double)weight.shape.size);
        return new LayerProducts(products, products);
    }

    /// <summary>Four 1 x 1 convolutions, and each place compared with a quarter of all places and made of them.</summary>
    private static LayerProducts OfAttention(Layer layer, Shape maps)
    {
        var (places, channels) = ((double)maps[1] * maps[2], (double)maps[3]);
        var seen = (maps[1] / 2) * (maps[2] / 2);
        var products = places * layer.TrainableVariables.Where(weight => weight.shape.ndim == 4).Sum(weight => (double)weight.shape.size)
            + places * seen * (channels / 8 + channels / 2);
        return new LayerProducts(products, products);
    }

    /// <summary>A convolution, which is transposed where maps grow and then meets no padding, and the product that its style is made
    /// by.</summary>
    private static LayerProducts OfStyled(Layer layer, Shape output)
    {
        var kernel = layer.TrainableVariables.Single(weight => weight.shape.ndim == 4).shape;
        var places = (double)output[1] * output[2] / 4 * kernel.size;
        return OfMatrices(layer) + (layer is StyledConvolution { IsUp: true } ? new LayerProducts(places, places)
            : OfConvolution(output, output, kernel));
    }

    /// <summary>3 x 3 as large as the input, 3 x 3 half as large without padding, for filtered maps are one pixel larger, and 1 x 1 half as
    /// large.</summary>
    private static LayerProducts OfDownsampling(Layer layer, Shape maps, Shape output)
    {
        var kernels = layer.TrainableVariables.Where(weight => weight.shape.ndim == 4).Select(weight => weight.shape).ToList();
        var places = (double)output[1] * output[2] * (kernels[1].size + kernels[2].size);
        return OfConvolution(maps, maps, kernels[0]) + new LayerProducts(places, places);
    }

    private static Shape Kernel(ILayer layer) => layer.TrainableVariables[0].shape;

    private static LayerProducts OfConvolution(Shape larger, Shape smaller, Shape kernel) => new(
        (double)smaller[1] * smaller[2] * kernel.size,
        (double)RealTaps(larger[1], smaller[1], kernel[0]) * RealTaps(larger[2], smaller[2], kernel[1]) * kernel[2] * kernel[3]);

    /// <summary>Multiplications of one pass of a layer, for one picture.</summary>
    /// <param name="Products">With padding.</param>
    /// <param name="RealProducts">Without.</param>
    private readonly record struct LayerProducts(double Products, double RealProducts)
    {
        public static LayerProducts operator +(LayerProducts a, LayerProducts b) =>
            new(a.Products + b.Products, a.RealProducts + b.RealProducts);
    }
}
