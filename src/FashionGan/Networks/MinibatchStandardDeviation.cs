using Tensorflow;
using Tensorflow.Common.Types;
using Tensorflow.Keras.ArgsDefinition;
using Tensorflow.Keras.Engine;
using static Tensorflow.Binding;

namespace FashionGanTf.Networks;

/// <summary>
/// Tells a discriminator how varied a batch is: pictures are compared in groups, and their mean standard deviation becomes one channel or
/// more at the end (Karras et al., Progressive Growing of GANs, 2018, section 3; in groups as in StyleGAN2). (N, H, W, C) gives
/// (N, H, W, C + features). The statistic is mean sqrt(variance over the group + 1e-8) over height, width and the feature's channels, C /
/// features neighbours. A group of G has the pictures i, i + N / G, i + 2 N / G, ...; a picture's result depends on the others of its
/// group.
/// </summary>
public sealed class MinibatchStandardDeviation : Layer
{
    private readonly int _group_size;
    private readonly int _features;

    /// <summary>The statistic.</summary>
    /// <param name="group_size">Pictures in a group; in a batch that it does not divide, the next smaller number that does.</param>
    /// <param name="features">Channels that are added; they divide C.</param>
    public MinibatchStandardDeviation(int group_size = 4, int features = 1)
        : base(new LayerArgs())
    {
        if (group_size < 1 || features < 1)
            throw new ArgumentException($"{Name}: group_size and features must be at least 1; they are {group_size} and {features}.");
        (_group_size, _features) = (group_size, features);
    }

    /// <inheritdoc/>
    public override Shape ComputeOutputShape(Shape input_shape) =>
        (input_shape[0], input_shape[1], input_shape[2], input_shape[3] + _features);

    /// <inheritdoc/>
    protected override Tensors Call(Tensors inputs, Tensors state = null!, bool? training = null, IOptionalArgs? optional_args = null)
    {
        Tensor x = inputs;
        var (n, h, w, c) = (x.shape[0], x.shape[1], x.shape[2], x.shape[3]);
        if (c % _features != 0)
            throw new ArgumentException($"{Name}: {_features} features do not divide {c} channels.");
        long group = _group_size;
        while (n % group != 0)
            group--;
        var groups = n / group;
        var grouped = tf.reshape(x, new Shape(group, groups, h * w, _features, c / _features));
        var deviation = tf.sqrt(tf.reduce_variance(grouped, 0) + 1e-8);
        // (groups, features), the same for each picture of a group and for each place.
        var statistic = tf.reshape(tf.reduce_mean(deviation, (1, 3)), new Shape(1, groups, 1, 1, _features));
        return tf.concat([x, tf.reshape(tf.broadcast_to(statistic, new Shape(group, groups, h, w, _features)), (n, h, w, _features))], -1);
    }
}
