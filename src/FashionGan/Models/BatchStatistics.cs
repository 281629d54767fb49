using FashionGanTf.Generation;
using Tensorflow;
using Tensorflow.Keras.Engine;
using Tensorflow.Keras.Layers;

namespace FashionGanTf.Models;

/// <summary>
/// Moving statistics for weights that no training step ever had: those that moved along with other weights would not fit (Izmailov et al.,
/// Averaging Weights Leads to Wider Optima and Better Generalization, 2018, section 3.3).
/// </summary>
internal static class BatchStatistics
{
    private const int Batches = 32;
    private const int BatchSize = 64;

    /// <summary>Noise that no samples are drawn from: their seeds are not negative.</summary>
    private const long Seed = -1;

    /// <summary>Sets each batch normalisation's mean and variance to their means over a few batches of noise,
    /// the same ones every time.</summary>
    /// <param name="generator">Noise (N, latentDim), with what else it takes, to pictures.</param>
    /// <param name="latentDim">Numbers of noise for a picture.</param>
    /// <param name="input">What the generator takes beside the noise of so many pictures from a number on; null where it takes nothing.
    /// </param>
    internal static void Renew(Model generator, int latentDim, Func<long, int, Tensor?> input)
    {
        var layers = generator.Layers.SelectMany(layer => layer.Layers.Prepend(layer)).OfType<BatchNormalization>().ToList();
        if (layers.Count == 0)
            return;
        for (var batch = 0; batch < Batches; batch++)
        {
            using var scope = TensorScope.Begin();
            // 0, 1/2, 2/3, ...: the first batch replaces what was there, and all count alike.
            foreach (var layer in layers)
                layer.momentum = batch / (batch + 1f);
            var first = (long)batch * BatchSize;
            var noise = LatentNoise.Of(Seed, first, BatchSize, latentDim);
            generator.Apply(input(first, BatchSize) is { } beside ? new Tensors(noise, beside) : noise, training: true);
        }
    }
}
