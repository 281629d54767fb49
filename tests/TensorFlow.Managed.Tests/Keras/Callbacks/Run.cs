using Tensorflow.Keras.Callbacks;
using Tensorflow.Keras.Engine;
using Tensorflow.Operations;
using static Tensorflow.KerasApi;

namespace Tensorflow.Tests.Keras.Callbacks;

/// <summary>A training run for callbacks: a model of one weight, and epochs whose logs the test writes.</summary>
internal static class Run
{
    /// <summary>A model of one weight, made.</summary>
    internal static Sequential Model() => keras.Sequential([keras.layers.InputLayer(1), keras.layers.Dense(1, use_bias: false)]);

    /// <summary>Sets the weight.</summary>
    internal static void SetWeight(IModel model, float value) => model.set_weights([Fill.Apply((1, 1), value).numpy()]);

    /// <summary>The weight.</summary>
    internal static float Weight(IModel model) => model.get_weights()[0].ToArray<float>()[0];

    /// <summary>Epochs as fit makes them, without steps, until a callback stops them; before the end of epoch i the weight is i.</summary>
    /// <returns>How many epochs there were.</returns>
    internal static int Epochs(Callback callback, IModel model, params Dictionary<string, float>[] logs) =>
        Epochs(callback, model, 0, logs);

    /// <summary>The same for a training that goes on at an epoch.</summary>
    internal static int Epochs(Callback callback, IModel model, int initialEpoch, params Dictionary<string, float>[] logs)
    {
        (callback.model, callback.@params) = (model, new CallbackParams { Model = model, Epochs = initialEpoch + logs.Length });
        model.Stop_training = false;
        callback.on_train_begin();
        var count = 0;
        while (count < logs.Length && !model.Stop_training)
        {
            callback.on_epoch_begin(initialEpoch + count);
            SetWeight(model, initialEpoch + count);
            callback.on_epoch_end(initialEpoch + count, logs[count]);
            count++;
        }

        callback.on_train_end();
        return count;
    }

    /// <summary>Logs of one value an epoch.</summary>
    internal static Dictionary<string, float>[] Logs(string name, params float[] values) =>
        Array.ConvertAll(values, value => new Dictionary<string, float> { [name] = value });
}
