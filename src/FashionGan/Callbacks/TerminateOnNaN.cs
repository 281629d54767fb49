using System.Globalization;
using FashionGanTf.Models;
using FashionGanTf.Training;
using Tensorflow;
using Tensorflow.Keras.Callbacks;
using static Tensorflow.Binding;

namespace FashionGanTf.Callbacks;

/// <summary>
/// Ends a training whose numbers are no longer numbers: a loss that is not finite after a step, or weights that are not when they are to
/// be saved. It goes before the callbacks that save, so that they keep what was good.
/// </summary>
/// <param name="gan">Whose training.</param>
/// <param name="learningRate">What it trains with, for the advice.</param>
public sealed class TerminateOnNaN(FashionGan gan, double learningRate) : Callback
{
    private int _epoch;
    private long _step;

    /// <inheritdoc/>
    public override void on_epoch_begin(int epoch) => (_epoch, _step) = (epoch + 1, 0);

    /// <inheritdoc/>
    /// <exception cref="DivergedException">A loss is not finite.</exception>
    public override void on_train_batch_end(long end_step, Dictionary<string, float> logs)
    {
        _step = end_step + 1;
        if (!float.IsFinite(gan.LastLosses.Discriminator) || !float.IsFinite(gan.LastLosses.Generator))
            throw Diverged("The losses");
    }

    /// <inheritdoc/>
    public override void on_epoch_end(int epoch, Dictionary<string, float> epoch_logs) => RequireFiniteWeights();

    /// <summary>Requires that there is something to save: a step's update shows in no loss before the next step.</summary>
    /// <exception cref="DivergedException">A weight is not finite.</exception>
    internal void RequireFiniteWeights()
    {
        using var scope = TensorScope.Begin();
        foreach (var weight in gan.Generator.Weights.Concat(gan.Discriminator.Weights))
            // One number that is not finite makes the sum not finite.
            if (!float.IsFinite(tf.reduce_sum(weight.AsTensor()).numpy()))
                throw Diverged("The weights");
    }

    private DivergedException Diverged(string what) => new(string.Create(
        CultureInfo.InvariantCulture,
        $"{what} are no longer finite: step {_step} of epoch {_epoch}, d_loss {gan.LastLosses.Discriminator}, g_loss " +
        $"{gan.LastLosses.Generator}. "
        + $"Train anew with a lower --learning-rate (it is {learningRate}); what was saved before is kept, and --resume goes on from the " +
        $"last checkpoint."));
}
