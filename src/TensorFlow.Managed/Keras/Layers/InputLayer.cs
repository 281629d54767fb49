using Tensorflow.Common.Types;
using Tensorflow.Keras.ArgsDefinition;
using Tensorflow.Keras.Engine;

namespace Tensorflow.Keras.Layers;

/// <summary>Where a model's input comes in; says its shape and type.</summary>
public class InputLayer : Layer
{
    /// <summary>An input.</summary>
    /// <exception cref="ArgumentException">No shape is given.</exception>
    public InputLayer(InputLayerArgs args)
        : base(args)
    {
        var shape = BatchInputShape ?? throw new ArgumentException($"{Description} needs the shape of its input.");
        built = true;
        Output = AddNode([], [shape], DType);
    }

    /// <summary>The symbolic tensor that stands for the input.</summary>
    internal Tensors Output { get; }

    internal override string Kind => "input";

    internal override string OutputShapeText => $"[{OutputShape}]";

    /// <inheritdoc/>
    public override Shape ComputeOutputShape(Shape input_shape) => input_shape;

    /// <inheritdoc/>
    protected override Tensors Call(Tensors inputs, Tensors state = null!, bool? training = null, IOptionalArgs? optional_args = null) =>
        inputs;

    private protected override string NextName() => LayerNames.Next(Kind, zeroBased: false);
}
