using Tensorflow.Common.Types;
using Tensorflow.Keras.ArgsDefinition;
using Tensorflow.Keras.Engine;
using Tensorflow.Keras.Saving;
using Tensorflow.Operations;

namespace Tensorflow.Keras.Layers;

/// <summary>What the cells of recurrent layers share. Weights are kernel (in, gates units), recurrent_kernel (units, gates units) and bias,
/// the gates side by side. In training a share of the input and one of the state can be dropped, the same at all steps (Gal and Ghahramani,
/// A Theoretically Grounded Application of Dropout in Recurrent Neural Networks, 2016).</summary>
public abstract class RNNCell : Layer, IRnnCell
{
    private readonly RNNArgs _args;
    private readonly int _gates;
    private ResourceVariable? _kernel;
    private ResourceVariable? _recurrentKernel;
    private ResourceVariable? _bias;
    private RandomGenerator? _random;

    private protected RNNCell(RNNArgs args, int gates)
        : base(args)
    {
        (_args, _gates) = (args, gates);
        LayerCheck.Positive(this, "units", args.Units);
        LayerCheck.Rate(this, "dropout", args.Dropout);
        LayerCheck.Rate(this, "recurrent_dropout", args.RecurrentDropout);
        Activation = args.Activation ?? KerasApi.keras.activations.Tanh;
        Gate = args.RecurrentActivation ?? KerasApi.keras.activations.Sigmoid;
        Input = new InputSpec(Rank: 2);
    }

    /// <inheritdoc/>
    public virtual long[] StateSize => [_args.Units];

    /// <inheritdoc/>
    public long OutputSize => _args.Units;

    /// <summary>What makes the state.</summary>
    private protected Activation Activation { get; }

    /// <summary>What makes the gates.</summary>
    private protected Activation Gate { get; }

    /// <summary>The bias' shape.</summary>
    private protected virtual Shape BiasShape => _gates * _args.Units;

    /// <summary>The bias' start where no other is given.</summary>
    private protected virtual IInitializer BiasStart => KerasApi.keras.initializers.Zeros();

    /// <inheritdoc/>
    public override void build(KerasShapesWrapper input_shape)
    {
        var channels = LayerCheck.LastAxis(this, input_shape.Shapes[0]);
        _kernel = AddWeight("kernel", (channels, _gates * _args.Units), DType, _args.KernelInitializer);
        _recurrentKernel = AddWeight("recurrent_kernel", (_args.Units, _gates * _args.Units), DType,
            _args.RecurrentInitializer ?? KerasApi.keras.initializers.Orthogonal());
        if (_args.UseBias)
            _bias = AddWeight("bias", BiasShape, DType, _args.BiasInitializer ?? BiasStart);
        if (_args.Dropout > 0 || _args.RecurrentDropout > 0)
            _random = new RandomGenerator(RandomGenerator.Global.NextKey());
        Input = new InputSpec(Rank: 2, Channels: channels);
        built = true;
    }

    /// <inheritdoc/>
    public override Shape ComputeOutputShape(Shape input_shape) => (input_shape[0], _args.Units);

    /// <summary>A step.</summary>
    /// <param name="inputs">(N, in).</param>
    /// <param name="state">Each (N, units); null for zeros.</param>
    /// <param name="training">Whether there is dropout.</param>
    /// <param name="optional_args">Has no effect.</param>
    /// <returns>The result, and the new state.</returns>
    protected override Tensors Call(Tensors inputs, Tensors state = null!, bool? training = null, IOptionalArgs? optional_args = null)
    {
        var states = RNN.StatesOf(this, this, state, inputs[0].shape[0]);
        var (parts, step) = Begin(ExpandDims.Apply(inputs[0], 1), training is true);
        states = step(parts[0], states);
        return new Tensors([states[0], .. states]);
    }

    internal override Shape[] ComputeOutputShapes(Shape[] inputs) =>
        [ComputeOutputShape(inputs[0]), .. StateSize.Select(size => new Shape(inputs[0][0], size))];

    /// <summary>Begins to walk through a sequence.</summary>
    /// <param name="x">(N, T, in).</param>
    /// <param name="training">Whether there is dropout.</param>
    /// <returns>The input's part of the gates at each step, (N, gates units), and what makes the next state of one of them and the state;
    /// the state's first tensor is the step's result.</returns>
    internal (Tensor[] Parts, Func<Tensor, Tensor[], Tensor[]> Step) Begin(Tensor x, bool training)
    {
        var (n, steps) = (x.shape[0], x.shape[1]);
        if (training && _args.Dropout > 0)
            x *= Operations.Dropout.Apply(Fill.Apply((n, 1, x.shape[2]), 1), _args.Dropout, _random!);
        var mask = training && _args.RecurrentDropout > 0
            ? Operations.Dropout.Apply(Fill.Apply((n, _args.Units), 1), _args.RecurrentDropout, _random!) : null;
        // The input's part of all steps is one product.
        var (inputBias, stateBias) = Biases(_bias?.AsTensor());
        var products = MatMul.Apply(Operations.Reshape.Apply(x, (n * steps, x.shape[2])), _kernel!);
        if (inputBias is not null)
            products += inputBias;
        var kernel = _recurrentKernel!.AsTensor();
        return (
            Unstack.Apply(Operations.Reshape.Apply(products, (n, steps, _gates * _args.Units)), 1),
            (part, states) => Step(part, mask is null ? states : [states[0] * mask, .. states[1..]], kernel, stateBias));
    }

    /// <summary>One step.</summary>
    /// <param name="input">The input's part of the gates, (N, gates units), bias included.</param>
    /// <param name="states">The state; the first tensor is the result of the step before.</param>
    /// <param name="kernel">(units, gates units).</param>
    /// <param name="bias">(gates units), for the state's part; null for none.</param>
    /// <returns>The new state.</returns>
    private protected abstract Tensor[] Step(Tensor input, Tensor[] states, Tensor kernel, Tensor? bias);

    /// <summary>The bias of the input's part and that of the state's.</summary>
    private protected virtual (Tensor? Input, Tensor? State) Biases(Tensor? bias) => (bias, null);
}
