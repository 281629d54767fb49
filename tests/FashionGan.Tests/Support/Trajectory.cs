using Tensorflow;
using Tensorflow.Serialization;
using static Tensorflow.Binding;

namespace FashionGanTf.Tests.Support;

/// <summary>25 steps of a small DCGAN on real pictures, as TensorFlow computed them (golden/README.md).</summary>
internal static class Trajectory
{
    internal const int Steps = 25;
    internal const int BatchSize = 16;

    internal static SafeTensors File { get; } =
        SafeTensors.load(Path.Combine(AppContext.BaseDirectory, "golden", "dcgan_trajectory.safetensors"));

    /// <summary>uint8 pictures (count * 16, 28, 28, 1) of steps first, first + 1, ...</summary>
    internal static Tensor RealBatch(int first, int count = 1) =>
        tf.reshape(tf.slice(File.tensor("real"), new long[] { first, 0, 0, 0, 0 }, new long[] { count, BatchSize, 28, 28, 1 }),
            (count * BatchSize, 28, 28, 1));

    /// <summary>The noise of a step's player: 0 the discriminator's, 1 the generator's; (16, 16).</summary>
    internal static Tensor Noise(int step, int player) =>
        tf.reshape(tf.slice(File.tensor("z"), new long[] { step, player, 0, 0 }, new long[] { 1, 1, BatchSize, 16 }), (BatchSize, 16));
}
