using Tensorflow.Keras.ArgsDefinition;

namespace Tensorflow.Keras.Engine;

/// <summary>A model made of the layers that lead from symbolic inputs to symbolic outputs;
/// layers may be shared, inputs and outputs several.</summary>
public class Functional : Model
{
    /// <summary>The model between some inputs and outputs.</summary>
    /// <param name="inputs">What <c>keras.Input</c> gave.</param>
    /// <param name="outputs">What layers gave that were applied to them.</param>
    /// <param name="name">Its name; null for <c>model</c>, <c>model_1</c>, ...</param>
    /// <exception cref="ArgumentException">An output depends on an input that is not given.</exception>
    public Functional(Tensors inputs, Tensors outputs, string? name = null)
        : base(new ModelArgs { Name = name, Inputs = inputs, Outputs = outputs })
    {
    }

    internal override string Kind => "model";
}
