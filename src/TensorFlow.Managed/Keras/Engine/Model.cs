using Tensorflow.Common.Types;
using Tensorflow.Keras.ArgsDefinition;
using Tensorflow.Keras.Saving;

namespace Tensorflow.Keras.Engine;

/// <summary>
/// Layers that are trained together. A subclass registers its layers with <see cref="Layer.StackLayers"/> and overrides
/// <see cref="Layer.Call"/>, and <see cref="train_step"/> where training is more than one loss and one optimizer.
/// </summary>
public partial class Model : Layer, IModel
{
    private readonly FunctionalGraph? _graph;

    /// <summary>A model; a functional one if inputs and outputs are given.</summary>
    public Model(ModelArgs args)
        : base(args)
    {
        if (args.Inputs is null && args.Outputs is null)
            return;
        if (args.Inputs is null || args.Outputs is null)
            throw new ArgumentException($"{Description} needs both inputs and outputs, or none of them.");
        _graph = new FunctionalGraph(Name, args.Inputs, args.Outputs);
        DeclaredInputs = new Tensors(_graph.Inputs);
        StackLayers([.. _graph.Layers]);
        built = true;
        OutputShape = Outputs!.Count == 1 ? Outputs.shape : null;
    }

    /// <summary>True when training is to end after the running epoch; callbacks set it.</summary>
    public bool Stop_training { get; set; }

    /// <summary>The symbolic inputs; null for a subclassed model, and for a sequential one that has not seen its input's shape.</summary>
    public virtual Tensors? Inputs => _graph is null ? null : new Tensors(_graph.Inputs);

    /// <summary>The symbolic outputs; null where <see cref="Inputs"/> are.</summary>
    public virtual Tensors? Outputs => _graph is null ? null : new Tensors(_graph.Outputs);

    /// <inheritdoc/>
    public override Shape? BatchInputShape => Inputs is { Count: 1 } inputs ? inputs.shape : base.BatchInputShape;

    /// <summary>The shape of the only output, -1 for the batch; null while it is not known.</summary>
    public Shape? output_shape => OutputShape;

    internal FunctionalGraph? Graph => _graph;

    internal override string Description => $"Model '{Name}' ({ClassName})";

    /// <summary>The inputs whose shapes and types the program gave; what it applies the model to must fit them.</summary>
    private protected virtual Tensors? DeclaredInputs { get; }

    /// <summary>Makes the weights for inputs of a shape (with the batch's axis), by a trial on one example of zeros.</summary>
    public override void build(KerasShapesWrapper input_shape)
    {
        if (built)
            return;
        // The trial applies the layers inside, which builds them.
        built = true;
        try
        {
            var outputs = Try(Array.ConvertAll(input_shape.Shapes, shape => shape.ndim > 0 ? shape.With(0, -1) : shape));
            OutputShape = outputs.Length == 1 ? outputs[0] : null;
        }
        catch
        {
            built = false;
            throw;
        }
    }

    /// <inheritdoc/>
    public override Shape ComputeOutputShape(Shape input_shape)
    {
        var shapes = ComputeOutputShapes([input_shape]);
        return shapes.Length == 1
            ? shapes[0]
            : throw new InvalidOperationException(
                $"{Description} gives {shapes.Length} tensors, of the shapes {new KerasShapesWrapper(shapes)}.");
    }

    /// <inheritdoc/>
    protected override Tensors Call(Tensors inputs, Tensors state = null!, bool? training = null, IOptionalArgs? optional_args = null) =>
        _graph is null
            ? throw new NotImplementedException($"{Description} overrides no Call, and has no inputs and outputs to make one of.")
            : _graph.Run(inputs, training);

    internal override Shape[] ComputeOutputShapes(Shape[] inputs) => _graph?.ComputeOutputShapes(inputs) ?? Try(inputs);

    private protected override void CheckInputs(Tensors inputs)
    {
        if (DeclaredInputs is not { } declared)
            return;
        if (inputs.Count != declared.Count)
            throw new ArgumentException($"{Description} needs {declared.Count} inputs; it got {inputs.Count}.");
        for (var i = 0; i < inputs.Count; i++)
            if (!declared[i].shape.is_compatible_with(inputs[i].shape))
                throw new ArgumentException($"{Description} needs an input of shape {declared[i].shape}; it got " +
                    $"{inputs[i].shape}{Hint(declared[i].shape, inputs[i].shape)}.");
    }

    private static string Hint(Shape needed, Shape got) => needed.ndim == got.ndim + 1 && needed[1..].is_compatible_with(got)
        ? ", which is one example without the batch's axis (a dataset makes batches with .batch(n))"
        : "";

    /// <summary>Keras converts data to the types that a model's inputs were declared with.</summary>
    private protected override Tensors Conform(Tensors inputs)
    {
        if (DeclaredInputs is not { } declared || inputs.Count != declared.Count)
            return base.Conform(inputs);
        for (var i = 0; i < inputs.Count; i++)
            if (inputs[i].dtype != declared[i].dtype)
                return new Tensors([.. inputs.Select((input, n) => Operations.Cast.Apply(input, declared[n].dtype))]);
        return inputs;
    }
}
