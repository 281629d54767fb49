using Tensorflow.Common.Types;
using Tensorflow.Keras.ArgsDefinition;
using Tensorflow.Keras.Layers;
using Tensorflow.Keras.Saving;

namespace Tensorflow.Keras.Engine;

/// <summary>
/// A model that applies one layer after the other. If the first is an <c>InputLayer</c>, or was told its input's shape, the weights are
/// made at once; otherwise with the first input.
/// </summary>
public class Sequential : Model
{
    private readonly List<Layer> _layers = [];
    private Tensors? _inputs;
    private Tensors? _outputs;
    private bool _isDeclared;

    /// <summary>A model of some layers; more can be added.</summary>
    public Sequential(SequentialArgs args)
        : base(args)
    {
        foreach (var layer in args.Layers)
            add(layer);
    }

    /// <summary>The layers, without the input's.</summary>
    public override List<ILayer> Layers => [.. _layers];

    /// <inheritdoc/>
    public override Tensors? Inputs => _inputs;

    /// <inheritdoc/>
    public override Tensors? Outputs => _outputs;

    /// <summary>A model that took its input's shape from the data takes other data as well, if its layers do.</summary>
    private protected override Tensors? DeclaredInputs => _isDeclared ? _inputs : null;

    /// <summary>Adds a layer at the end.</summary>
    /// <exception cref="ArgumentException">An input layer is not the first, or the layer is there already.</exception>
    public void add(ILayer layer)
    {
        var added = From(layer);
        if (added is InputLayer input)
        {
            if (_layers.Count > 0 || _inputs is not null)
                throw new ArgumentException($"{Description}: the input layer '{layer.Name}' must come first, and only once.");
            Declare(input);
            return;
        }

        if (_layers.Contains(added))
            throw new ArgumentException($"{Description} has the layer '{layer.Name}' already; sharing layers takes a functional model.");
        if (_layers.Count == 0 && _inputs is null && added.BatchInputShape is { } shape)
            Declare(new InputLayer(new InputLayerArgs { BatchInputShape = shape }));
        if (_outputs is not null)
            Continue(added);
        // Only now: a layer that does not fit the ones before it does not belong to the model.
        _layers.Add(added);
        Track(added);
    }

    /// <summary>Adds a symbolic input, which must come first.</summary>
    /// <param name="tensor">What <c>keras.Input</c> gave.</param>
    /// <exception cref="ArgumentException">It is no such input, or not the first.</exception>
    public void add(Tensors tensor) => add(tensor.Single is KerasTensor { Producer.Layer: InputLayer input }
        ? input : throw new ArgumentException($"{Description}: only what keras.Input gave, or a layer, can be added."));

    /// <summary>Takes the last layer away.</summary>
    /// <exception cref="InvalidOperationException">There is none.</exception>
    public void pop()
    {
        if (_layers.Count == 0)
            throw new InvalidOperationException($"{Description} has no layers.");
        Untrack(_layers[^1]);
        _layers.RemoveAt(_layers.Count - 1);
        if (_inputs is null)
            return;
        _outputs = _inputs;
        foreach (var layer in _layers)
            Continue(layer);
    }

    /// <inheritdoc/>
    public override void build(KerasShapesWrapper input_shape)
    {
        if (built)
            return;
        var shape = input_shape.ToSingleShape();
        Start(new InputLayer(new InputLayerArgs { BatchInputShape = shape.ndim > 0 ? shape.With(0, -1) : shape }));
        try
        {
            foreach (var layer in _layers)
                Continue(layer);
        }
        catch
        {
            (_inputs, _outputs, built) = (null, null, false);
            throw;
        }
    }

    /// <inheritdoc/>
    protected override Tensors Call(Tensors inputs, Tensors state = null!, bool? training = null, IOptionalArgs? optional_args = null)
    {
        var outputs = inputs;
        foreach (var layer in _layers)
            outputs = layer.Apply(outputs, training: training);
        return outputs;
    }

    internal override Shape[] ComputeOutputShapes(Shape[] inputs)
    {
        foreach (var layer in _layers)
            inputs = layer.ComputeOutputShapes(inputs);
        return inputs;
    }

    private void Declare(InputLayer input)
    {
        Start(input);
        _isDeclared = true;
    }

    private void Start(InputLayer input)
    {
        _inputs = _outputs = input.Output;
        OutputShape = _outputs.shape;
        built = true;
    }

    private void Continue(Layer layer)
    {
        _outputs = layer.Apply(_outputs!);
        OutputShape = _outputs.Count == 1 ? _outputs.shape : null;
    }
}
