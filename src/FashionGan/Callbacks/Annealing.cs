using FashionGanTf.Models;
using FashionGanTf.Training;
using Tensorflow.Keras.Callbacks;
using Tensorflow.Keras.Optimizers;

namespace FashionGanTf.Callbacks;

/// <summary>Changes what a training is told as it goes on: the learning rates, Adam's beta2 and the penalties' weights. What a step gets
/// follows from the number of steps that the optimizers count, so a training that goes on needs nothing else.</summary>
/// <param name="gan">Whose training; its optimizers are Adam's.</param>
/// <param name="batchSize">Real pictures in a step.</param>
/// <param name="learningRates">The share of both learning rates.</param>
/// <param name="beta2">Adam's beta2, for both networks.</param>
/// <param name="penalties">The share of the penalties' weights.</param>
public sealed class Annealing(FashionGan gan, int batchSize, Schedule learningRates, Schedule beta2, Schedule penalties) : Callback
{
    private readonly (Adam Optimizer, float LearningRate)[] _players =
        [.. new[] { gan.DiscriminatorOptimizer, gan.GeneratorOptimizer }.Cast<Adam>().Select(adam => (adam, adam.learning_rate))];

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
    }
}
