namespace Tensorflow.Keras.Callbacks;

/// <summary>Records the logs of every epoch; <c>fit</c> returns it.</summary>
public sealed class History : Callback
{
    /// <summary>The numbers of the recorded epochs, from 0.</summary>
    public List<int> epoch { get; } = [];

    /// <inheritdoc/>
    public override void on_train_begin()
    {
        epoch.Clear();
        history.Clear();
    }

    /// <inheritdoc/>
    public override void on_epoch_end(int epoch, Dictionary<string, float> epoch_logs)
    {
        this.epoch.Add(epoch);
        foreach (var (name, value) in epoch_logs)
        {
            if (!history.TryGetValue(name, out var values))
                history[name] = values = [];
            values.Add(value);
        }
    }
}
