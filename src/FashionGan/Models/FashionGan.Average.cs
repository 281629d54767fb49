using FashionGanTf.Training;
using Tensorflow;
using Tensorflow.Keras.Engine;
using Tensorflow.Train;
using static Tensorflow.Binding;

namespace FashionGanTf.Models;

/// <content>
/// A moving average of the generator's weights: it draws more steadily than the weights of any one step (Yazici et al., The Unusual
/// Effectiveness of Averaging in GAN Training, 2019). It begins with a short memory, for the first weights are noise.
/// </content>
public sealed partial class FashionGan
{
    private Sequential? _averagedGenerator;

    /// <summary>The step whose averages <see cref="_averagedGenerator"/> has.</summary>
    private long _averagedAt = -1;

    /// <summary>
    /// A generator with the averaged weights and moving statistics made anew for them; null when <c>compile</c> was given no ema_momentum.
    /// Made when it is asked for, once a step; training does not touch it.
    /// </summary>
    public Sequential? AveragedGenerator
    {
        get
        {
            if (GeneratorAverage is null)
                return null;
            _averagedGenerator ??= WithoutRandomNumbers(() => MakeGenerator(_sizes));
            if (_averagedAt != _g_optimizer.iterations)
                renew_average(_averagedGenerator);
            return _averagedGenerator;
        }
    }

    /// <summary>The averages themselves.</summary>
    internal ExponentialMovingAverage? GeneratorAverage { get; private set; }

    private void compile_average(float momentum)
    {
        if (!(momentum >= 0 && momentum < 1))
            throw new ArgumentOutOfRangeException(
                nameof(momentum), $"ema_momentum must be from 0 up to, not including, 1; it is {momentum}.");
        (GeneratorAverage, _averagedGenerator, _averagedAt) = (null, null, -1);
        if (momentum == 0)
            return;
        // The optimizer's steps are counted first among its variables.
        GeneratorAverage = tf.train.ExponentialMovingAverage(momentum, num_updates: _g_optimizer.variables[0]);
        GeneratorAverage.build(Generator.TrainableVariables);
    }

    private void renew_average(Sequential averaged)
    {
        using var scope = TensorScope.Begin();
        foreach (var (raw, target) in Generator.TrainableVariables.Zip(averaged.TrainableVariables))
            target.assign(GeneratorAverage!.average(raw).AsTensor());
        BatchStatistics.Renew(averaged, LatentDim);
        _averagedAt = _g_optimizer.iterations;
    }

    /// <summary>Makes something and leaves the program's stream of random numbers where it was: training goes the same way with an average
    /// as without.</summary>
    private static T WithoutRandomNumbers<T>(Func<T> make)
    {
        var place = StreamPlace.Of(tf.random.get_global_generator());
        try
        {
            return make();
        }
        finally
        {
            place.Restore(tf.random.get_global_generator());
        }
    }
}
