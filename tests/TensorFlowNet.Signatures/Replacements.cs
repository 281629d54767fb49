using FashionGanTf.Imaging;
using Tensorflow;
using Tensorflow.Common.Types;
using Tensorflow.Keras;
using Tensorflow.Keras.ArgsDefinition;
using Tensorflow.Keras.Engine;
using Tensorflow.Keras.Layers;

// What Dcgan uses that TensorFlow.NET lacks: spectral normalisation and attention. Here a DCGAN has neither.
namespace FashionGanTf.Networks;

/// <summary>The widths of the DCGAN for Fashion-MNIST.</summary>
internal sealed record DcganShape(PictureShape Picture, int LatentDim)
{
    internal int Base => 7;

    internal IReadOnlyList<int> GeneratorFilters { get; } = [256, 128, 64];

    internal IReadOnlyList<int> DiscriminatorFilters { get; } = [64, 128];

    internal int FirstMaps => Base * Base * GeneratorFilters[0];

    internal float Dropout => 0.3f;

    internal bool SpectralNorm => false;

    internal bool AttentionFollowsGenerator(int i) => false;

    internal bool AttentionFollowsDiscriminator(int i) => false;
}

internal sealed class SelfAttention(bool spectralNorm = false) : Layer(new LayerArgs())
{
    protected override Tensors Call(Tensors inputs, Tensors state = null!, bool? training = null, IOptionalArgs? optional_args = null) =>
        throw new NotSupportedException($"TensorFlow.NET has no attention over maps; spectral normalisation: {spectralNorm}.");
}

internal static class LayersApiExtensions
{
    internal static ILayer SpectralNormalization(this ILayersApi layers, ILayer layer) =>
        throw new NotSupportedException($"TensorFlow.NET has no spectral normalisation for {layer.Name}; {layers} makes none.");
}
