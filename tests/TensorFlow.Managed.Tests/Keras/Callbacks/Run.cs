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
    internal static int Epochs(Callback callback, IModel model, params Dictionary<string, float>[] logs)
    {
        (callback.model, callback.@params) = (model, new CallbackParams { Model = model, Epochs = logs.Length });
        model.Stop_training = false;
        callback.on_train_begin();
        var epoch = 0;
        while (epoch < logs.Length && !model.Stop_training)
        {
            callback.on_epoch_begin(epoch);
            SetWeight(model, epoch);
            callback.on_epoch_end(epoch, logs[epoch]);
            epoch++;
        }

        callback.on_train_end();
        return epoch;
    }

    /// <summary>Logs of one value an epoch.</summary>
    internal static Dictionary<string, float>[] Logs(string name, params float[] values) =>
        Array.ConvertAll(values, value => new Dictionary<string, float> { [name] = value });
}
