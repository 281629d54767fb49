using Tensorflow.Keras.ArgsDefinition;

namespace Tensorflow.Keras.Layers;

/// <summary>A recurrent layer of an <see cref="LSTMCell"/>.</summary>
public class LSTM : RNN
{
    /// <summary>A long short-term memory.</summary>
    /// <exception cref="ArgumentException">The number of units is not positive, or a share outside [0, 1).</exception>
    public LSTM(LSTMArgs args)
        : base(args, name => new LSTMCell((LSTMArgs)args.ForCell($"{name}/lstm_cell")))
    {
    }
}
