using Tensorflow;
using Tensorflow.Common.Types;
using Tensorflow.Keras.ArgsDefinition;
using Tensorflow.Keras.Engine;
using static Tensorflow.Binding;

namespace FashionGanTf.Networks;

/// <summary>
/// Pictures (N, H, W, C) filtered while they are made twice as large, half as large, or kept as they are: zeros come between the pixels
/// and around them, a filter runs over both directions, and of its results every one or every second is kept (Karras et al., Analyzing and
/// Improving the Image Quality of StyleGAN, 2020, whose code calls it upfirdn2d). The filter is separable, [1, 2, 1] or [1, 3, 3, 1] as a
/// rule. It has no weights.
/// </summary>
public sealed class FirResampling : Layer
{
    private readonly float[] _taps;
    private readonly int _up;
    private readonly int _down;
    private readonly (int Before, int After) _padding;

    /// <param name="taps">The filter along one direction, of which only every up-th tap meets a pixel; it is scaled to a sum of
    /// gain.</param>
    /// <param name="gain">The sum of the taps: <paramref name="up"/> where a flat picture keeps its value.</param>
    /// <param name="up">How many pixels one becomes, in each direction.</param>
    /// <param name="down">Of how many results one is kept, in each direction.</param>
    /// <param name="padding">Zeros before and after, in pixels of the enlarged picture.</param>
    private FirResampling(IReadOnlyList<float> taps, float gain, int up, int down, (int Before, int After) padding)
        : base(new LayerArgs())
    {
        if (taps.Count < 2)
            throw new ArgumentException($"{Name}: a filter has two taps or more; this one has {taps.Count}.");
        var scale = gain / taps.Sum();
        (_taps, _up, _down, _padding) = ([.. taps.Select(tap => tap * scale)], up, down, padding);
    }

    /// <summary>Twice as large.</summary>
    /// <param name="taps">The filter along one direction, 2 to 8 numbers.</param>
    public static FirResampling Up(params IReadOnlyList<float> taps) => new(taps, 2, 2, 1, ((taps.Count + 1) / 2, (taps.Count - 2) / 2));

    /// <summary>Half as large, of an even height and width.</summary>
    /// <inheritdoc cref="Up"/>
    public static FirResampling Down(params IReadOnlyList<float> taps) => new(taps, 1, 1, 2, ((taps.Count - 1) / 2, (taps.Count - 2) / 2));

    /// <summary>As large as before, but smoother.</summary>
    /// <inheritdoc cref="Up"/>
    public static FirResampling Blur(params IReadOnlyList<float> taps) => new(taps, 1, 1, 1, (taps.Count / 2, (taps.Count - 1) / 2));

    /// <summary>What follows a transposed convolution of stride 2 without padding, so that both together are <see cref="Up"/> and a
    /// convolution with "same" padding.</summary>
    /// <param name="kernelSize">The convolution's height and width, odd.</param>
    /// <param name="taps">The filter along one direction.</param>
    internal static FirResampling AfterTransposed(int kernelSize, params IReadOnlyList<float> taps)
    {
        var rest = taps.Count - 1 - kernelSize;
        return new(taps, 2, 1, 1, ((rest + 1) / 2 + 1, rest / 2 + 1));
    }

    /// <summary>What comes before a convolution of stride 2 without padding, so that of an even height and width half is left.</summary>
    /// <param name="kernelSize">The convolution's height and width, odd.</param>
    /// <param name="taps">The filter along one direction.</param>
    internal static FirResampling BeforeStrided(int kernelSize, params IReadOnlyList<float> taps) => new(
        taps, 1, 1, 1, (kernelSize / 2 + (taps.Count - 1) / 2, kernelSize / 2 + (taps.Count - 2) / 2));

    /// <inheritdoc/>
    public override Shape ComputeOutputShape(Shape input_shape) =>
        (input_shape[0], OutputSize(input_shape[1]), OutputSize(input_shape[2]), input_shape[3]);

    /// <inheritdoc/>
    protected override Tensors Call(Tensors inputs, Tensors state = null!, bool? training = null, IOptionalArgs? optional_args = null) =>
        tf.image.upfirdn2d(inputs, _taps, _up, _down, _padding);

    private long OutputSize(long size) =>
        size < 0 ? -1 : (size * _up + _padding.Before + _padding.After - _taps.Length) / _down + 1;
}
