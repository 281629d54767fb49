using FashionGanTf.Augmentation;
using FashionGanTf.Imaging;
using FashionGanTf.Models;
using FashionGanTf.Networks;
using Tensorflow.Devices;
using Tensorflow.Devices.Gpu;
using Tensorflow.Operations;
using static Tensorflow.Binding;
using static Tensorflow.KerasApi;

namespace Tensorflow.Tests.Devices;

/// <summary>What a program sends to a card, and what it waits for.</summary>
[TestClass]
public class SendingTests
{
    /// <summary>A step waits once for each player's losses, at its end, and writes nothing but its pictures.</summary>
    [TestMethod]
    public void AStepWaitsAtItsEndOnly()
    {
        tf.set_random_seed(3);
        var gan = new FashionGan(new DcganShape(PictureShape.FashionMnist, 6, [8, 6, 4], [4, 6], 0.3f));
        gan.compile(
            keras.optimizers.Adam(2e-4f, 0.5f), keras.optimizers.Adam(2e-4f, 0.5f), keras.losses.BinaryCrossentropy(from_logits: true),
            ema_momentum: 0.9f);
        var pictures = tf.random.uniform((4, 28, 28, 1), -1, 1);
        gan.train_step(pictures, null);
        var sent = Listen(() => gan.train_step(pictures, null));
        Assert.AreEqual(0, sent.Count(work => work is GpuWork.Write or GpuWork.Copy));
        Assert.AreEqual(2, sent.Count(work => work is GpuWork.Read));
        Assert.AreEqual(2, sent[^2..].Count(work => work is GpuWork.Read));
    }

    /// <summary>What pictures go through at random is drawn and used on the card, and so are the gradients.</summary>
    [TestMethod]
    public void AugmentationWaitsForNothing()
    {
        var (x, augment) = (tf.random.uniform((3, 8, 8, 3), -1, 1), DiffAugment.Parse("color,translation,cutout", -1, 0, 1));
        var sent = Listen(() =>
        {
            using var tape = tf.GradientTape();
            tape.watch(x);
            tape.gradient(tf.reduce_sum(augment.Apply(x)), x);
        });
        Assert.AreEqual(0, sent.Count(work => work is GpuWork.Read or GpuWork.Copy));
        // The numbers of rows and of columns, and the background's color.
        Assert.AreEqual(3, sent.Count(work => work is GpuWork.Write));
    }

    [TestMethod]
    public void PatchesServeBothPassesOverAConvolutionsInputs()
    {
        var (x, kernel) = (tf.random.normal((2, 6, 6, 4)), tf.random.normal((3, 3, 4, 2)));
        var names = new List<string>();
        TestedCard.Device.Listener = new Listener((_, name) => names.Add(name));
        using (var tape = tf.GradientTape())
        {
            tape.watch(kernel);
            tape.gradient(tf.reduce_sum(tf.nn.conv2d(x, kernel, 1, "SAME")), kernel);
        }

        TestedCard.Device.Listener = null;
        Assert.HasCount(1, names.FindAll(name => name.StartsWith("ToPatches", StringComparison.Ordinal)));
    }

    /// <summary>A batch whose patches have no room at once.</summary>
    [TestMethod]
    [DataRow(4)]
    [DataRow(3)]
    public void ConvolutionsInPartsAreTheSame(int channels)
    {
        const int KernelGradient = 2;
        var (x, kernel) = (tf.random.normal((5, 6, 6, channels)), tf.random.normal((3, 3, channels, 2)));
        var whole = All();
        var room = TestedCard.Device.RoomForPatches;
        TestedCard.Device.RoomForPatches = 2 * 36 * 9 * channels * sizeof(float);
        var parts = All();
        TestedCard.Device.RoomForPatches = room;
        for (var pass = 0; pass < whole.Length; pass++)
        {
            // cuBLAS adds in an order that the sizes decide; and the parts of a kernel's gradient are added up.
            if (TestedCard.Device.UsesCublas)
                Near.AreEqual(ToDouble(whole[pass]), ToDouble(parts[pass]), $"pass {pass}", Near.OneOperation);
            else if (pass == KernelGradient)
                Near.AreEqual(ToDouble(whole[pass]), ToDouble(parts[pass]), $"pass {pass}", 1e-6);
            else
                CollectionAssert.AreEqual(whole[pass], parts[pass], $"pass {pass}");
        }

        float[][] All()
        {
            var input = x * 1;
            var shape = ConvolutionShape.Of("conv", input.shape, kernel.shape, (1, 1), "SAME", (1, 1));
            var y = Conv2D.Apply(input, kernel, shape);
            return [y.ToArray<float>(), Conv2DBackpropInput.Apply(kernel, y, shape).ToArray<float>(),
                Conv2DBackpropFilter.Apply(input, y, shape).ToArray<float>()];
        }
    }

    private static double[] ToDouble(float[] values) => Array.ConvertAll(values, value => (double)value);

    private static List<GpuWork> Listen(Action action)
    {
        var sent = new List<GpuWork>();
        TestedCard.Device.Listener = new Listener((work, _) => sent.Add(work));
        action();
        TestedCard.Device.Listener = null;
        return sent;
    }

    private sealed class Listener(Action<GpuWork, string> sent) : IGpuListener
    {
        public void Begin(GpuWork work, string name)
        {
        }

        public void End(GpuWork work, string name) => sent(work, name);
    }
}
