// DCGAN on Fashion-MNIST written against the public API of
// TensorFlow.NET 0.150.0 (Tensorflow.Binding.dll) + TensorFlow.Keras 0.15.0 (Tensorflow.Keras.dll).
using System;
using System.Collections.Generic;
using System.IO;
using System.IO.Compression;
using System.Linq;
using Tensorflow;
using Tensorflow.Common.Types;          // IOptionalArgs (only to override Layer.Call)
using Tensorflow.Keras;                 // ILayer
using Tensorflow.Keras.ArgsDefinition;  // ModelArgs
using Tensorflow.Keras.Callbacks;       // CallbackList, CallbackParams, History
using Tensorflow.Keras.Engine;          // Model, Sequential, IModel, ICallback, IOptimizer
using Tensorflow.Keras.Losses;          // ILossFunc
using Tensorflow.NumPy;                 // NDArray, np
using static Tensorflow.Binding;        // tf, zip, enumerate, range, print
using static Tensorflow.KerasApi;       // keras

namespace FashionGanSample;

public sealed class FashionGan : Model
{
    public readonly int LatentDim;
    public readonly Sequential Generator;
    public readonly Sequential Discriminator;

    IOptimizer g_optimizer = null!;
    IOptimizer d_optimizer = null!;
    ILossFunc loss_fn = null!;

    public FashionGan(int latent_dim = 100)
        : base(new ModelArgs { Name = "fashion_gan" })
    {
        LatentDim = latent_dim;
        Generator = MakeGenerator(latent_dim);
        Discriminator = MakeDiscriminator();
        // Registers the children in _self_tracked_trackables; without it Layers/TrainableVariables/save_weights are empty.
        StackLayers(Generator, Discriminator);
    }

    static Sequential MakeGenerator(int latent_dim) => keras.Sequential(new List<ILayer>
    {
        keras.layers.InputLayer(latent_dim),
        keras.layers.Dense(7 * 7 * 256, use_bias: false),
        keras.layers.BatchNormalization(),
        keras.layers.LeakyReLU(),
        keras.layers.Reshape((7, 7, 256)),
        // The fourth argument is Keras' `padding`; TensorFlow.NET misnames it `output_padding`, so it goes by position.
        keras.layers.Conv2DTranspose(128, (5, 5), (1, 1), "same", use_bias: false),
        keras.layers.BatchNormalization(),
        keras.layers.LeakyReLU(),
        keras.layers.Conv2DTranspose(64, (5, 5), (2, 2), "same", use_bias: false),
        keras.layers.BatchNormalization(),
        keras.layers.LeakyReLU(),
        keras.layers.Conv2DTranspose(1, (5, 5), (2, 2), "same", activation: "tanh", use_bias: false),
    }, name: "generator");

    static Sequential MakeDiscriminator() => keras.Sequential(new List<ILayer>
    {
        keras.layers.InputLayer((28, 28, 1)),
        // `activation:` picks the 14-parameter overload (use_bias = true); the 4-parameter one has no bias.
        keras.layers.Conv2D(64, (5, 5), strides: (2, 2), padding: "same", activation: keras.activations.Linear),
        keras.layers.LeakyReLU(),
        keras.layers.Dropout(0.3f),
        keras.layers.Conv2D(128, (5, 5), strides: (2, 2), padding: "same", activation: keras.activations.Linear),
        keras.layers.LeakyReLU(),
        keras.layers.Dropout(0.3f),
        keras.layers.Flatten(),
        keras.layers.Dense(1),
    }, name: "discriminator");

    // The only per-call hook a subclass of Model has: Layer.Call.
    protected override Tensors Call(Tensors inputs, Tensors state = null!, bool? training = null, IOptionalArgs? optional_args = null)
        => Generator.Apply(inputs, training: training ?? false);

    // An overload, not an override: Model.compile is not virtual.
    public void compile(IOptimizer d_optimizer, IOptimizer g_optimizer, ILossFunc loss_fn)
    {
        this.d_optimizer = d_optimizer;
        this.g_optimizer = g_optimizer;
        this.loss_fn = loss_fn;
    }

    // Not an override either: Model.train_step is private.
    public Dictionary<string, float> train_step(Tensor real_images)
    {
        var batch_size = real_images.shape[0];
        return new Dictionary<string, float>
        {
            ["d_loss"] = discriminator_step(real_images, batch_size),
            ["g_loss"] = generator_step(batch_size),
        };
    }

    float discriminator_step(Tensor real_images, long batch_size)
    {
        var noise = tf.random.normal((batch_size, (long)LatentDim));
        // Outside the tape: D's update needs no gradient through G.
        Tensor fake_images = Generator.Apply(noise, training: true);

        using var tape = tf.GradientTape();
        Tensor real_output = Discriminator.Apply(real_images, training: true);
        Tensor fake_output = Discriminator.Apply(fake_images, training: true);
        var real_loss = loss_fn.Call(tf.ones_like(real_output), real_output);
        var fake_loss = loss_fn.Call(tf.zeros_like(fake_output), fake_output);
        var d_loss = real_loss + fake_loss;

        var variables = Discriminator.TrainableVariables;
        var gradients = tape.gradient(d_loss, variables);
        d_optimizer.apply_gradients(zip(gradients, variables));
        return (float)d_loss;
    }

    float generator_step(long batch_size)
    {
        var noise = tf.random.normal((batch_size, (long)LatentDim));

        using var tape = tf.GradientTape();
        Tensor fake_images = Generator.Apply(noise, training: true);
        Tensor fake_output = Discriminator.Apply(fake_images, training: true);
        var g_loss = loss_fn.Call(tf.ones_like(fake_output), fake_output);

        var variables = Generator.TrainableVariables;
        var gradients = tape.gradient(g_loss, variables);
        g_optimizer.apply_gradients(zip(gradients, variables));
        return (float)g_loss;
    }

    // Chosen over Model.fit(IDatasetV2, ...) by C# member lookup (most derived applicable method wins).
    public ICallback fit(IDatasetV2 dataset, int epochs = 1, List<ICallback>? callbacks = null)
    {
        long steps = dataset.cardinality().numpy();
        var callback_list = new CallbackList(new CallbackParams
        {
            Model = this,
            Verbose = 1,
            Epochs = epochs,
            Steps = steps
        });
        foreach (var callback in callbacks ?? new List<ICallback>())
            callback_list.callbacks.add(callback);

        callback_list.on_train_begin();
        foreach (var epoch in range(epochs))
        {
            callback_list.on_epoch_begin(epoch);
            var sums = new Dictionary<string, float>();
            long seen = 0;
            foreach (var (step, (images, _)) in enumerate(dataset))
            {
                callback_list.on_train_batch_begin(step);
                var logs = train_step(images);
                foreach (var (name, value) in logs)
                    sums[name] = sums.GetValueOrDefault(name) + value;
                seen++;
                callback_list.on_train_batch_end(step, logs);
            }
            callback_list.on_epoch_end(epoch, sums.ToDictionary(x => x.Key, x => x.Value / seen));
            if (Stop_training)
                break;
        }
        // CallbackList has no on_train_end, so ICallback.on_train_end is never reached through it.
        foreach (var callback in callback_list.callbacks)
            callback.on_train_end();
        return callback_list.History;
    }
}

/// <summary>Writes a grid of samples from a fixed latent batch after every epoch.</summary>
public sealed class GanMonitor : ICallback
{
    readonly FashionGan _model;
    readonly int _rows, _cols;
    readonly string _directory;
    readonly Tensor _seed;

    public Dictionary<string, List<float>> history { get; set; } = new();

    public GanMonitor(FashionGan model, string directory, int rows = 4, int cols = 4)
    {
        (_model, _directory, _rows, _cols) = (model, directory, rows, cols);
        _seed = tf.random.normal((rows * cols, model.LatentDim));
        Directory.CreateDirectory(directory);
    }

    public void on_epoch_end(int epoch, Dictionary<string, float> epoch_logs)
    {
        foreach (var (name, value) in epoch_logs)
        {
            if (!history.ContainsKey(name))
                history[name] = new List<float>();
            history[name].Add(value);
        }

        Tensor images = _model.Generator.Apply(_seed, training: false);
        var pixels = (images * 127.5f + 127.5f).numpy().ToArray<float>();
        SavePgm(Path.Combine(_directory, $"image_at_epoch_{epoch + 1:D4}.pgm"), pixels);
    }

    void SavePgm(string path, float[] pixels)
    {
        var (width, height) = (_cols * 28, _rows * 28);
        var canvas = new byte[width * height];
        for (int n = 0; n < _rows * _cols; n++)
            for (int y = 0; y < 28; y++)
                for (int x = 0; x < 28; x++)
                    canvas[((n / _cols) * 28 + y) * width + (n % _cols) * 28 + x] =
                        (byte)Math.Clamp(pixels[(n * 28 + y) * 28 + x], 0f, 255f);
        using var stream = File.Create(path);
        stream.Write(System.Text.Encoding.ASCII.GetBytes($"P5\n{width} {height}\n255\n"));
        stream.Write(canvas);
    }

    public void on_train_begin() { }
    public void on_train_end() { }
    public void on_epoch_begin(int epoch) { }
    public void on_train_batch_begin(long step) { }
    public void on_train_batch_end(long end_step, Dictionary<string, float> logs) { }
    public void on_predict_begin() { }
    public void on_predict_batch_begin(long step) { }
    public void on_predict_batch_end(long end_step, Dictionary<string, Tensors> logs) { }
    public void on_predict_end() { }
    public void on_test_begin() { }
    public void on_test_end(Dictionary<string, float> logs) { }
    public void on_test_batch_begin(long step) { }
    public void on_test_batch_end(long end_step, Dictionary<string, float> logs) { }
}

public static class Program
{
    // keras.datasets has mnist, cifar10 and imdb only: read the IDX file directly.
    static NDArray LoadImages(string path)
    {
        using var file = File.OpenRead(path);
        using var gzip = new GZipStream(file, CompressionMode.Decompress);
        using var buffer = new MemoryStream();
        gzip.CopyTo(buffer);
        var raw = buffer.ToArray();
        var count = (raw.Length - 16) / (28 * 28);
        var data = new float[count * 28 * 28];
        for (int i = 0; i < data.Length; i++)
            data[i] = (raw[16 + i] - 127.5f) / 127.5f;
        return np.array(data).reshape((count, 28, 28, 1));
    }

    public static void Main(string[] args)
    {
        var path = args.Length > 0 ? args[0] : "train-images-idx3-ubyte.gz";
        var epochs = args.Length > 1 ? int.Parse(args[1]) : 50;
        const int BATCH_SIZE = 256;

        tf.enable_eager_execution();   // already the default
        tf.set_random_seed(42);
        var images = LoadImages(path);
        var dataset = tf.data.Dataset.from_tensor_slices(images)
            .shuffle(60000)
            .batch(BATCH_SIZE)
            .prefetch(tf.data.AUTOTUNE);

        var gan = new FashionGan(latent_dim: 100);
        gan.Generator.summary();
        gan.Discriminator.summary();
        gan.compile(
            d_optimizer: keras.optimizers.Adam(1e-4f),
            g_optimizer: keras.optimizers.Adam(1e-4f),
            loss_fn: keras.losses.BinaryCrossentropy(from_logits: true));

        var result = gan.fit(dataset, epochs: epochs,
            callbacks: new List<ICallback> { new GanMonitor(gan, "samples") });
        print($"g_loss: {string.Join(", ", result.history["g_loss"])}");

        Tensors sample = gan.Apply(tf.random.normal((1, gan.LatentDim)), training: false);
        print(sample.shape);
    }
}
