using Tensorflow.Keras.ArgsDefinition;

namespace Tensorflow.Keras.Layers;

/// <summary>A recurrent layer of a <see cref="GRUCell"/>.</summary>
public class GRU : RNN
{
    /// <summary>A gated recurrent unit.</summary>
    /// <exception cref="ArgumentException">The number of units is not positive, or a share outside [0, 1).</exception>
    public GRU(GRUArgs args)
        : base(args, name => new GRUCell((GRUArgs)args.ForCell($"{name}/gru_cell")))
    {
    }
}
