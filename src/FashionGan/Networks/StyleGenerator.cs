using Tensorflow;
using Tensorflow.Keras.Engine;

namespace FashionGanTf.Networks;

/// <summary>
/// The generator of a <see cref="StyleGan"/>: noise (N, latent_dim), with classes and conditions (N, classes), to pictures. Its two halves
/// can be applied for themselves: <see cref="Mapping"/> gives w, and <see cref="Synthesis"/> draws with a w for each of its layers.
/// </summary>
/// <param name="inputs">The noise, and with classes the conditions.</param>
/// <param name="styles">What the mapping network makes of them.</param>
/// <param name="noise">Where the synthesis network takes its noise from, in the order of its layers, and what each gives.</param>
/// <param name="pictures">What the synthesis network makes of both.</param>
/// <param name="mapping">The mapping network.</param>
public sealed class StyleGenerator(
    Tensors inputs, Tensor styles, IReadOnlyList<(NoiseMap Layer, Tensor Noise)> noise, Tensor pictures, MappingNetwork mapping)
    : Functional(inputs, pictures, "generator")
{
    /// <summary>Noise and conditions to w.</summary>
    public MappingNetwork Mapping => mapping;

    /// <summary>Styles (N, <see cref="Styles"/>, units), and noise (N or 1, size, size, 1) for each of its layers, to pictures.</summary>
    public Functional Synthesis { get; } = new(new Tensors([styles, .. noise.Select(map => map.Noise)]), pictures, "synthesis");

    /// <summary>The noise that pictures are drawn with where nobody asks for another, in the order of the layers.</summary>
    internal IEnumerable<Tensor> Noise => noise.Select(map => map.Layer.Constant);

    /// <summary>How many rows of w a picture is drawn with, from the coarsest to the finest.</summary>
    public int Styles => (int)styles.shape[1];
}
