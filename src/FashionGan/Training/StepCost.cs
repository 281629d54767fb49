using FashionGanTf.Models;
using Tensorflow;
using Tensorflow.Keras;
using Tensorflow.Keras.Engine;
using Tensorflow.Keras.Layers;

namespace FashionGanTf.Training;

/// <summary>The arithmetic of one training step, from the layers' shapes: matrix products and convolutions, a multiplication and an
/// addition counted as two.</summary>
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
    /// For a penalty it looks once more and hands a gradient down to the pictures; of that gradient's square each layer's product is done
    /// again and its kernel's gradient taken, but the last layer's product has no reader. Activations that bend are not counted.
    /// </remarks>
    private static double StepFlop(FashionGan gan, int batchSize, Func<LayerProducts, double> count)
    {
        var generator = Generator(gan).ConvertAll(layer => count(layer));
        var picture = new Shape(1, gan.Picture.Size, gan.Picture.Size, gan.Picture.Channels);
        var discriminator = Of(gan.Discriminator.Layers, picture).ConvertAll(layer => count(layer));
        var looks = (gan.GeneratorComparesWithReal ? 1 : 0) + gan.PenaltiesOfStep * 4;
        return 2.0 * batchSize * (4 * generator.Sum() - generator[0] + (8 + looks) * discriminator.Sum() - 2 * discriminator[0]
            - gan.PenaltiesOfStep * discriminator[^1]);
    }

    private static List<LayerProducts> Generator(FashionGan gan) => Of(gan.Generator.Layers, new Shape(1, gan.LatentDim));

    private static List<LayerProducts> Of(IEnumerable<ILayer> layers, Shape shape)
    {
        var products = new List<LayerProducts>();
        foreach (var layer in layers)
        {
            var output = ((Layer)layer).ComputeOutputShape(shape);
            // A kernel meets each output position once; a transposed convolution's each input position.
            if (layer is Dense)
                products.Add(new LayerProducts(Kernel(layer).size, Kernel(layer).size));
            else if (layer is Conv2DTranspose)
                products.Add(OfConvolution(larger: output, smaller: shape, Kernel(layer)));
            else if (layer is Conv2D)
                products.Add(OfConvolution(larger: shape, smaller: output, Kernel(layer)));
            shape = output;
        }

        return products;
    }

    private static Shape Kernel(ILayer layer) => layer.TrainableVariables[0].shape;

    private static LayerProducts OfConvolution(Shape larger, Shape smaller, Shape kernel) => new(
        (double)smaller[1] * smaller[2] * kernel.size,
        (double)RealTaps(larger[1], smaller[1], kernel[0]) * RealTaps(larger[2], smaller[2], kernel[1]) * kernel[2] * kernel[3]);

    /// <summary>Multiplications of one pass of a layer, for one picture.</summary>
    /// <param name="Products">With padding.</param>
    /// <param name="RealProducts">Without.</param>
    private readonly record struct LayerProducts(double Products, double RealProducts);
}
