using System.Collections.Concurrent;
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

    /// <summary>The filter as a matrix, for each size of what it was applied to.</summary>
    private readonly ConcurrentDictionary<long, ResourceVariable> _bands = new();

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
    /// <param name="taps">The filter along one direction, two numbers or more.</param>
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
    protected override Tensors Call(Tensors inputs, Tensors state = null!, bool? training = null, IOptionalArgs? optional_args = null)
    {
        Tensor x = inputs;
        var (n, h, w, c) = (x.shape[0], x.shape[1], x.shape[2], x.shape[3]);
        // A product with a band matrix along each direction: the sums are short, and the product runs at full speed.
        x = tf.matmul(Band(h), tf.reshape(x, (n, h, w * c)));
        x = tf.matmul(Band(w), tf.reshape(x, (n * OutputSize(h), w, c)));
        return tf.reshape(x, (n, OutputSize(h), OutputSize(w), c));
    }

    /// <summary>The filter as a matrix (pixels of the result, pixels): result i takes pixel j times tap j * up + before - i *
    /// down.</summary>
    private Tensor Band(long size) => _bands.GetOrAdd(size, NewBand).AsTensor();

    /// <inheritdoc cref="Band"/>
    private ResourceVariable NewBand(long size)
    {
        var band = new float[OutputSize(size), size];
        for (var i = 0; i < band.GetLength(0); i++)
            for (var j = 0; j < size; j++)
                if (j * _up + _padding.Before - i * _down is var tap && tap >= 0 && tap < _taps.Length)
                    band[i, j] = _taps[tap];
        return tf.Variable(band, trainable: false);
    }

    private long OutputSize(long size) =>
        size < 0 ? -1 : (size * _up + _padding.Before + _padding.After - _taps.Length) / _down + 1;
}
