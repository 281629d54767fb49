using Tensorflow.Common.Types;
using Tensorflow.Keras.Saving;
using Tensorflow.NumPy;

namespace Tensorflow.Keras;

/// <summary>A function of tensors with weights of its own.</summary>
public interface ILayer
{
    /// <summary>Its name, unique among layers that were given none.</summary>
    string Name { get; }

    /// <summary>Whether training changes its weights; setting it reaches the layers inside as well.</summary>
    bool Trainable { get; set; }

    /// <summary>Whether its weights exist.</summary>
    bool Built { get; }

    /// <summary>The element type of its weights and results.</summary>
    TF_DataType DType { get; }

    /// <summary>The layers inside.</summary>
    List<ILayer> Layers { get; }

    /// <summary>The shape of its last kind of output, -1 for the batch; null while it is not known.</summary>
    Shape? OutputShape { get; }

    /// <summary>Makes the weights for inputs of a shape (with the batch's axis).</summary>
    void build(KerasShapesWrapper input_shape);

    /// <summary>The result for some input. The first call makes the weights.</summary>
    /// <param name="inputs">One tensor or several, real or symbolic.</param>
    /// <param name="states">Unused by the layers of this runtime.</param>
    /// <param name="training">Whether layers behave as in training; null for as the layer around this one does, in whose
    /// <c>Call</c> this one is applied, and outside of layers for false.</param>
    /// <param name="optional_args">Unused by the layers of this runtime.</param>
    Tensors Apply(Tensors inputs, Tensors states = null!, bool? training = null, IOptionalArgs? optional_args = null);

    /// <summary>The weights that training changes.</summary>
    List<IVariableV1> TrainableVariables { get; }

    /// <summary>The weights that training changes.</summary>
    List<IVariableV1> TrainableWeights { get; }

    /// <summary>The weights that training does not change by gradients: moving statistics, and everything in frozen layers.</summary>
    List<IVariableV1> NonTrainableWeights { get; }

    /// <summary>All weights, layer by layer.</summary>
    List<IVariableV1> Weights { get; }

    /// <summary>Sets all weights, in the order of <see cref="Weights"/>.</summary>
    /// <exception cref="ArgumentException">Their number or a shape is not this layer's; then nothing is changed.</exception>
    void set_weights(IEnumerable<NDArray> weights);

    /// <summary>The weights' values, in the order of <see cref="Weights"/>.</summary>
    List<NDArray> get_weights();

    /// <summary>The number of all its weights' elements.</summary>
    int count_params();

    /// <summary>Learns from data what a layer of statistics needs, as a <see cref="Layers.Normalization"/> mean and
    /// variance.</summary>
    /// <param name="data">Examples along the first axis.</param>
    /// <param name="batch_size">Has no effect.</param>
    /// <param name="steps">Has no effect.</param>
    /// <exception cref="NotSupportedException">The layer learns nothing so.</exception>
    void adapt(Tensor data, int? batch_size = null, int? steps = null);
}
