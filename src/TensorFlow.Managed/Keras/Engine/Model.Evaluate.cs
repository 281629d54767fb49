using Tensorflow.Keras.Callbacks;

namespace Tensorflow.Keras.Engine;

/// <content>Evaluation and prediction.</content>
public partial class Model
{
    /// <summary>The loss and metrics over arrays of examples, in inference mode.</summary>
    /// <param name="x">The inputs, one array or several, examples along the first axis.</param>
    /// <param name="y">The labels; null for data without labels.</param>
    /// <param name="batch_size">How many examples are computed at once; -1 for 32.</param>
    /// <param name="verbose">0 for silence, else a line.</param>
    /// <param name="callbacks">Who is told of beginnings and ends.</param>
    /// <param name="sample_weight">How much the loss of each example counts; null counts all alike.</param>
    /// <exception cref="ArgumentException">The arrays have different numbers of examples, or do not fit the model.</exception>
    /// <exception cref="RuntimeError">The model is not compiled and has no <see cref="test_step"/> of its own.</exception>
    public Dictionary<string, float> evaluate(Tensors x, Tensors? y = null, int batch_size = 32, int verbose = 1,
        List<ICallback>? callbacks = null, Tensor? sample_weight = null)
    {
        var batches = ArrayBatches.All("evaluate", x, y, batch_size, weights: sample_weight);
        return Evaluate(batches, List(batches.Count, verbose, callbacks));
    }

    /// <summary>The loss and metrics over a dataset of batches, in inference mode.</summary>
    /// <param name="dataset">Batches of inputs and labels.</param>
    /// <param name="verbose">0 for silence, else a line.</param>
    /// <param name="callbacks">Who is told of beginnings and ends.</param>
    /// <exception cref="ArgumentException">The dataset never ends or is empty, or does not fit the model.</exception>
    public Dictionary<string, float> evaluate(IDatasetV2 dataset, int verbose = 1, List<ICallback>? callbacks = null) =>
        Evaluate(Batch.Of(dataset), List(Steps("evaluate", dataset), verbose, callbacks));

    /// <summary>The model's results for arrays of examples, in inference mode. Another thread may train meanwhile: the weights are those of
    /// one moment.</summary>
    /// <param name="x">The inputs, one array or several, examples along the first axis.</param>
    /// <param name="batch_size">How many examples are computed at once; -1 for 32.</param>
    /// <param name="verbose">0 for silence, else a line.</param>
    /// <param name="callbacks">Who is told of beginnings and ends.</param>
    /// <returns>The results of all examples, one tensor for each output.</returns>
    public Tensors predict(Tensors x, int batch_size = 32, int verbose = 0, List<ICallback>? callbacks = null)
    {
        var batches = ArrayBatches.All("predict", x, null, batch_size);
        return Predict(batches, List(batches.Count, verbose, callbacks));
    }

    /// <summary>The model's results for the inputs of a dataset of batches, in inference mode.</summary>
    /// <inheritdoc cref="predict(Tensors, int, int, List{ICallback})"/>
    /// <param name="dataset">Batches of inputs; labels are not looked at.</param>
    /// <param name="verbose">0 for silence, else a line.</param>
    /// <param name="callbacks">Who is told of beginnings and ends.</param>
    public Tensors predict(IDatasetV2 dataset, int verbose = 0, List<ICallback>? callbacks = null) =>
        Predict(Batch.Of(dataset), List(Steps("predict", dataset), verbose, callbacks));

    private CallbackList List(long steps, int verbose, List<ICallback>? callbacks)
    {
        var list = new CallbackList(new CallbackParams { Model = this, Verbose = verbose, Epochs = 1, Steps = steps });
        list.callbacks.AddRange(callbacks ?? []);
        return list;
    }

    private Dictionary<string, float> Evaluate(IEnumerable<Batch> batches, CallbackList callbacks)
    {
        reset_metrics();
        callbacks.on_test_begin();
        Dictionary<string, float>? logs = null;
        using var walk = new BatchWalk(batches);
        for (long step = 0; walk.MoveNext(); step++)
        {
            callbacks.on_test_batch_begin(step);
            logs = TestStep(walk.Batch);
            walk.EndBatch();
            callbacks.on_test_batch_end(step, logs);
        }

        if (logs is null)
            throw new ArgumentException("evaluate got no batches: the dataset is empty.");
        callbacks.on_test_end(logs);
        return logs;
    }

    private Tensors Predict(IEnumerable<Batch> batches, CallbackList callbacks)
    {
        using var snapshot = VariableSnapshot.Take(Lists.All);
        callbacks.on_predict_begin();
        var parts = new List<Tensors>();
        using var walk = new BatchWalk(batches);
        for (long step = 0; walk.MoveNext(); step++)
        {
            callbacks.on_predict_batch_begin(step);
            var outputs = predict_step(walk.Batch.X);
            ForgetActivity();
            for (var i = 0; i < outputs.Count; i++)
                walk.Scope.Keep(outputs[i]);
            parts.Add(outputs);
            walk.EndBatch();
            callbacks.on_predict_batch_end(step, new Dictionary<string, Tensors> { ["outputs"] = outputs });
        }

        if (parts.Count == 0)
            throw new ArgumentException("predict got no batches: the dataset is empty.");
        callbacks.on_predict_end();
        return Join(parts);
    }

    private static Tensors Join(List<Tensors> parts)
    {
        if (parts.Count == 1)
            return parts[0];
        var whole = new Tensor[parts[0].Count];
        for (var i = 0; i < whole.Length; i++)
        {
            var pieces = parts.ConvertAll(part => part[i]);
            whole[i] = Operations.Concat.Apply([.. pieces], 0);
            foreach (var piece in pieces)
                piece.Dispose();
        }

        return new Tensors(whole);
    }
}
