using FashionGanTf.Augmentation;
using FashionGanTf.Objectives;
using FashionGanTf.Penalties;
using Tensorflow.Distribute;
using Tensorflow.Keras.Engine;
using Tensorflow.Keras.Losses;
using static Tensorflow.KerasApi;

namespace FashionGanTf.Models;

/// <content>How a GAN trains.</content>
public sealed partial class FashionGan
{
    private IOptimizer _d_optimizer = null!;
    private IOptimizer _g_optimizer = null!;
    private IAdversarialLoss? _objective;
    private IReadOnlyList<IPenalty> _penalties = [];
    private int _penalty_every = 1;
    private DiffAugment? _augment;
    private float _class_weight;
    private ILossFunc _class_loss = null!;
    private WordLoss? _word_loss;
    private MirroredStrategy? _strategy;

    /// <summary>The share of the penalties' weights that counts; 1 unless a schedule says otherwise.</summary>
    internal float PenaltyShare { get; set; } = 1;

    /// <summary>How many penalties a step takes, in the mean over many steps.</summary>
    internal double PenaltiesOfStep => _penalties.Count / (double)_penalty_every;

    /// <summary>How many of them look at pictures that the loss does not look at.</summary>
    internal double LooksOfPenalties => _penalties.Count(penalty => penalty is GradientPenalty) / (double)_penalty_every;

    /// <summary>How often DiffAugment changes a picture; null for always, and without it.</summary>
    internal AdaptiveStrength? AugmentStrength => _augment?.Strength;

    /// <summary>Whether the generator's step judges real pictures, too; false before <c>compile</c>.</summary>
    internal bool GeneratorComparesWithReal => _objective?.GeneratorComparesWithReal is true;

    /// <summary>Says how to train: with cross-entropy, which is <see cref="NonSaturating"/>.</summary>
    /// <param name="d_optimizer">Moves the discriminator's weights.</param>
    /// <param name="g_optimizer">Moves the generator's weights; not the same object, for it keeps moments.</param>
    /// <param name="loss_fn">Compares logits (second) with labels (first).</param>
    /// <param name="label_smoothing">s in [0, 1): the discriminator's labels of real pictures are 1 - s.</param>
    /// <param name="label_noise">a in [0, 1): its labels move by a * U(0, 1) towards the other side.</param>
    /// <param name="ema_momentum">As below.</param>
    /// <param name="class_weight">As below.</param>
    /// <exception cref="ArgumentOutOfRangeException">s, a or their sum is outside [0, 1), or ema_momentum is.</exception>
    public void compile(
        IOptimizer d_optimizer, IOptimizer g_optimizer, ILossFunc loss_fn, float label_smoothing = 0, float label_noise = 0,
        float ema_momentum = 0, float? class_weight = null) => compile(
            d_optimizer, g_optimizer, new NonSaturating(loss_fn, label_smoothing, label_noise), ema_momentum: ema_momentum,
            class_weight: class_weight);

    /// <summary>Says how to train.</summary>
    /// <param name="d_optimizer">Moves the discriminator's weights.</param>
    /// <param name="g_optimizer">Moves the generator's weights; not the same object, for it keeps moments.</param>
    /// <param name="objective">What the two players want.</param>
    /// <param name="penalties">What the discriminator pays for its slope, which its logged loss does not have; null for nothing.</param>
    /// <param name="penalty_every">k, at least 1: penalties are taken, k times as heavy, in every k-th step, the first one among
    /// them.</param>
    /// <param name="augment">What real and drawn pictures go through before the discriminator sees them; null for nothing.</param>
    /// <param name="ema_momentum">
    /// How much an average of the generator's weights keeps of itself in a step, below 1;
    /// it then draws instead of the generator. 0 for none.
    /// </param>
    /// <param name="class_weight">How much it counts in the generator's loss that the discriminator names the class, or the words, of a
    /// drawn picture as asked for; only where it names any; null for 0.02. More of it makes pictures easier to tell apart and less
    /// varied.</param>
    /// <param name="strategy">The replicas that share each step, with equal parts of its batch; null for one. Layers that look at
    /// several pictures at once, but for batch normalisation, see those of their replica.</param>
    /// <exception cref="ArgumentOutOfRangeException">ema_momentum is outside [0, 1), or penalty_every below 1.</exception>
    public void compile(
        IOptimizer d_optimizer, IOptimizer g_optimizer, IAdversarialLoss objective, IReadOnlyList<IPenalty>? penalties = null,
        int penalty_every = 1, DiffAugment? augment = null, float ema_momentum = 0, float? class_weight = null,
        MirroredStrategy? strategy = null)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(penalty_every, 1);
        (_d_optimizer, _g_optimizer, _objective, _augment) = (d_optimizer, g_optimizer, objective, augment);
        (_penalties, _penalty_every, _strategy) = (penalties ?? [], penalty_every, strategy);
        _word_loss = Vocabulary is null ? null : new WordLoss(Vocabulary);
        _class_loss = keras.losses.CategoricalCrossentropy(from_logits: true);
        _class_weight = class_weight ?? 0.02f;
        compile();
        compile_average(ema_momentum);
    }
}
