namespace Tensorflow.Keras.Engine;

/// <content>One step.</content>
public partial class Model
{
    /// <summary>
    /// One step of training, which <c>fit</c> calls for each batch. Override it where training is more than one loss and one optimizer.
    /// </summary>
    /// <param name="x">The batch's inputs.</param>
    /// <param name="y">The batch's labels; null for data without labels.</param>
    /// <returns>What to show and record; <c>fit</c> takes the epoch's last as the epoch's.</returns>
    public virtual Dictionary<string, float> train_step(Tensors x, Tensors? y) => throw new NotImplementedException();

    /// <summary>One step of an evaluation, which <c>evaluate</c> and the validation in <c>fit</c> call for each batch.</summary>
    /// <inheritdoc cref="train_step"/>
    public virtual Dictionary<string, float> test_step(Tensors x, Tensors? y) => throw new NotImplementedException();
}
