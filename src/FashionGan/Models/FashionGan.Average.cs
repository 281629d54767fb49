using FashionGanTf.Conditions;
using FashionGanTf.Networks;
using Tensorflow;
using Tensorflow.Keras.Engine;
using Tensorflow.Keras.Initializers;
using Tensorflow.Train;
using static Tensorflow.Binding;

namespace FashionGanTf.Models;

/// <content>
/// A moving average of the generator's weights: it draws more steadily than the weights of any one step (Yazici et al., The Unusual
/// Effectiveness of Averaging in GAN Training, 2019). It begins with a short memory, for the first weights are noise.
/// </content>
public sealed partial class FashionGan
{
    private readonly Lock _averagedLock = new();

    /// <summary>The generator with the averages after a step. While someone uses it, it is not changed; for other averages another one is
    /// made then.</summary>
    private Averaged? _averaged;

    /// <summary>For each weight of the generator what the averaged one has: its average, or itself where it has none.</summary>
    private List<IVariableV1> _averages = [];

    /// <summary>
    /// A generator with the averaged weights and moving statistics made anew for them; null when <c>compile</c> was given no ema_momentum.
    /// Made when it is asked for, once a step; training does not touch it, so any thread may draw with it, and it stays as it is.
    /// </summary>
    public Model? AveragedGenerator => TakeAveraged()?.Generator;

    /// <summary>The averaged generator for someone who uses it from now on, see <see cref="ReturnAveraged"/>; null without an
    /// average.</summary>
    private Averaged? TakeAveraged()
    {
        if (GeneratorAverage is null)
            return null;
        // First: the lock is held by whoever makes one, and that must not wait for a step in which another is wanted.
        using var snapshot = VariableSnapshot.Take([_g_optimizer.variables[0], .. _averages]);
        var step = _g_optimizer.iterations;
        lock (_averagedLock)
        {
            if (_averaged?.Step != step)
            {
                var unused = _averaged is { Users: 0 } ? _averaged.Generator : null;
                // Should it fail, nobody finds one that is half changed.
                _averaged = null;
                _averaged = new Averaged(step, make_averaged(unused));
            }

            _averaged.Users++;
            return _averaged;
        }
    }

    /// <summary>Someone uses it no more.</summary>
    private void ReturnAveraged(Averaged averaged)
    {
        lock (_averagedLock)
            averaged.Users--;
    }

    /// <summary>The averages themselves.</summary>
    internal ExponentialMovingAverage? GeneratorAverage { get; private set; }

    /// <summary>The averages were set to others: the step's number does not tell.</summary>
    internal void ForgetAveraged()
    {
        lock (_averagedLock)
            _averaged = null;
    }

    private void compile_average(float momentum)
    {
        if (!(momentum >= 0 && momentum < 1))
            throw new ArgumentOutOfRangeException(
                nameof(momentum), $"ema_momentum must be from 0 up to, not including, 1; it is {momentum}.");
        GeneratorAverage = null;
        ForgetAveraged();
        if (momentum == 0)
            return;
        // The optimizer's steps are counted first among its variables.
        var average = tf.train.ExponentialMovingAverage(momentum, num_updates: _g_optimizer.variables[0]);
        var trained = Generator.TrainableVariables;
        average.build(trained);
        _averages = Generator.Weights.ConvertAll(weight => trained.Contains(weight) ? average.average(weight) : weight);
        GeneratorAverage = average;
    }

    /// <param name="generator">One that nobody uses, which is changed; null makes another.</param>
    private Model make_averaged(Model? generator)
    {
        using var scope = TensorScope.Begin();
        // Training's random numbers are the same with an average as without.
        using var own = tf.random.use_generator(tf.random.Generator.from_seed(0));
        using var skipped = RandomInitializer.Skip();
        var averaged = generator ?? NewGenerator();
        foreach (var (average, target) in _averages.Zip(averaged.Weights))
            target.assign(average.AsTensor());
        BatchStatistics.Renew(averaged, LatentDim, InputInTurn);
        return averaged;
    }

    /// <summary>What a generator takes beside noise where nobody says what to draw: conditions of classes, or tokens of captions, that take
    /// turns; null where it takes nothing.</summary>
    private Tensor? InputInTurn(long first, int count) => Vocabulary is not null
        ? TextEncoder.TokensOf([.. Enumerable.Range(0, count).Select(i =>
            Vocabulary.TokensOf(Vocabulary.InTurn(first + i)))])
        : IsConditional ? Condition.InTurn(first, count, Classes.Count) : null;

    private sealed class Averaged(long step, Model generator)
    {
        internal long Step { get; } = step;

        internal Model Generator { get; } = generator;

        /// <summary>How many use it. Whoever got it as <see cref="AveragedGenerator"/> never returns it.</summary>
        internal int Users { get; set; }
    }
}
