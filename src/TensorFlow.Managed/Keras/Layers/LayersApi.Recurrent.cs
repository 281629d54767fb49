using Tensorflow.Keras.ArgsDefinition;

namespace Tensorflow.Keras.Layers;

/// <content>Layers of sequences.</content>
internal sealed partial class LayersApi
{
    public ILayer SimpleRNN(
        int units, string activation, string kernel_initializer, string recurrent_initializer, string bias_initializer,
        bool return_sequences, bool return_state) =>
        new SimpleRNN(new RNNArgs
        {
            Units = units,
            Activation = activation,
            KernelInitializer = Named(kernel_initializer),
            RecurrentInitializer = Named(recurrent_initializer),
            BiasInitializer = Named(bias_initializer),
            ReturnSequences = return_sequences,
            ReturnState = return_state,
        });

    public ILayer LSTM(
        int units, Activation? activation, Activation? recurrent_activation, bool use_bias, IInitializer? kernel_initializer,
        IInitializer? recurrent_initializer, IInitializer? bias_initializer, bool unit_forget_bias, float dropout, float recurrent_dropout,
        int implementation, bool return_sequences, bool return_state, bool go_backwards, bool stateful, bool time_major, bool unroll)
    {
        Refuse("LSTM", stateful, time_major);
        return new LSTM(new LSTMArgs
        {
            Units = units,
            Activation = activation,
            RecurrentActivation = recurrent_activation,
            UseBias = use_bias,
            KernelInitializer = kernel_initializer,
            RecurrentInitializer = recurrent_initializer,
            BiasInitializer = bias_initializer,
            UnitForgetBias = unit_forget_bias,
            Dropout = dropout,
            RecurrentDropout = recurrent_dropout,
            ReturnSequences = return_sequences,
            ReturnState = return_state,
            GoBackwards = go_backwards,
        });
    }

    public ILayer GRU(
        int units, string activation, string recurrent_activation, bool use_bias, string kernel_initializer, string recurrent_initializer,
        string bias_initializer, float dropout, float recurrent_dropout, bool return_sequences, bool return_state, bool go_backwards,
        bool stateful, bool unroll, bool time_major, bool reset_after)
    {
        Refuse("GRU", stateful, time_major);
        return new GRU(new GRUArgs
        {
            Units = units,
            Activation = activation,
            RecurrentActivation = recurrent_activation,
            UseBias = use_bias,
            KernelInitializer = Named(kernel_initializer),
            RecurrentInitializer = Named(recurrent_initializer),
            BiasInitializer = Named(bias_initializer),
            Dropout = dropout,
            RecurrentDropout = recurrent_dropout,
            ReturnSequences = return_sequences,
            ReturnState = return_state,
            GoBackwards = go_backwards,
            ResetAfter = reset_after,
        });
    }

    public ILayer Conv1D(
        int filters, Shape kernel_size, int strides, string padding, string? data_format, int dilation_rate, int groups,
        string? activation, bool use_bias, string kernel_initializer, string bias_initializer) =>
        new Conv1D(Convolution(
            filters, kernel_size, strides, padding, data_format, dilation_rate, groups, activation, use_bias, Named(kernel_initializer),
            Named(bias_initializer)));

    private static void Refuse(string layer, bool stateful, bool timeMajor)
    {
        if (stateful || timeMajor)
            throw new NotSupportedException($"{layer}: stateful and time_major must be false; states can be given to Apply.");
    }
}
