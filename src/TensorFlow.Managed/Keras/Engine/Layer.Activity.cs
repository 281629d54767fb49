using Tensorflow.Operations;

namespace Tensorflow.Keras.Engine;

/// <content>What results cost.</content>
public abstract partial class Layer
{
    /// <summary>What the layers' results cost in this thread's last call of each outermost layer.</summary>
    [ThreadStatic]
    private static List<ActivityCost>? t_activityCosts;

    /// <summary>The layer that this thread called, within whose call others are called; null outside of calls.</summary>
    [ThreadStatic]
    private static Layer? t_outermost;

    /// <summary>What the layer's results cost; null for nothing.</summary>
    internal virtual IRegularizer? ActivityRegularizer => null;

    /// <summary>Takes what this layer's last call cost off <see cref="losses"/>: its tensors do not outlive the step.</summary>
    private protected void ForgetActivity() => t_activityCosts?.RemoveAll(cost => cost.Outermost == this);

    /// <summary>Notes what results cost: as in Keras, a cost divided by the number of examples.</summary>
    private void NoteActivity(IRegularizer regularizer, Tensors outputs)
    {
        foreach (var output in outputs)
            (t_activityCosts ??= []).Add(new ActivityCost(
                t_outermost!, this, regularizer.Apply(new RegularizerArgs(output)) / Constant.Scalar(output.shape[0], output.dtype)));
    }

    private readonly record struct ActivityCost(Layer Outermost, Layer Layer, Tensor Cost);
}
