using Tensorflow.Keras.ArgsDefinition;

namespace Tensorflow.Keras.Layers;

/// <summary>A recurrent layer whose state is its result, of a <see cref="SimpleRNNCell"/>.</summary>
public class SimpleRNN : RNN
{
    /// <summary>A recurrent layer.</summary>
    /// <exception cref="ArgumentException">The number of units is not positive, or a share outside [0, 1).</exception>
    public SimpleRNN(RNNArgs args)
        : base(args, name => new SimpleRNNCell(args.ForCell($"{name}/simple_rnn_cell")))
    {
    }
}
