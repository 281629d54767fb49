using FashionGanTf.Models;
using Tensorflow;
using Tensorflow.Keras;
using Tensorflow.Keras.Engine;
using Tensorflow.Keras.Layers;

namespace FashionGanTf.Training;

/// <summary>The arithmetic of one training step, from the layers' shapes.</summary>
public static class StepCost
{
    /// <summary>
    /// Floating-point operations of all matrix products and convolutions of a step, a multiplication and an addition counted as two,
    /// products with padding included.
    /// </summary>
    /// <remarks>
    /// Each layer's product is one pass forward, one for its kernel's gradient and one for its input's. The generator draws twice and
    /// learns once, and nobody needs its noise's gradient. The discriminator looks three times (at real pictures, drawn ones, and for the
    /// generator), learns from two of them, and hands a gradient down for all three, but to the pictures themselves only for the generator.
    /// </remarks>
    /// <param name="gan">The model.</param>
    /// <param name="batchSize">Real pictures in the step.</param>
    public static double Flop(FashionGan gan, int batchSize)
    {
        var generator = Products(gan.Generator.Layers, new Shape(1, gan.LatentDim));
        var discriminator = Products(gan.Discriminator.Layers, new Shape(1, 28, 28, 1));
        var multiplications = 4 * generator.Sum() - generator[0] + 8 * discriminator.Sum() - 2 * discriminator[0];
        return 2.0 * batchSize * multiplications;
    }

    /// <summary>Multiplications of one pass of each layer that has a kernel, for one picture.</summary>
    private static List<double> Products(IEnumerable<ILayer> layers, Shape shape)
    {
        var products = new List<double>();
        foreach (var layer in layers)
        {
            var output = ((Layer)layer).ComputeOutputShape(shape);
            // A kernel meets each output position once; a transposed convolution's each input position.
            double positions = layer switch
            {
                Dense => 1,
                Conv2DTranspose => shape[1] * shape[2],
                Conv2D => output[1] * output[2],
                _ => 0,
            };
            if (positions > 0)
                products.Add(positions * layer.TrainableVariables[0].shape.size);
            shape = output;
        }

        return products;
    }
}
