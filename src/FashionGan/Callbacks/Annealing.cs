using FashionGanTf.Models;
using FashionGanTf.Training;
using Tensorflow.Keras.Callbacks;
using Tensorflow.Keras.Optimizers;

namespace FashionGanTf.Callbacks;

/// <summary>Changes what a training is told as it goes on: the learning rates, Adam's beta2, the penalties' weights and how long the
/// generator's average remembers. What a step gets follows from the number of steps that the optimizers count, so a training that goes on
/// needs nothing else.</summary>
/// <param name="gan">Whose training; its optimizers are Adam's.</param>
/// <param name="batchSize">Real pictures in a step.</param>
/// <param name="learningRates">The share of both learning rates.</param>
/// <param name="beta2">Adam's beta2, for both networks.</param>
/// <param name="penalties">The share of the penalties' weights.</param>
/// <param name="halfLife">Steps in which the average forgets half, see <see cref="HalfLife"/>; null for one that stays as it is, or for no
/// average.</param>
public sealed class Annealing(
    FashionGan gan, int batchSize, Schedule learningRates, Schedule beta2, Schedule penalties, Schedule? halfLife = null) : Callback
{
    private readonly (Adam Optimizer, float LearningRate)[] _players =
        [.. new[] { gan.DiscriminatorOptimizer, gan.GeneratorOptimizer }.Cast<Adam>().Select(adam => (adam, adam.learning_rate))];

    /// <summary>Steps after which an average with a decay has forgotten half of what it was: log(1/2) / log(decay).</summary>
    internal static double HalfLife(double decay) => Math.Log(0.5) / Math.Log(decay);

    /// <inheritdoc/>
    public override void on_train_batch_begin(long step)
    {
        var pictures = gan.DiscriminatorOptimizer.iterations * batchSize;
        foreach (var (optimizer, learningRate) in _players)
        {
            optimizer.learning_rate = (float)(learningRate * learningRates.At(pictures));
            optimizer.beta_2 = (float)beta2.At(pictures);
        }

        gan.PenaltyShare = (float)penalties.At(pictures);
        if (halfLife is { } steps)
            gan.GeneratorAverage!.decay = Math.Pow(0.5, 1 / steps.At(pictures));
    }
}
