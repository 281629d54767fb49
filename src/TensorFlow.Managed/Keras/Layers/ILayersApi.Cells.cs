namespace Tensorflow.Keras.Layers;

/// <content>Cells of recurrent layers, and layers of them.</content>
public partial interface ILayersApi
{
    /// <summary>One step of a <see cref="Layers.SimpleRNN"/>.</summary>
    /// <param name="units">The size of the state.</param>
    /// <param name="activation">What makes the state.</param>
    /// <param name="use_bias">Whether a bias is added.</param>
    /// <param name="kernel_initializer">The start of the kernel of the input.</param>
    /// <param name="recurrent_initializer">The start of the kernel of the state.</param>
    /// <param name="bias_initializer">The bias' start.</param>
    /// <param name="dropout">The share of the input that is dropped in training.</param>
    /// <param name="recurrent_dropout">The share of the state that is dropped in training.</param>
    IRnnCell SimpleRNNCell(
        int units, string activation = "tanh", bool use_bias = true, string kernel_initializer = "glorot_uniform",
        string recurrent_initializer = "orthogonal", string bias_initializer = "zeros", float dropout = 0f,
        float recurrent_dropout = 0f);

    /// <summary>One step of an <see cref="Layers.LSTM"/>.</summary>
    /// <inheritdoc cref="SimpleRNNCell"/>
    /// <param name="units">The size of the state.</param>
    /// <param name="activation">What makes the state.</param>
    /// <param name="recurrent_activation">What makes the gates.</param>
    /// <param name="use_bias">Whether a bias is added.</param>
    /// <param name="kernel_initializer">The start of the kernel of the input.</param>
    /// <param name="recurrent_initializer">The start of the kernel of the state.</param>
    /// <param name="bias_initializer">The bias' start; zeros, and with unit_forget_bias ones for the forget gate.</param>
    /// <param name="unit_forget_bias">Whether the forget gate's bias begins with 1.</param>
    /// <param name="dropout">The share of the input that is dropped in training.</param>
    /// <param name="recurrent_dropout">The share of the state that is dropped in training.</param>
    /// <param name="implementation">Has no effect.</param>
    IRnnCell LSTMCell(
        int units, string activation = "tanh", string recurrent_activation = "sigmoid", bool use_bias = true,
        string kernel_initializer = "glorot_uniform", string recurrent_initializer = "orthogonal", string bias_initializer = "zeros",
        bool unit_forget_bias = true, float dropout = 0f, float recurrent_dropout = 0f, int implementation = 2);

    /// <summary>One step of a <see cref="Layers.GRU"/>.</summary>
    /// <param name="units">The size of the state.</param>
    /// <param name="activation">What makes the state.</param>
    /// <param name="recurrent_activation">What makes the gates.</param>
    /// <param name="use_bias">Whether a bias is added.</param>
    /// <param name="kernel_initializer">The start of the kernel of the input.</param>
    /// <param name="recurrent_initializer">The start of the kernel of the state.</param>
    /// <param name="bias_initializer">The bias' start.</param>
    /// <param name="dropout">The share of the input that is dropped in training.</param>
    /// <param name="recurrent_dropout">The share of the state that is dropped in training.</param>
    /// <param name="reset_after">Whether the reset gate is multiplied after the product with the state's kernel.</param>
    IRnnCell GRUCell(
        int units, string activation = "tanh", string recurrent_activation = "sigmoid", bool use_bias = true,
        string kernel_initializer = "glorot_uniform", string recurrent_initializer = "orthogonal", string bias_initializer = "zeros",
        float dropout = 0f, float recurrent_dropout = 0f, bool reset_after = true);

    /// <summary>Cells on top of each other, as one.</summary>
    /// <param name="cells">The cells, the one that takes the input first.</param>
    IRnnCell StackedRNNCells(IEnumerable<IRnnCell> cells);

    /// <summary>A cell that walks through sequences (N, T, in).</summary>
    /// <param name="cell">What makes a step.</param>
    /// <param name="return_sequences">Whether the result has all steps and not just the last.</param>
    /// <param name="return_state">Whether the last state comes behind the result.</param>
    /// <param name="go_backwards">Whether the sequence is walked through from its end.</param>
    /// <param name="stateful">Not supported; must be false.</param>
    /// <param name="unroll">Has no effect.</param>
    /// <param name="time_major">Not supported; must be false.</param>
    ILayer RNN(
        IRnnCell cell, bool return_sequences = false, bool return_state = false, bool go_backwards = false, bool stateful = false,
        bool unroll = false, bool time_major = false);

    /// <summary>Cells on top of each other that walk through sequences (N, T, in).</summary>
    /// <param name="cell">The cells, the one that takes the input first.</param>
    /// <param name="return_sequences">Whether the result has all steps and not just the last.</param>
    /// <param name="return_state">Whether the last states come behind the result.</param>
    /// <param name="go_backwards">Whether the sequence is walked through from its end.</param>
    /// <param name="stateful">Not supported; must be false.</param>
    /// <param name="unroll">Has no effect.</param>
    /// <param name="time_major">Not supported; must be false.</param>
    ILayer RNN(
        IEnumerable<IRnnCell> cell, bool return_sequences = false, bool return_state = false, bool go_backwards = false,
        bool stateful = false, bool unroll = false, bool time_major = false);

    /// <summary>A recurrent layer and a second one that walks through the sequence from its end.</summary>
    /// <param name="layer">What walks forward: an <see cref="Layers.LSTM"/>, say.</param>
    /// <param name="merge_mode">How both results become one: <c>concat</c>, <c>sum</c>, <c>mul</c>, <c>ave</c>; null for both, one after
    /// the other.</param>
    /// <param name="weights">Not supported; must be null.</param>
    /// <param name="backward_layer">What walks backwards; null for one as <paramref name="layer"/>, with weights of its own.</param>
    ILayer Bidirectional(ILayer layer, string? merge_mode = "concat", NumPy.NDArray? weights = null, ILayer? backward_layer = null);
}
