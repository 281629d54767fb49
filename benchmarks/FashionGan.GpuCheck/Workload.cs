using System.Diagnostics;
using FashionGanTf.Models;
using FashionGanTf.Datasets;
using Tensorflow;
using Tensorflow.Devices;
using Tensorflow.Devices.Gpu;
using Tensorflow.NumPy;
using static Tensorflow.Binding;
using static Tensorflow.KerasApi;

namespace FashionGanTf.GpuCheck;

/// <summary>The DCGAN's training step and drawing, on pictures of noise, for speed does not depend on them.</summary>
internal sealed class Workload
{
    private readonly FashionGan _gan;
    private readonly Tensor _pictures;

    internal Workload(int batch, int seed = 1)
    {
        tf.set_random_seed(seed);
        _gan = new FashionGan(latent_dim: 100);
        _gan.compile(
            keras.optimizers.Adam(2e-4f, 0.5f), keras.optimizers.Adam(2e-4f, 0.5f), keras.losses.BinaryCrossentropy(from_logits: true));
        _pictures = tf.random.uniform((batch, 28, 28, 1), -1, 1);
        Batch = batch;
    }

    internal int Batch { get; }

    /// <summary>Makes a training step.</summary>
    /// <returns>Its own losses.</returns>
    internal (float Discriminator, float Generator) Step()
    {
        using var scope = TensorScope.Begin();
        _gan.train_step(_pictures, null);
        return _gan.LastLosses;
    }

    /// <summary>Milliseconds of each of some steps, after others that are not measured.</summary>
    internal double[] StepTimes(int steps, int before)
    {
        for (var i = 0; i < before; i++)
            Step();
        return [.. Enumerable.Range(0, steps).Select(_ => Time(() => Step()))];
    }

    /// <summary>Milliseconds of drawing batches, to arrays in the computer's memory.</summary>
    internal double DrawTime(int batches)
    {
        return Time(() =>
        {
            for (var i = 0; i < batches; i++)
            {
                using var scope = TensorScope.Begin();
                Tensor drawn = _gan.Generator.Apply(tf.random.normal((Batch, 100L)), training: false);
                drawn.ToArray<float>();
            }
        });
    }

    /// <summary>Milliseconds a step of <c>fit</c>, with data from the pipeline that <c>train</c> has: pictures of noise here.</summary>
    internal double FitTime(int steps)
    {
        var pixels = new byte[steps * Batch * 28 * 28];
        new Random(1).NextBytes(pixels);
        var pictures = np.array(pixels).reshape((steps * Batch, 28, 28));
        var batches = TrainingPictures.Batches(pictures, Batch);
        return Time(() => _gan.fit(batches, epochs: 1, verbose: 0)) / steps;
    }

    /// <summary>The largest difference, in grey levels, of what two devices draw with the weights that one of them learned.</summary>
    internal int DifferenceElsewhere(string device)
    {
        var file = Path.GetTempFileName();
        _gan.Save(file);
        var here = _gan.Generate(64, seed: 7);
        Device.Current = DeviceName.Open(device);
        var there = FashionGan.Load(file).Generate(64, seed: 7);
        File.Delete(file);
        return here.Zip(there, (a, b) => a.Pixels.Zip(b.Pixels, (x, y) => Math.Abs(x - y)).Max()).Max();
    }

    /// <summary>All weights, one network after the other.</summary>
    internal float[] Weights() =>
        [.. _gan.Generator.Weights.Concat(_gan.Discriminator.Weights).SelectMany(w => w.numpy().ToArray<float>())];

    internal static double Median(double[] values)
    {
        Array.Sort(values);
        return values[values.Length / 2];
    }

    private static double Time(Action action)
    {
        (Device.Current as GpuDevice)?.Synchronize();
        var start = Stopwatch.GetTimestamp();
        action();
        (Device.Current as GpuDevice)?.Synchronize();
        return Stopwatch.GetElapsedTime(start).TotalMilliseconds;
    }
}
