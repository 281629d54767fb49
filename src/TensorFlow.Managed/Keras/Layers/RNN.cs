using Tensorflow.Common.Types;
using Tensorflow.Keras.ArgsDefinition;
using Tensorflow.Keras.Engine;
using Tensorflow.Keras.Saving;
using Tensorflow.Operations;

namespace Tensorflow.Keras.Layers;

/// <summary>
/// What recurrent layers share: they walk through a sequence (N, T, in) with a state that each step changes, and give the last step (N,
/// units), or all (N, T, units). The states go to <c>Apply</c> as <c>states</c>; without them they begin with zeros. Weights are kernel
/// (in, gates units), recurrent_kernel (units, gates units) and bias, the gates side by side.
/// </summary>
public abstract class RNN : Layer
{
    private readonly RNNArgs _args;
    private readonly int _gates;
    private ResourceVariable? _kernel;
    private ResourceVariable? _recurrentKernel;
    private ResourceVariable? _bias;

    private protected RNN(RNNArgs args, int gates)
        : base(args)
    {
        (_args, _gates) = (args, gates);
        LayerCheck.Positive(this, "units", args.Units);
        Activation = args.Activation ?? KerasApi.keras.activations.Tanh;
        Gate = args.RecurrentActivation ?? KerasApi.keras.activations.Sigmoid;
        Input = new InputSpec(Rank: 3);
    }

    /// <summary>What makes the state.</summary>
    private protected Activation Activation { get; }

    /// <summary>What makes the gates.</summary>
    private protected Activation Gate { get; }

    /// <summary>How many tensors (N, units) the state has.</summary>
    private protected virtual int States => 1;

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
        Input = new InputSpec(Rank: 3, Channels: channels);
        built = true;
    }

    /// <inheritdoc/>
    public override Shape ComputeOutputShape(Shape input_shape) =>
        _args.ReturnSequences ? (input_shape[0], input_shape[1], _args.Units) : (input_shape[0], _args.Units);

    /// <inheritdoc/>
    protected override Tensors Call(Tensors inputs, Tensors state = null!, bool? training = null, IOptionalArgs? optional_args = null)
    {
        Tensor x = inputs[0];
        var (n, steps) = (x.shape[0], x.shape[1]);
        Tensor[] states = state is null ? Zeros(n) : [.. state];
        if (states.Length != States || states.Any(one => one.shape != (n, _args.Units)))
            throw new ArgumentException($"{Description} needs {States} states of shape {new Shape(n, _args.Units)}.");
        // The input's part of all steps is one product.
        var (inputBias, stateBias) = Biases(_bias?.AsTensor());
        var products = MatMul.Apply(Operations.Reshape.Apply(x, (n * steps, x.shape[2])), _kernel!);
        if (inputBias is not null)
            products += inputBias;
        Tensor[] parts = Unstack.Apply(Operations.Reshape.Apply(products, (n, steps, _gates * _args.Units)), 1);
        if (_args.GoBackwards)
            Array.Reverse(parts);
        Tensor kernel = _recurrentKernel!.AsTensor();
        var outputs = new List<Tensor>();
        foreach (var part in parts)
        {
            states = Step(part, states, kernel, stateBias);
            outputs.Add(states[0]);
        }

        var y = _args.ReturnSequences ? Stack.Apply([.. outputs], 1) : states[0];
        return _args.ReturnState ? new Tensors([y, .. states]) : y;
    }

    internal override Shape[] ComputeOutputShapes(Shape[] inputs)
    {
        var y = ComputeOutputShape(inputs[0]);
        return _args.ReturnState ? [y, .. Enumerable.Repeat(new Shape(inputs[0][0], _args.Units), States)] : [y];
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

    private Tensor[] Zeros(long n) => [.. Enumerable.Range(0, States).Select(_ => Fill.Zeros((n, _args.Units)))];
}
