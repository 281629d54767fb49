namespace Tensorflow.Keras.Layers;

/// <content>Layers of sequences (N, T, in).</content>
public partial interface ILayersApi
{
    /// <summary>A recurrent layer whose state is its result: h = tanh(x kernel + h recurrent_kernel + bias).</summary>
    /// <param name="units">The size of the state.</param>
    /// <param name="activation">What makes the state.</param>
    /// <param name="kernel_initializer">The start of the kernel of the input.</param>
    /// <param name="recurrent_initializer">The start of the kernel of the state.</param>
    /// <param name="bias_initializer">The bias' start.</param>
    /// <param name="return_sequences">Whether the result has all steps and not just the last.</param>
    /// <param name="return_state">Whether the last state comes behind the result.</param>
    ILayer SimpleRNN(
        int units, string activation = "tanh", string kernel_initializer = "glorot_uniform", string recurrent_initializer = "orthogonal",
        string bias_initializer = "zeros", bool return_sequences = false, bool return_state = false);

    /// <summary>Long short-term memory (Hochreiter and Schmidhuber 1997).</summary>
    /// <param name="units">The size of the state.</param>
    /// <param name="activation">What makes the state; null for tanh.</param>
    /// <param name="recurrent_activation">What makes the gates; null for the sigmoid.</param>
    /// <param name="use_bias">Whether a bias is added.</param>
    /// <param name="kernel_initializer">The start of the kernel of the input; null for Glorot's uniform one.</param>
    /// <param name="recurrent_initializer">The start of the kernel of the state; null for an orthogonal one.</param>
    /// <param name="bias_initializer">The bias' start; null for zeros, and ones for the forget gate.</param>
    /// <param name="unit_forget_bias">Whether the forget gate's bias begins with 1.</param>
    /// <param name="dropout">The share of the input that is dropped in training.</param>
    /// <param name="recurrent_dropout">The share of the state that is dropped in training.</param>
    /// <param name="implementation">Has no effect.</param>
    /// <param name="return_sequences">Whether the result has all steps and not just the last.</param>
    /// <param name="return_state">Whether the last state, h and c, comes behind the result.</param>
    /// <param name="go_backwards">Whether the sequence is walked through from its end.</param>
    /// <param name="stateful">Not supported; must be false.</param>
    /// <param name="time_major">Not supported; must be false.</param>
    /// <param name="unroll">Has no effect.</param>
    ILayer LSTM(
        int units, Activation? activation = null, Activation? recurrent_activation = null, bool use_bias = true,
        IInitializer? kernel_initializer = null, IInitializer? recurrent_initializer = null, IInitializer? bias_initializer = null,
        bool unit_forget_bias = true, float dropout = 0f, float recurrent_dropout = 0f, int implementation = 2,
        bool return_sequences = false, bool return_state = false, bool go_backwards = false, bool stateful = false,
        bool time_major = false, bool unroll = false);

    /// <summary>A gated recurrent unit (Cho et al., arXiv 1406.1078).</summary>
    /// <param name="units">The size of the state.</param>
    /// <param name="activation">What makes the state.</param>
    /// <param name="recurrent_activation">What makes the gates.</param>
    /// <param name="use_bias">Whether a bias is added.</param>
    /// <param name="kernel_initializer">The start of the kernel of the input.</param>
    /// <param name="recurrent_initializer">The start of the kernel of the state.</param>
    /// <param name="bias_initializer">The bias' start.</param>
    /// <param name="dropout">The share of the input that is dropped in training.</param>
    /// <param name="recurrent_dropout">The share of the state that is dropped in training.</param>
    /// <param name="return_sequences">Whether the result has all steps and not just the last.</param>
    /// <param name="return_state">Whether the last state comes behind the result.</param>
    /// <param name="go_backwards">Whether the sequence is walked through from its end.</param>
    /// <param name="stateful">Not supported; must be false.</param>
    /// <param name="unroll">Has no effect.</param>
    /// <param name="time_major">Not supported; must be false.</param>
    /// <param name="reset_after">Whether the reset gate is multiplied after the product with the state's kernel.</param>
    ILayer GRU(
        int units, string activation = "tanh", string recurrent_activation = "sigmoid", bool use_bias = true,
        string kernel_initializer = "glorot_uniform", string recurrent_initializer = "orthogonal", string bias_initializer = "zeros",
        float dropout = 0f, float recurrent_dropout = 0f, bool return_sequences = false, bool return_state = false,
        bool go_backwards = false, bool stateful = false, bool unroll = false, bool time_major = false, bool reset_after = true);

    /// <summary>A convolution of sequences, plus a bias: (N, T, in) gives (N, T', filters).</summary>
    /// <param name="filters">The number of channels it gives.</param>
    /// <param name="kernel_size">One number.</param>
    /// <param name="strides">Steps between the places where the kernel is laid.</param>
    /// <param name="padding"><c>valid</c>, <c>same</c>, or <c>causal</c>: a step sees itself and what came before.</param>
    /// <param name="data_format">null or <c>channels_last</c>.</param>
    /// <param name="dilation_rate">The distance between the kernel's taps.</param>
    /// <param name="groups">In how many groups the channels are convolved, each by itself.</param>
    /// <param name="activation">What it ends with; null for nothing.</param>
    /// <param name="use_bias">Whether a bias is added.</param>
    /// <param name="kernel_initializer">The kernel's start, (size, in / groups, filters).</param>
    /// <param name="bias_initializer">The bias' start.</param>
    ILayer Conv1D(
        int filters, Shape kernel_size, int strides = 1, string padding = "valid", string? data_format = "channels_last",
        int dilation_rate = 1, int groups = 1, string? activation = null, bool use_bias = true,
        string kernel_initializer = "glorot_uniform", string bias_initializer = "zeros");
}
