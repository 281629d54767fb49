namespace Tensorflow.Keras.ArgsDefinition;

/// <summary>What an LSTM can be told.</summary>
public class LSTMArgs : RNNArgs
{
    /// <summary>Whether the bias of the forget gate begins with 1, so that it begins by keeping; where no initializer is given.</summary>
    public bool UnitForgetBias { get; set; } = true;
}
