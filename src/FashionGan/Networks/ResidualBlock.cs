using Tensorflow;
using Tensorflow.Common.Types;
using Tensorflow.Keras;
using Tensorflow.Keras.ArgsDefinition;
using Tensorflow.Keras.Engine;
using Tensorflow.Keras.Saving;
using static Tensorflow.Binding;
using static Tensorflow.KerasApi;

namespace FashionGanTf.Networks;

/// <summary>
/// R3GAN's block: y = x + conv3(f(conv2(f(conv1(x) + bias1)) + bias2)), with conv1 1x1 from C to more channels, conv2 3x3 "same" between
/// those and conv3 1x1 back to C, no normalisation, and biases only before the activations (Huang et al., The GAN is dead; long live the
/// GAN!, 2024, section 3.3). conv3 begins with zeros, so that at first y = x. (N, H, W, C) gives the same shape.
/// </summary>
public sealed class ResidualBlock : Layer
{
    private readonly int _expanded;
    private readonly int _groups;
    private readonly int _blocks;
    private readonly Activation _activation;
    private IVariableV1 _kernel1 = null!;
    private IVariableV1 _bias1 = null!;
    private IVariableV1 _kernel2 = null!;
    private IVariableV1 _bias2 = null!;
    private IVariableV1 _kernel3 = null!;

    /// <summary>A residual block.</summary>
    /// <param name="expanded">Channels inside.</param>
    /// <param name="groups">In how many groups of channels conv2 works, each for itself; 1 for a dense convolution. The paper has 16
    /// channels a group.</param>
    /// <param name="blocks">How many such blocks the network has; the more, the smaller the first weights, expanded channels' variance
    /// being divided by sqrt(blocks) (Zhang, Dauphin, Ma: Fixup Initialization, 2019).</param>
    /// <param name="activation">f; null for the leaky rectifier with a slope of 0.2.</param>
    public ResidualBlock(int expanded, int groups = 1, int blocks = 1, Activation? activation = null)
        : base(new LayerArgs())
    {
        if (expanded < 1 || groups < 1 || expanded % groups != 0 || blocks < 1)
            throw new ArgumentException(
                $"{Name}: expanded must be a multiple of groups, and all three at least 1; expanded is {expanded}, groups {groups}, " +
                $"blocks {blocks}.");
        (_expanded, _groups, _blocks, _activation) = (expanded, groups, blocks, activation ?? keras.activations.LeakyRelu);
    }

    /// <inheritdoc/>
    public override void build(KerasShapesWrapper input_shape)
    {
        var (c, inGroup) = (input_shape.ToSingleShape()[-1], _expanded / _groups);
        _kernel1 = add_weight("kernel1", (1, 1, c, _expanded), initializer: Normal(c));
        _bias1 = add_weight("bias1", _expanded, initializer: keras.initializers.Zeros());
        _kernel2 = add_weight("kernel2", (3, 3, inGroup, _expanded), initializer: Normal(9 * inGroup));
        _bias2 = add_weight("bias2", _expanded, initializer: keras.initializers.Zeros());
        _kernel3 = add_weight("kernel3", (1, 1, _expanded, c), initializer: keras.initializers.Zeros());
        built = true;
    }

    /// <inheritdoc/>
    public override Shape ComputeOutputShape(Shape input_shape) => input_shape;

    /// <inheritdoc/>
    protected override Tensors Call(Tensors inputs, Tensors state = null!, bool? training = null, IOptionalArgs? optional_args = null)
    {
        Tensor x = inputs;
        var y = _activation.Apply(Convolved(x, _kernel1) + _bias1.AsTensor());
        y = _activation.Apply(Grouped(y) + _bias2.AsTensor());
        return x + Convolved(y, _kernel3);
    }

    private Tensor Grouped(Tensor x) => _groups == 1
        ? Convolved(x, _kernel2)
        : tf.concat(
            tf.split(x, _groups, axis: -1).Zip(
                tf.split(_kernel2.AsTensor(), _groups, axis: -1), (maps, kernel) => tf.nn.conv2d(maps, kernel, 1, "SAME")), axis: -1);

    private static Tensor Convolved(Tensor x, IVariableV1 kernel) => tf.nn.conv2d(x, kernel.AsTensor(), 1, "SAME");

    /// <summary>He's variance for a slope of 0.2, and a share of it: three convolutions a block leave the exponent -1 / (2 * 3 -
    /// 2).</summary>
    private IInitializer Normal(long fanIn) => keras.initializers.RandomNormal(
        stddev: MathF.Sqrt(2 / (1 + 0.2f * 0.2f) / fanIn) * MathF.Pow(_blocks, -0.25f));
}
