using System.Diagnostics;
using FashionGanTf.Conditions;
using FashionGanTf.Datasets;
using FashionGanTf.Imaging;
using FashionGanTf.Models;
using FashionGanTf.Training;
using Tensorflow;
using Tensorflow.Devices;
using Tensorflow.Devices.Gpu;
using Tensorflow.NumPy;
using static Tensorflow.Binding;

namespace FashionGanTf.GpuCheck;

/// <summary>A training's step and drawing, on pictures of noise, for speed does not depend on them.</summary>
internal sealed class Workload
{
    /// <summary>Of a GAN with classes; Fashion-MNIST has as many.</summary>
    private const int Classes = 10;

    private readonly FashionGan _gan;
    private readonly Tensor _pictures;
    private readonly Tensor? _labels;

    /// <param name="options">Networks, losses and the rest as <c>train</c> takes them; 28 x 28 in gray unless they say more.</param>
    internal Workload(TrainingOptions options)
    {
        tf.set_random_seed(options.Seed);
        Batch = options.BatchSize;
        var (picture, classes) = (new PictureShape(options.Size ?? 28, options.Channels == "colour" ? 3 : 1),
            options.Conditional is true ? Classes : 0);
        _gan = TrainingRun.NewModel(options, TrainingRun.ShapeOf(options, picture), ClassNames.Numbered(classes));
        _pictures = tf.random.uniform((Batch, picture.Size, picture.Size, picture.Channels), -1, 1);
        // Data are prepared by the processor.
        using var onProcessor = tf.device("cpu");
        _labels = classes == 0 ? null : tf.random.uniform(Batch, minval: 0, maxval: classes, dtype: tf.int32);
    }

    internal int Batch { get; }

    /// <summary>Makes a training step.</summary>
    /// <returns>Its own losses.</returns>
    internal (float Discriminator, float Generator) Step()
    {
        using var scope = TensorScope.Begin();
        // A step gets pictures of its own: a card keeps what it made of a block with the block.
        _gan.train_step(_pictures * 1, _labels is null ? null : (Tensors)_labels);
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
                var noise = tf.random.normal((Batch, (long)_gan.LatentDim));
                Tensor drawn = _gan.Generator.Apply(
                    _labels is null ? noise : new Tensors(noise, tf.one_hot(_labels, Classes)), training: false);
                drawn.ToArray<float>();
            }
        });
    }

    /// <summary>Milliseconds a step of <c>fit</c>, with data from the pipeline that <c>train</c> has.</summary>
    internal double FitTime(int steps)
    {
        var picture = _gan.Picture;
        var pixels = new byte[steps * Batch * picture.Bytes];
        var labels = new byte[steps * Batch];
        var random = new Random(1);
        random.NextBytes(pixels);
        for (var i = 0; i < labels.Length; i++)
            labels[i] = (byte)random.Next(Classes);
        Shape shape = picture.Channels == 1 ? (steps * Batch, picture.Size, picture.Size)
            : (steps * Batch, picture.Size, picture.Size, picture.Channels);
        var batches = TrainingPictures.Batches(np.array(pixels).reshape(shape), Batch, _gan.IsConditional ? np.array(labels) : null);
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

    internal static double Time(Action action)
    {
        (Device.Current as GpuDevice)?.Synchronize();
        var start = Stopwatch.GetTimestamp();
        action();
        (Device.Current as GpuDevice)?.Synchronize();
        return Stopwatch.GetElapsedTime(start).TotalMilliseconds;
    }
}
