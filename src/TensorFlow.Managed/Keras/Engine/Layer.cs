using Tensorflow.Common.Types;
using Tensorflow.Gradients;
using Tensorflow.Keras.ArgsDefinition;
using Tensorflow.Keras.Saving;
using Tensorflow.Operations;

namespace Tensorflow.Keras.Engine;

/// <summary>
/// A function of tensors with weights of its own. A kind of layer overrides <see cref="build"/>, where it calls
/// <see cref="add_weight"/>, and <see cref="Call"/>.
/// </summary>
public abstract partial class Layer : ILayer
{
    /// <summary>Held while a layer makes its weights, of threads that apply a new model at once one does, and while they are
    /// gathered.</summary>
    private static readonly Lock s_building = new();

    /// <summary>Whether the layer that this thread is in was called as in training; null outside of layers.</summary>
    [ThreadStatic]
    private static bool? t_training;

    private readonly LayerArgs _args;
    private int _applications;
    private bool _hasSeveralOutputShapes;

    /// <summary>A layer that is not built yet.</summary>
    protected Layer(LayerArgs args)
    {
        _args = args;
        _trainable = args.Trainable;
        NameIsGiven = args.Name is not null;
        Name = args.Name ?? NextName();
    }

    /// <inheritdoc/>
    public string Name { get; }

    /// <inheritdoc/>
    public bool Built => built;

    /// <inheritdoc/>
    public TF_DataType DType => _args.DType;

    /// <inheritdoc/>
    public virtual List<ILayer> Layers => [.. _children];

    /// <inheritdoc/>
    public Shape? OutputShape { get; private protected set; }

    /// <summary>The input's shape that the layer was told, with the batch's axis; null if it was told none.</summary>
    public virtual Shape? BatchInputShape => _args.BatchInputShape ?? _args.InputShape?.Insert(0, -1);

    /// <summary>Whether the weights exist.</summary>
    protected bool built { get; set; }

    /// <summary>What it was told.</summary>
    internal LayerArgs Args => _args;

    /// <summary>Whether the name was given, not counted.</summary>
    internal bool NameIsGiven { get; }

    /// <summary>The kind in snake case, which a counted name starts with: <c>conv2d_transpose</c>.</summary>
    internal virtual string Kind => LayerNames.SnakeCase(ClassName);

    /// <summary>The kind as Keras writes it: <c>Conv2DTranspose</c>.</summary>
    internal virtual string ClassName => GetType().Name;

    /// <summary>How messages name the layer.</summary>
    internal virtual string Description => $"Layer '{Name}' ({ClassName})";

    /// <summary>The output's shape as a summary shows it.</summary>
    internal virtual string OutputShapeText => _hasSeveralOutputShapes ? "multiple" : OutputShape?.ToString() ?? "?";

    /// <summary>What the layer needs of its inputs; null for nothing. Set in the constructor, sharpened in <see cref="build"/>.</summary>
    private protected InputSpec? Input { get; set; }

    /// <inheritdoc/>
    public virtual void build(KerasShapesWrapper input_shape) => built = true;

    /// <inheritdoc/>
    public virtual Tensors Apply(Tensors inputs, Tensors states = null!, bool? training = null, IOptionalArgs? optional_args = null)
    {
        if (IsSymbolic(inputs))
            return ApplySymbolic(inputs);
        inputs = Conform(inputs);
        CheckInputs(inputs);
        if (built)
            return Compute(inputs, states, training, optional_args);

        BuildFor(ShapesOf(inputs));
        CheckInputs(inputs);
        var outputs = Compute(inputs, states, training, optional_args);
        OutputShape ??= outputs.Count == 1 && outputs.shape.ndim > 0 ? outputs.shape.With(0, -1) : null;
        return outputs;
    }

    /// <inheritdoc/>
    public virtual void adapt(Tensor data, int? batch_size = null, int? steps = null) =>
        throw new NotSupportedException($"{Description} learns nothing by adapt; a Normalization does.");

    /// <summary>The shape of the result for an input's shape; -1 stands for a size that is not known.</summary>
    /// <remarks>Unless overridden it is found by a trial on one example of zeros.</remarks>
    public virtual Shape ComputeOutputShape(Shape input_shape) => Try([input_shape])[0];

    /// <summary>The result for some input whose shape was checked; the weights exist.</summary>
    protected virtual Tensors Call(Tensors inputs, Tensors state = null!, bool? training = null, IOptionalArgs? optional_args = null) =>
        throw new NotImplementedException($"{Description} does not override Call.");

    /// <summary>The shapes of the results for the shapes of the inputs.</summary>
    internal virtual Shape[] ComputeOutputShapes(Shape[] inputs) => inputs.Length == 1 ? [ComputeOutputShape(inputs[0])] : Try(inputs);

    /// <summary>The type of the results for a type of inputs.</summary>
    private protected virtual TF_DataType ComputeOutputType(TF_DataType input) => DType;

    private protected virtual string NextName() => LayerNames.Next(Kind);

    /// <summary>Makes the weights, outside of the batch's scope and unseen by tapes.</summary>
    private protected void BuildFor(Shape[] inputs)
    {
        using var suspension = TensorScope.Suspend();
        using var pause = Tape.Pause();
        using var alone = s_building.EnterScope();
        if (built)
            return;
        build(new KerasShapesWrapper(inputs));
        built = true;
        StructureChanged();
    }

    private protected Shape[] Try(Shape[] inputs)
    {
        using var scope = TensorScope.Begin();
        using var pause = Tape.Pause();
        var zeros = Array.ConvertAll(inputs, shape => Fill.Zeros(new Shape(Array.ConvertAll(shape.dims, size => size < 0 ? 1 : size))));
        if (!built)
            BuildFor(inputs);
        // What the trial's results cost is nobody's.
        var costs = t_activityCosts;
        t_activityCosts = null;
        try
        {
            var outputs = Compute(new Tensors(zeros), null!, false, null);
            return [.. outputs
                .Select(output => inputs[0].ndim > 0 && output.ndim > 0 && inputs[0][0] < 0 ? output.shape.With(0, -1) : output.shape)];
        }
        finally
        {
            t_activityCosts = costs;
        }
    }

    private protected static Shape[] ShapesOf(Tensors inputs)
    {
        var shapes = new Shape[inputs.Count];
        for (var i = 0; i < shapes.Length; i++)
            shapes[i] = inputs[i].shape;
        return shapes;
    }

    private protected virtual void CheckInputs(Tensors inputs)
    {
        if (Input is null)
            return;
        for (var i = 0; i < inputs.Count; i++)
            Input.Check(this, inputs[i]);
    }

    /// <summary>A new symbolic application, which gives outputs of the given shapes.</summary>
    private protected Tensors AddNode(KerasTensor[] inputs, Shape[] outputShapes, TF_DataType outputType)
    {
        var shape = outputShapes.Length == 1 ? outputShapes[0] : null;
        _hasSeveralOutputShapes |= _applications > 0 && shape != OutputShape;
        OutputShape = shape;
        var node = new Node(this, inputs, outputShapes, outputType, _applications++);
        return new Tensors(node.Outputs);
    }

    /// <summary>Calls the layer. As in Keras' call context, a layer inside that is not told how to behave does as this one.</summary>
    private Tensors Compute(Tensors inputs, Tensors states, bool? training, IOptionalArgs? optional_args)
    {
        var outer = t_training;
        t_training = training ?? outer ?? false;
        if (outer is null)
        {
            t_outermost = this;
            ForgetActivity();
        }

        try
        {
            var outputs = Call(inputs, states, t_training, optional_args);
            if (ActivityRegularizer is { } regularizer)
                NoteActivity(regularizer, outputs);
            return outputs;
        }
        finally
        {
            t_training = outer;
            if (outer is null)
                t_outermost = null;
        }
    }

    private static bool IsSymbolic(Tensors inputs)
    {
        for (var i = 0; i < inputs.Count; i++)
            if (inputs[i] is KerasTensor)
                return true;
        return false;
    }

    private Tensors ApplySymbolic(Tensors inputs)
    {
        var symbols = new KerasTensor[inputs.Count];
        for (var i = 0; i < symbols.Length; i++)
            symbols[i] = inputs[i] as KerasTensor
                ?? throw new ArgumentException($"{Description} got symbolic and real tensors at once; apply it to one kind.");
        CheckInputs(inputs);
        var shapes = ShapesOf(inputs);
        if (!built)
        {
            BuildFor(shapes);
            CheckInputs(inputs);
        }

        return AddNode(symbols, ComputeOutputShapes(shapes), ComputeOutputType(inputs.dtype));
    }

    /// <summary>The inputs as the layer computes with them: Keras computes in the layer's type, float32 unless float64 was asked for,
    /// whatever floating type the data has.</summary>
    private protected virtual Tensors Conform(Tensors inputs)
    {
        var own = DType == TF_DataType.TF_DOUBLE ? TF_DataType.TF_DOUBLE : TF_DataType.TF_FLOAT;
        for (var i = 0; i < inputs.Count; i++)
            if (inputs[i].dtype.IsFloating() && inputs[i].dtype != own)
                return new Tensors([.. inputs.Select(input => input.dtype.IsFloating() ? Cast.Apply(input, own) : input)]);
        return inputs;
    }
}
