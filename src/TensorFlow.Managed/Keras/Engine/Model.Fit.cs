using Tensorflow.Keras.Callbacks;
using Tensorflow.Util;

namespace Tensorflow.Keras.Engine;

/// <content>Training.</content>
public partial class Model
{
    /// <summary>Trains with arrays of examples.</summary>
    /// <param name="x">The inputs, one array or several, examples along the first axis.</param>
    /// <param name="y">The labels; null for data without labels.</param>
    /// <param name="batch_size">How many examples a step takes, -1 for 32; the last step of an epoch takes what is left.</param>
    /// <param name="epochs">The number of the epoch to stop at.</param>
    /// <param name="verbose">0 for silence, 1 for a progress line, 2 for a line an epoch.</param>
    /// <param name="callbacks">Who is told of beginnings and ends.</param>
    /// <param name="validation_split">The share of the examples, from the end, to validate with instead; 0 for none.</param>
    /// <param name="validation_data">What to validate with after each epoch; goes before <paramref name="validation_split"/>.</param>
    /// <param name="shuffle">Whether each epoch takes the examples in another order.</param>
    /// <param name="class_weight">How much the examples of each class count, from 0 on; null counts all alike. The labels are numbers of
    /// classes or one-hot.</param>
    /// <param name="sample_weight">How much each example counts, (N), or (N, ...) for each of its losses; null counts all alike.</param>
    /// <param name="initial_epoch">The number of epochs that were made before.</param>
    /// <returns>What was recorded, epoch by epoch.</returns>
    /// <exception cref="ArgumentException">The arrays have different numbers of examples, or do not fit the model; or
    /// <paramref name="epochs"/> is below 1.</exception>
    /// <exception cref="RuntimeError">The model is not compiled and has no <see cref="train_step"/> of its own.</exception>
    public History fit(
        Tensors x, Tensors? y = null, int batch_size = 32, int epochs = 1, int verbose = 1, List<ICallback>? callbacks = null,
        float validation_split = 0f, ValidationDataPack? validation_data = null, bool shuffle = true,
        Dictionary<int, float>? class_weight = null, Tensor? sample_weight = null, int initial_epoch = 0)
    {
        var classes = ClassWeights.From(class_weight);
        ArrayBatches training;
        ArrayBatches? validation = null;
        if (validation_data is not null)
            validation = ArrayBatches.All("fit's validation_data", validation_data.val_x, validation_data.val_y, batch_size,
                weights: validation_data.val_sample_weight);
        if (validation is null && validation_split != 0)
            (training, validation) = ArrayBatches.Split("fit", x, y, batch_size, shuffle, validation_split, sample_weight, classes);
        else
            training = ArrayBatches.All("fit", x, y, batch_size, shuffle, sample_weight, classes);
        return Fit(training, training, 0, training.Count, epochs, verbose, callbacks, validation, initial_epoch);
    }

    /// <summary>Trains with a dataset of batches.</summary>
    /// <param name="dataset">Batches of inputs and labels; walked once an epoch.</param>
    /// <param name="epochs">The number of the epoch to stop at.</param>
    /// <param name="verbose">0 for silence, 1 for a progress line, 2 for a line an epoch.</param>
    /// <param name="callbacks">Who is told of beginnings and ends.</param>
    /// <param name="validation_data">Batches to validate with after each epoch.</param>
    /// <param name="class_weight">How much the examples of each class count, from 0 on; null counts all alike. The labels are numbers of
    /// classes or one-hot.</param>
    /// <param name="initial_epoch">The number of epochs that were made before.</param>
    /// <param name="initial_step">
    /// The number of steps of the first epoch that were made before; less than it has.
    /// Their batches are skipped, and steps count from here.
    /// </param>
    /// <returns>What was recorded, epoch by epoch.</returns>
    /// <exception cref="ArgumentException">
    /// The dataset never ends or is empty, or does not fit the model; <paramref name="epochs"/> is below 1; or
    /// <paramref name="initial_step"/> is negative or beyond an epoch.
    /// </exception>
    /// <exception cref="RuntimeError">The model is not compiled and has no <see cref="train_step"/> of its own.</exception>
    public History fit(
        IDatasetV2 dataset, int epochs = 1, int verbose = 1, List<ICallback>? callbacks = null, IDatasetV2? validation_data = null,
        Dictionary<int, float>? class_weight = null, int initial_epoch = 0, int initial_step = 0)
    {
        if (validation_data is not null)
            Steps("fit's validation_data", validation_data);
        var steps = Steps("fit", dataset);
        if (initial_step < 0 || (steps > 0 && initial_step >= steps))
            throw new ArgumentException(
                $"fit: initial_step must be from 0 up to, not including, the {steps} steps of an epoch; it is {initial_step}.");
        var classes = ClassWeights.From(class_weight);
        var first = initial_step > 0 ? dataset.skip(initial_step) : dataset;
        return Fit(Batch.Of(dataset, classes), Batch.Of(first, classes), initial_step, steps, epochs, verbose, callbacks,
            validation_data is null ? null : Batch.Of(validation_data), initial_epoch);
    }

    /// <summary>How many batches there are; 0 when that is not known.</summary>
    private static long Steps(string what, IDatasetV2 dataset)
    {
        using var scope = TensorScope.Begin();
        var steps = (long)dataset.cardinality();
        return steps == -1
            ? throw new ArgumentException($"{what}: this dataset never ends; say with take how many batches to use.")
            : Math.Max(steps, 0);
    }

    /// <summary>Trains with the batches of each epoch; the first has only what is left after the steps that were made before.</summary>
    private History Fit(
        IEnumerable<Batch> batches, IEnumerable<Batch> first, int initialStep, long steps, int epochs, int verbose,
        List<ICallback>? callbacks, IEnumerable<Batch>? validation, int initialEpoch)
    {
        if (epochs < 1)
            throw new ArgumentException($"fit: epochs must be at least 1; it is {epochs}.");
        var list = new CallbackList(new CallbackParams { Model = this, Verbose = verbose, Epochs = epochs, Steps = steps });
        list.callbacks.AddRange(callbacks ?? []);
        Stop_training = false;
        list.on_train_begin();
        for (var epoch = initialEpoch; epoch < epochs && !Stop_training; epoch++)
        {
            list.on_epoch_begin(epoch);
            reset_metrics();
            var logs = epoch == initialEpoch ? TrainEpoch(first, list, initialStep) : TrainEpoch(batches, list, 0);
            if (validation is not null)
            {
                // What a step returned is its own; the epoch's logs are the training's and the validation's.
                logs = new Dictionary<string, float>(logs);
                foreach (var (name, value) in Evaluate(validation, list))
                    logs["val_" + name] = value;
            }

            list.on_epoch_end(epoch, logs);
        }

        list.on_train_end();
        return list.History;
    }

    private Dictionary<string, float> TrainEpoch(IEnumerable<Batch> batches, CallbackList callbacks, long firstStep)
    {
        Dictionary<string, float>? logs = null;
        using var walk = new BatchWalk(batches);
        for (var step = firstStep; !Stop_training && walk.MoveNext(); step++)
        {
            callbacks.on_train_batch_begin(step);
            logs = Step(walk.Batch);
            walk.EndBatch();
            callbacks.on_train_batch_end(step, logs);
        }

        return logs ?? throw new ArgumentException("fit got no batches to train with: the dataset is empty.");
    }
}
