using FashionGanTf.Imaging;
using FashionGanTf.Models;
using FashionGanTf.Networks;
using FashionGanTf.Training;
using Tensorflow.Keras.Callbacks;
using Tensorflow.Keras.Datasets;
using Tensorflow.NumPy;
using Tensorflow.Serialization;
using static Tensorflow.Binding;

namespace FashionGanTf.Tests.Support;

/// <summary>Runs of a small model on a small data set, with everything that draws random numbers:
/// dropout, label noise, shuffling; and with averaged weights.</summary>
internal sealed class SmallRun : IDisposable
{
    internal const int Epochs = 3;
    internal const int StepsPerEpoch = 5;
    private const int Pictures = 22;
    private const int BatchSize = 4;

    private static readonly DcganShape s_shape = new(PictureShape.FashionMnist, 16, [24, 16, 8], [8, 16], 0.3f);

    private readonly TemporaryFolder _folder = new();
    private int _count;

    internal SmallRun()
    {
        var random = new Random(7);
        foreach (var (part, count) in new[] { ("train", Pictures), ("t10k", 1) })
        {
            var pixels = new byte[count * 784];
            random.NextBytes(pixels);
            IdxFile.save(Path.Combine(_folder.Path, $"{part}-images-idx3-ubyte.gz"), np.array(pixels).reshape((count, 28, 28)));
            IdxFile.save(
                Path.Combine(_folder.Path, $"{part}-labels-idx1-ubyte.gz"),
                np.array([.. Enumerable.Range(0, count).Select(i => (byte)(i % 3))]));
        }
    }

    internal TrainingOptions Options => new()
    {
        Epochs = Epochs, BatchSize = BatchSize, LatentDim = s_shape.LatentDim, LabelSmoothing = 0.1, LabelNoise = 0.1, Ema = 0.9, Seed = 5,
            Data = _folder.Path,
    };

    /// <summary>A folder for one more run.</summary>
    internal RunFolders NewFolders() => new(Path.Combine(_folder.Path, $"run-{++_count}"));

    /// <summary>Trains to the end, or to where a callback ends it.</summary>
    /// <returns>The warnings.</returns>
    internal List<string> Train(RunFolders folders, RunStart start, Interruption? interruption = null, TrainingOptions? options = null,
        int threads = 0)
    {
        tf.config.threading.set_intra_op_parallelism_threads(threads);
        using var happens = interruption;
        try
        {
            var warnings = new List<string>();
            using var run = new TrainingRun(options ?? Options, ShapeOf(options ?? Options)).Open(folders, start, warnings.Add);
            run.Train(interruption is null ? [] : [interruption], interruption?.Stop ?? default);
            return warnings;
        }
        finally
        {
            tf.config.threading.set_intra_op_parallelism_threads(0);
        }
    }

    /// <summary>Small networks of the kind that options ask for.</summary>
    internal static NetworkShape ShapeOf(TrainingOptions options) => options.Network switch
    {
        GanNetworks.Residual => new ResidualGanShape(PictureShape.FashionMnist, s_shape.LatentDim, [12, 8, 4]),
        GanNetworks.Stylegan => new StyleGanShape(PictureShape.FashionMnist, s_shape.LatentDim, [12, 8, 4], StyleSize: 16),
        _ => s_shape with { Attention = options.Attention, SpectralNorm = options.SpectralNorm is true },
    };

    /// <summary>Requires that two runs left the same: weights, moments, streams, pictures and, but for times, history.</summary>
    internal static void RequireSame(RunFolders expected, RunFolders actual)
    {
        foreach (var name in new[] { "generator.safetensors", "generator.raw.safetensors", "discriminator.safetensors", "steps.csv" })
            CollectionAssert.AreEqual(
                File.ReadAllBytes(Path.Combine(expected.Run, name)), File.ReadAllBytes(Path.Combine(actual.Run, name)), name);
        CollectionAssert.AreEqual(Names(expected.Samples), Names(actual.Samples));
        foreach (var name in Names(expected.Samples))
            CollectionAssert.AreEqual(File.ReadAllBytes(Path.Combine(expected.Samples, name)),
                File.ReadAllBytes(Path.Combine(actual.Samples, name)), name);
        CollectionAssert.AreEqual(History(expected), History(actual));
        Assert.AreEqual(State(expected), State(actual));
        var (one, other) = (Variables(expected), Variables(actual));
        CollectionAssert.AreEqual(one.names.ToList(), other.names.ToList());
        foreach (var name in one.names)
            if (name.EndsWith("/iter", StringComparison.Ordinal))
                CollectionAssert.AreEqual(one.ToArray<long>(name), other.ToArray<long>(name), name);
            else
                CollectionAssert.AreEqual(one.ToArray<float>(name), other.ToArray<float>(name), name);
    }

    public void Dispose() => _folder.Dispose();

    private static SafeTensors Variables(RunFolders folders) => SafeTensors.load(Path.Combine(folders.Run, "checkpoint.safetensors"));

    private static string State(RunFolders folders)
    {
        var state = Checkpoint.Load(Path.Combine(folders.Run, "checkpoint.safetensors")).State;
        return (state with { Seconds = 0, History = [.. state.History.Select(row => row with { Seconds = 0, ImagesPerSecond = 0 })] })
            .ToJson();
    }

    /// <summary>The table without the columns of times.</summary>
    private static string[] History(RunFolders folders)
    {
        var rows = File.ReadAllLines(Path.Combine(folders.Run, "history.csv")).Select(line => line.Split(',')).ToArray();
        var columns = Enumerable.Range(0, rows[0].Length).Where(i => rows[0][i] is not ("seconds" or "images_per_second")).ToArray();
        return [.. rows.Select(row => string.Join(',', columns.Select(i => row[i])))];
    }

    private static string[] Names(string folder) =>
        [.. Directory.GetFiles(folder).Select(path => Path.GetFileName(path)!).Order(StringComparer.Ordinal)];
}
