using Tensorflow.Keras.ArgsDefinition;
using Tensorflow.Keras.Engine;
using Tensorflow.Keras.Layers;

namespace Tensorflow.Keras;

/// <content>Models, inputs, layers and activations.</content>
public sealed partial class KerasInterface
{
    /// <summary>Makes layers.</summary>
    public ILayersApi layers { get; } = new LayersApi();

    /// <summary>Makes models.</summary>
    public ModelsApi models { get; } = new();

    /// <summary>The activations.</summary>
    public Activations activations { get; } = new();

    /// <summary>A model that applies one layer after the other.</summary>
    /// <param name="layers">The layers; null for none yet.</param>
    /// <param name="name">Its name; null for <c>sequential</c>, <c>sequential_1</c>, ...</param>
    public Sequential Sequential(List<ILayer>? layers = null, string? name = null) =>
        new(new SequentialArgs { Layers = layers ?? [], Name = name });

    /// <summary>A model that applies one layer after the other.</summary>
    public Sequential Sequential(params ILayer[] layers) => new(new SequentialArgs { Layers = [.. layers] });

    /// <summary>The model between symbolic inputs and outputs.</summary>
    /// <param name="inputs">What <see cref="Input"/> gave.</param>
    /// <param name="outputs">What layers gave that were applied to them.</param>
    /// <param name="name">Its name; null for <c>model</c>, <c>model_1</c>, ...</param>
    /// <exception cref="ArgumentException">An output depends on an input that is not given.</exception>
    public Functional Model(Tensors inputs, Tensors outputs, string? name = null) => new(inputs, outputs, name);

    /// <summary>A symbolic input, which a functional model starts from.</summary>
    /// <param name="shape">The shape of one example; sizes that vary are -1.</param>
    /// <param name="batch_size">The batch's size; -1 where it varies.</param>
    /// <param name="name">Its name; null for <c>input_1</c>, <c>input_2</c>, ...</param>
    /// <param name="dtype">The element type; float32 unless given.</param>
    /// <param name="batch_input_shape">The shape with the batch's axis, instead of <paramref name="shape"/> and
    /// <paramref name="batch_size"/>.</param>
    public Tensors Input(
        Shape? shape = null, int batch_size = -1, string? name = null, TF_DataType dtype = TF_DataType.DtInvalid,
        Shape? batch_input_shape = null) =>
        new InputLayer(new InputLayerArgs
        {
            Name = name,
            DType = dtype == TF_DataType.DtInvalid ? TF_DataType.TF_FLOAT : dtype,
            BatchInputShape = batch_input_shape ?? shape?.Insert(0, batch_size),
        }).Output;
}
