using Tensorflow.Keras.Layers;

namespace Tensorflow.Keras.ArgsDefinition;

/// <summary>What a recurrent layer or its cell can be told; of a cell only what comes before <see cref="ReturnSequences"/>.</summary>
public class RNNArgs : LayerArgs
{
    /// <summary>What makes a step of an <see cref="RNN"/>; null for layers that make their cell themselves.</summary>
    public IRnnCell? Cell { get; set; }

    /// <summary>The size of the state, and of the result's last axis.</summary>
    public int Units { get; set; }

    /// <summary>What makes the state; null for tanh.</summary>
    public Activation? Activation { get; set; }

    /// <summary>What makes the gates; null for the sigmoid.</summary>
    public Activation? RecurrentActivation { get; set; }

    /// <summary>Whether a bias is added.</summary>
    public bool UseBias { get; set; } = true;

    /// <summary>The start of the kernel of the input, (in, gates * units); null for Glorot's uniform one.</summary>
    public IInitializer? KernelInitializer { get; set; }

    /// <summary>The start of the kernel of the state, (units, gates * units); null for an orthogonal one.</summary>
    public IInitializer? RecurrentInitializer { get; set; }

    /// <summary>The bias' start; null for zeros.</summary>
    public IInitializer? BiasInitializer { get; set; }

    /// <summary>The share of the input that is dropped in training, in [0, 1).</summary>
    public float Dropout { get; set; }

    /// <summary>The share of the state that is dropped in training, in [0, 1).</summary>
    public float RecurrentDropout { get; set; }

    /// <summary>Whether the result has all steps and not just the last.</summary>
    public bool ReturnSequences { get; set; }

    /// <summary>Whether the last state comes behind the result.</summary>
    public bool ReturnState { get; set; }

    /// <summary>Whether the sequence is walked through from its end; the result is then in that order.</summary>
    public bool GoBackwards { get; set; }

    /// <summary>The same under another name, for a layer inside of another one.</summary>
    internal RNNArgs ForCell(string name)
    {
        var args = (RNNArgs)MemberwiseClone();
        (args.Name, args.InputShape, args.BatchInputShape) = (name, null, null);
        return args;
    }
}
