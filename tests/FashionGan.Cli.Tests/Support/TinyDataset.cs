using Tensorflow.Keras.Datasets;
using Tensorflow.NumPy;

namespace FashionGanTf.Cli.Tests.Support;

/// <summary>A data set that looks like Fashion-MNIST and trains in seconds.</summary>
internal static class TinyDataset
{
    internal const int Images = 40;

    internal static void Write(string folder, int images = Images)
    {
        Directory.CreateDirectory(folder);
        foreach (var (part, count) in new[] { ("train", images), ("t10k", 4) })
        {
            var pixels = Enumerable.Range(0, count * 784).Select(i => (byte)(i % 784 / 28 * 9 + i / 784)).ToArray();
            IdxFile.save(Path.Combine(folder, $"{part}-images-idx3-ubyte.gz"), np.array(pixels).reshape((count, 28, 28)));
            IdxFile.save(Path.Combine(folder, $"{part}-labels-idx1-ubyte.gz"),
                np.array(Enumerable.Range(0, count).Select(i => (byte)(i % 2)).ToArray()));
        }
    }
}
