using Tensorflow.Keras.ArgsDefinition;
using Tensorflow.NumPy;

namespace Tensorflow.Keras.Layers;

/// <content>Cells of recurrent layers, and layers of them.</content>
internal sealed partial class LayersApi
{
    public IRnnCell SimpleRNNCell(
        int units, string activation, bool use_bias, string kernel_initializer, string recurrent_initializer, string bias_initializer,
        float dropout, float recurrent_dropout) =>
        new SimpleRNNCell(Cell(
            new RNNArgs(), units, activation, use_bias, kernel_initializer, recurrent_initializer, Named(bias_initializer), dropout,
            recurrent_dropout));

    public IRnnCell LSTMCell(
        int units, string activation, string recurrent_activation, bool use_bias, string kernel_initializer, string recurrent_initializer,
        string bias_initializer, bool unit_forget_bias, float dropout, float recurrent_dropout, int implementation) =>
        new LSTMCell(Cell(
            new LSTMArgs { RecurrentActivation = recurrent_activation, UnitForgetBias = unit_forget_bias }, units, activation, use_bias,
            kernel_initializer, recurrent_initializer, bias_initializer == "zeros" ? null : Named(bias_initializer), dropout,
            recurrent_dropout));

    public IRnnCell GRUCell(
        int units, string activation, string recurrent_activation, bool use_bias, string kernel_initializer, string recurrent_initializer,
        string bias_initializer, float dropout, float recurrent_dropout, bool reset_after) =>
        new GRUCell(Cell(
            new GRUArgs { RecurrentActivation = recurrent_activation, ResetAfter = reset_after }, units, activation, use_bias,
            kernel_initializer, recurrent_initializer, Named(bias_initializer), dropout, recurrent_dropout));

    public IRnnCell StackedRNNCells(IEnumerable<IRnnCell> cells) => new StackedRNNCells(new StackedRNNCellsArgs { Cells = [.. cells] });

    public ILayer RNN(
        IRnnCell cell, bool return_sequences, bool return_state, bool go_backwards, bool stateful, bool unroll, bool time_major)
    {
        Refuse("RNN", stateful, time_major);
        return new RNN(
            new RNNArgs { Cell = cell, ReturnSequences = return_sequences, ReturnState = return_state, GoBackwards = go_backwards });
    }

    public ILayer RNN(
        IEnumerable<IRnnCell> cell, bool return_sequences, bool return_state, bool go_backwards, bool stateful, bool unroll,
        bool time_major) =>
        RNN(StackedRNNCells(cell), return_sequences, return_state, go_backwards, stateful, unroll, time_major);

    public ILayer Bidirectional(ILayer layer, string? merge_mode, NDArray? weights, ILayer? backward_layer) => weights is null
        ? new Bidirectional(new BidirectionalArgs { Layer = layer, MergeMode = merge_mode, BackwardLayer = backward_layer })
        : throw new NotSupportedException("Bidirectional: weights must be null; set_weights sets them.");

    private static TArgs Cell<TArgs>(
        TArgs args, int units, string activation, bool useBias, string kernelInitializer, string recurrentInitializer,
        IInitializer? biasInitializer, float dropout, float recurrentDropout) where TArgs : RNNArgs
    {
        (args.Units, args.Activation, args.UseBias) = (units, activation, useBias);
        (args.KernelInitializer, args.RecurrentInitializer) = (Named(kernelInitializer), Named(recurrentInitializer));
        (args.BiasInitializer, args.Dropout, args.RecurrentDropout) = (biasInitializer, dropout, recurrentDropout);
        return args;
    }
}
