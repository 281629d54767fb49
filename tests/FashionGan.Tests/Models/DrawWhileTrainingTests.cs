using System.Runtime.InteropServices;
using FashionGanTf.Imaging;
using FashionGanTf.Models;
using FashionGanTf.Networks;
using FashionGanTf.Tests.Support;
using Tensorflow;
using Tensorflow.Keras.Callbacks;
using Tensorflow.Keras.Engine;
using static Tensorflow.Binding;
using static Tensorflow.KerasApi;

namespace FashionGanTf.Tests.Models;

/// <summary>
/// Threads that draw, save and load while another trains. Training goes the way that it goes alone; what is drawn or saved is what the
/// weights after some whole step give.
/// </summary>
[TestClass]
public sealed class DrawWhileTrainingTests : IDisposable
{
    private const int Steps = 24;
    private const int Seed = 1;

    private static readonly DcganShape s_shape = new(PictureShape.FashionMnist, 8, [12, 8, 4], [4, 8], 0.3f);

    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [TestMethod]
    [DataRow(0f)]
    [DataRow(0.9f)]
    public void WhoDrawsChangesNothingAndSeesWholeSteps(float momentum)
    {
        var alone = Trained(momentum, null);
        string weights = Weights(alone), pictures = Pictures(alone), file = Saved(alone, "alone");

        // On the training thread, after each step: all that there is to see.
        HashSet<string> drawn = [], saved = [];
        Look(Compiled(momentum));
        Trained(momentum, Look);
        Assert.HasCount(Steps + 1, drawn);
        Assert.HasCount(Steps + 1, saved);

        for (var run = 0; run < 2; run++)
        {
            var looks = 0;
            var gan = Compiled(momentum);
            var threads = Enumerable.Range(0, 3).Select(number => new Drawer(() =>
            {
                Assert.Contains(Pictures(gan), drawn, "pictures");
                Assert.Contains(Saved(gan, $"{number}"), saved, "a file");
                if (number == 0)
                    FashionGan.Load(Shipped());
                Interlocked.Increment(ref looks);
            })).ToList();
            // Some looks end in each third of the training, on however slow a machine, and steps go on meanwhile.
            Train(gan, step => SpinWait.SpinUntil(() => Volatile.Read(ref looks) >= step / 8 || threads.Exists(thread => thread.Failed)));
            threads.ForEach(thread => thread.End());
            Assert.AreEqual(weights, Weights(gan), $"weights, run {run}");
            Assert.AreEqual(pictures, Pictures(gan), $"pictures, run {run}");
            Assert.AreEqual(file, Saved(gan, "after"), $"file, run {run}");
        }

        void Look(FashionGan gan)
        {
            drawn.Add(Pictures(gan));
            saved.Add(Saved(gan, "look"));
        }
    }

    [TestMethod]
    public void SeveralThreadsDrawWhatOneDraws()
    {
        var expected = Pictures(Trained(0.9f, null));
        for (var run = 0; run < 5; run++)
        {
            var gan = Trained(0.9f, null);
            var threads = Enumerable.Range(0, 4).Select(_ => new Drawer(() => Assert.AreEqual(expected, Pictures(gan)))).ToList();
            threads.ForEach(thread => thread.End());
        }
    }

    private static FashionGan Trained(float momentum, Action<FashionGan>? afterStep)
    {
        var gan = Compiled(momentum);
        Train(gan, _ => afterStep?.Invoke(gan));
        return gan;
    }

    private static FashionGan Compiled(float momentum)
    {
        tf.set_random_seed(3);
        var gan = new FashionGan(s_shape);
        gan.compile(keras.optimizers.Adam(0.01f, 0.5f), keras.optimizers.Adam(0.01f, 0.5f),
            keras.losses.BinaryCrossentropy(from_logits: true), label_noise: 0.1f, ema_momentum: momentum);
        return gan;
    }

    private static void Train(FashionGan gan, Action<long> afterStep)
    {
        tf.set_random_seed(4);
        var real = tf.random.Generator.from_seed(7).normal((4 * Steps, 28, 28, 1));
        gan.fit(real, batch_size: 4, verbose: 0, callbacks: [new LambdaCallback(on_train_batch_end: (step, _) => afterStep(step))]);
    }

    private static string Pictures(FashionGan gan) => string.Concat(gan.Generate(3, Seed).Select(one => Convert.ToHexString(one.Pixels)));

    private static string Weights(FashionGan gan) => string.Concat(gan.Generator.Weights.Concat(gan.Discriminator.Weights)
        .Select(weight => Convert.ToHexString(MemoryMarshal.AsBytes<float>(weight.numpy().ToArray<float>()))));

    private string Saved(FashionGan gan, string name)
    {
        var path = Path.Combine(_folder.Path, name + ".safetensors");
        gan.Save(path);
        return Convert.ToHexString(File.ReadAllBytes(path));
    }

    /// <summary>A generator's file, of the size that is loaded.</summary>
    private string Shipped()
    {
        var path = Path.Combine(_folder.Path, "shipped.safetensors");
        lock (_folder)
            if (!File.Exists(path))
                FashionGan.Pretrained("dcgan").Save(path);
        return path;
    }

    /// <summary>Does something again and again on a thread of its own, until the end or a failure.</summary>
    private sealed class Drawer
    {
        private readonly Thread _thread;
        private volatile bool _ends;
        private Exception? _error;

        internal Drawer(Action look)
        {
            _thread = new Thread(() =>
            {
                try
                {
                    do
                        look();
                    while (!_ends);
                }
                catch (Exception error)
                {
                    _error = error;
                }
            });
            _thread.Start();
        }

        internal bool Failed => Volatile.Read(ref _error) is not null;

        internal void End()
        {
            _ends = true;
            _thread.Join();
            if (_error is not null)
                throw new AssertFailedException($"On a thread that draws: {_error.GetType().Name}: {_error.Message}", _error);
        }
    }
}
