using Tensorflow.Gradients;
using Tensorflow.Keras.Losses;

namespace Tensorflow.Keras.Engine;

/// <content>One step.</content>
public partial class Model
{
    /// <summary>How much each example of the step's batch counts, as <c>fit</c> was told by <c>sample_weight</c> and <c>class_weight</c>;
    /// null where all count alike. It goes to the loss.</summary>
    protected Tensor? SampleWeight { get; private set; }

    /// <summary>
    /// One step of training, which <c>fit</c> calls for each batch. Override it where training is more than one loss and one optimizer.
    /// </summary>
    /// <param name="x">The batch's inputs.</param>
    /// <param name="y">The batch's labels; null for data without labels.</param>
    /// <returns>What to show and record; <c>fit</c> takes the epoch's last as the epoch's,
    /// so they are means over the epoch so far.</returns>
    public virtual Dictionary<string, float> train_step(Tensors x, Tensors? y)
    {
        var (optimizer, loss, metrics) = RequireCompiled();
        Tensors predictions;
        Tensor value;
        using (var tape = new GradientTape(persistent: false, watchAccessedVariables: true))
        {
            predictions = Apply(x, training: true);
            value = Loss(loss, y, predictions);
            var variables = Lists.Trainable;
            if (variables.Count > 0)
                optimizer.apply_gradients(Pairs(tape.gradient(value, variables), variables));
            else
                WarnOfNothingToTrain();
        }

        metrics.Update(Name, (float)value, y, predictions);
        return metrics.Logs();
    }

    /// <summary>One step of an evaluation, which <c>evaluate</c> and the validation in <c>fit</c> call for each batch.</summary>
    /// <inheritdoc cref="train_step"/>
    public virtual Dictionary<string, float> test_step(Tensors x, Tensors? y)
    {
        var (_, loss, metrics) = RequireCompiled();
        var predictions = Apply(x, training: false);
        metrics.Update(Name, (float)Loss(loss, y, predictions), y, predictions);
        return metrics.Logs();
    }

    /// <summary>The predictions for a batch, which <c>predict</c> calls for each.</summary>
    /// <param name="x">The batch's inputs.</param>
    public virtual Tensors predict_step(Tensors x) => Apply(x, training: false);

    /// <summary>Trains with one batch.</summary>
    /// <param name="x">The batch's inputs.</param>
    /// <param name="y">The batch's labels; null for data without labels.</param>
    /// <param name="sample_weight">How much each example counts, (N), or (N, ...) for each of its losses; null counts all alike.</param>
    /// <returns>The loss and metrics of this batch.</returns>
    public Dictionary<string, float> train_on_batch(Tensors x, Tensors? y = null, Tensor? sample_weight = null)
    {
        using var scope = TensorScope.Begin();
        reset_metrics();
        return Step(new Batch(x, y, sample_weight));
    }

    /// <summary>Evaluates one batch.</summary>
    /// <inheritdoc cref="train_on_batch"/>
    public Dictionary<string, float> test_on_batch(Tensors x, Tensors? y = null, Tensor? sample_weight = null)
    {
        using var scope = TensorScope.Begin();
        reset_metrics();
        return TestStep(new Batch(x, y, sample_weight));
    }

    /// <summary>A training step of what was trainable at <c>compile</c>. Other threads see the weights before it or after it.</summary>
    private Dictionary<string, float> Step(Batch batch)
    {
        using var together = VariableSnapshot.Postpone();
        using var trainable = _compiled?.Apply(this);
        SampleWeight = batch.Weights;
        return train_step(batch.X, batch.Y);
    }

    private Dictionary<string, float> TestStep(Batch batch)
    {
        SampleWeight = batch.Weights;
        return test_step(batch.X, batch.Y);
    }

    /// <summary>As in Keras, such a step is no error: it counts the loss and the metrics.</summary>
    private void WarnOfNothingToTrain()
    {
        if (_warnedOfNothingToTrain)
            return;
        _warnedOfNothingToTrain = true;
        (Warnings ?? Console.Error).WriteLine(
            $"Warning: {Description} has nothing to train: its layers were frozen when it was compiled, or were not registered with " +
            $"StackLayers.");
    }

    private static (Tensor, IVariableV1)[] Pairs(Tensor[] gradients, List<IVariableV1> variables)
    {
        var pairs = new (Tensor, IVariableV1)[gradients.Length];
        for (var i = 0; i < pairs.Length; i++)
            pairs[i] = (gradients[i], variables[i]);
        return pairs;
    }

    private Tensor Loss(ILossFunc loss, Tensors? y, Tensors predictions)
    {
        if (y is null)
            throw new ArgumentException($"{Description} was compiled with the loss '{loss.Name}', which needs labels; the data has none.");
        if (y.Count != predictions.Count)
            throw new ArgumentException($"{Description} has {predictions.Count} outputs; the data has {y.Count} labels for them.");
        var sum = loss.Call(y[0], predictions[0], SampleWeight);
        for (var i = 1; i < y.Count; i++)
            sum += loss.Call(y[i], predictions[i], SampleWeight);
        foreach (var cost in losses)
            sum += cost;
        ForgetActivity();
        return sum;
    }
}
