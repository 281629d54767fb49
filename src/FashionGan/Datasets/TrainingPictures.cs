using System.Security.Cryptography;
using FashionGanTf.Imaging;
using Tensorflow;
using Tensorflow.NumPy;
using static Tensorflow.Binding;

namespace FashionGanTf.Datasets;

/// <summary>Real pictures on their way into a training step.</summary>
public static class TrainingPictures
{
    /// <summary>Why no batch has one picture only.</summary>
    public const string OneIsTooFew = "A batch of one picture teaches nothing: batch normalisation subtracts the batch's mean, which is " +
        "then the picture itself, so that the generator never sees its noise; take 2 at least.";

    /// <summary>Batches in a new order each epoch, scaled to [-1, 1], made ahead on another thread.</summary>
    /// <param name="images">uint8 pictures (N, 28, 28).</param>
    /// <param name="batchSize">Pictures in a batch, from 2 to N; a last, smaller batch is left out.</param>
    /// <param name="labels">The number of each picture's class, uint8 (N); null where they are not needed.</param>
    /// <returns>Batches (batchSize, 28, 28, 1) of float32, with labels (batchSize).</returns>
    /// <exception cref="ArgumentException">The pictures have another size, or are fewer than a batch, or a batch has one.</exception>
    public static IDatasetV2 Batches(NDArray images, int batchSize, NDArray? labels = null)
    {
        if (images.ndim != 3 || images.shape[1] != 28 || images.shape[2] != 28)
            throw new ArgumentException($"The pictures must be 28 x 28; these have the shape {images.shape}.");
        var count = images.shape[0];
        if (count < 2)
            throw new ArgumentException(
                count == 0 ? "There are no pictures to train on." : "There is only one picture to train on; it takes 2 at least.");
        if (batchSize < 2)
            throw new ArgumentException(OneIsTooFew);
        if (batchSize > count)
            throw new ArgumentException(
                $"A batch of {batchSize} is larger than the data, which has {count} pictures; choose a smaller one with --batch-size.");
        var pixels = images.reshape((count, 28, 28, 1));
        var batches = (labels is null ? tf.data.Dataset.from_tensor_slices(pixels) : tf.data.Dataset.from_tensor_slices(pixels, labels))
            .shuffle((int)count)
            .batch(batchSize, drop_remainder: true);
        return (labels is null
            ? batches.map(batch => PixelRange.FromPixels(batch))
            : batches.map(batch => new Tensors(PixelRange.FromPixels(batch[0]), batch[1]))).prefetch(tf.data.AUTOTUNE);
    }

    /// <summary>What tells one data set from another: the SHA-256 of all pixels, or labels, in their order, as hexadecimal
    /// digits.</summary>
    /// <param name="images">uint8 pictures (N, 28, 28), or labels (N).</param>
    public static string Sha256(NDArray images)
    {
        // A few at a time: one array of all would double the data set's memory.
        const long AtATime = 100;
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        for (long first = 0; first < images.shape[0]; first += AtATime)
        {
            using var part = images[new Slice((int)first, (int)Math.Min(first + AtATime, images.shape[0]))];
            hash.AppendData(part.ToArray<byte>());
        }

        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }
}
