using Tensorflow.Common.Types;
using Tensorflow.Keras.ArgsDefinition;
using Tensorflow.Keras.Engine;
using Tensorflow.Keras.Saving;
using Tensorflow.Operations;

namespace Tensorflow.Keras.Layers;

/// <summary>A row of a table for each number: (...) of int32 or int64 gives (..., output_dim).</summary>
public class Embedding : Layer
{
    private readonly EmbeddingArgs _args;
    private ResourceVariable? _table;

    /// <summary>An embedding.</summary>
    /// <exception cref="ArgumentException">A size is not positive.</exception>
    /// <exception cref="NotSupportedException">Masking is asked for.</exception>
    public Embedding(EmbeddingArgs args)
        : base(args)
    {
        _args = args;
        LayerCheck.Positive(this, "input_dim", args.InputDim);
        LayerCheck.Positive(this, "output_dim", args.OutputDim);
        if (args.MaskZero)
            throw new NotSupportedException($"{Description}: mask_zero must be false.");
    }

    /// <inheritdoc/>
    public override void build(KerasShapesWrapper input_shape)
    {
        _table = AddWeight(
            "embeddings", (_args.InputDim, _args.OutputDim), DType, _args.EmbeddingsInitializer
            ?? KerasApi.keras.initializers.RandomUniform());
        built = true;
    }

    /// <inheritdoc/>
    public override Shape ComputeOutputShape(Shape input_shape) => input_shape.Insert(input_shape.ndim, _args.OutputDim);

    /// <inheritdoc/>
    protected override Tensors Call(Tensors inputs, Tensors state = null!, bool? training = null, IOptionalArgs? optional_args = null)
    {
        Tensor numbers = inputs;
        // Keras takes whole numbers of any type.
        if (numbers.dtype is not (TF_DataType.TF_INT32 or TF_DataType.TF_INT64))
            numbers = Cast.Apply(numbers, TF_DataType.TF_INT32);
        return Gather.Apply(_table!, numbers);
    }
}
