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
    /// <param name="images">uint8 pictures (N, H, W) in gray or (N, H, W, 3) in colour; H = W.</param>
    /// <param name="batchSize">Pictures in a batch, from 2 to N; a last, smaller batch is left out.</param>
    /// <param name="labels">The number of each picture's class, uint8 (N); null where they are not needed.</param>
    /// <returns>Batches (batchSize, H, W, 1 or 3) of float32, with labels (batchSize).</returns>
    /// <exception cref="ArgumentException">The pictures are not square, or are fewer than a batch, or a batch has one.</exception>
    public static IDatasetV2 Batches(NDArray images, int batchSize, NDArray? labels = null) =>
        Batches(new ArrayRows(images), batchSize, labels);

    /// <summary>The same from pictures that may lie on disk: their numbers are shuffled, and the pictures of a batch are read when it is
    /// made.</summary>
    /// <param name="rows">The pictures.</param>
    /// <param name="batchSize">Pictures in a batch, from 2 to N; a last, smaller batch is left out.</param>
    /// <param name="labels">The number of each picture's class, uint8 (N); null where they are not needed.</param>
    /// <param name="flip">Whether each picture is mirrored, left to right, with a probability of one half each time.</param>
    /// <param name="captions">The pictures' captions, without which a picture is left out; null where they are not needed.</param>
    /// <returns>Batches (batchSize, H, W, C) of float32, with labels (batchSize), or with captions int32 (batchSize, 2, T): for each
    /// picture one of its captions as tokens, and a text that is wrong for it.</returns>
    /// <exception cref="ArgumentException">The pictures are fewer than a batch, or a batch has one.</exception>
    public static IDatasetV2 Batches(
        PictureRows rows, int batchSize, NDArray? labels = null, bool flip = false, CaptionSet? captions = null)
    {
        var count = captions?.Pictures.Count ?? rows.Count;
        if (count < 2)
            throw new ArgumentException(
                count == 0 ? "There are no pictures to train on." : "There is only one picture to train on; it takes 2 at least.");
        if (batchSize < 2)
            throw new ArgumentException(OneIsTooFew);
        if (batchSize > count)
            throw new ArgumentException(
                $"A batch of {batchSize} is larger than the data, which has {count} pictures; choose a smaller one with " +
                "--batch-size.");
        var numbers = captions is null ? np.arange(count) : np.array([.. captions.Pictures]);
        var batch = new PictureBatch(rows, batchSize, flip);
        var texts = captions is null ? null : new CaptionBatch(captions);
        return (labels is null ? tf.data.Dataset.from_tensor_slices(numbers) : tf.data.Dataset.from_tensor_slices(numbers, labels))
            .shuffle(count)
            .batch(batchSize, drop_remainder: true)
            .map(chosen => texts is not null ? new Tensors(batch.Read(chosen[0]), texts.Read(chosen[0]))
                : labels is null ? batch.Read(chosen[0]) : new Tensors(batch.Read(chosen[0]), chosen[1]))
            .prefetch(tf.data.AUTOTUNE);
    }

    /// <summary>The colour that most pictures have at their edge: for each channel the median of their four corners, in up to 1,000
    /// pictures that lie evenly among all.</summary>
    /// <param name="rows">The pictures; at least one.</param>
    /// <returns>A number for each channel, scaled to [-1, 1].</returns>
    /// <exception cref="IOException">They cannot be read.</exception>
    public static float[] Background(PictureRows rows)
    {
        const int Most = 1000;
        var (shape, count) = (rows.Shape, Math.Min(Most, rows.Count));
        var (corners, pixels) = (new List<byte>[shape.Channels], new byte[shape.Bytes]);
        for (var c = 0; c < shape.Channels; c++)
            corners[c] = new List<byte>(4 * count);
        for (var i = 0; i < count; i++)
        {
            rows.Read([(int)((long)i * rows.Count / count)], pixels);
            foreach (var (y, x) in new[] { (0, 0), (0, shape.Size - 1), (shape.Size - 1, 0), (shape.Size - 1, shape.Size - 1) })
                for (var c = 0; c < shape.Channels; c++)
                    corners[c].Add(pixels[(y * shape.Size + x) * shape.Channels + c]);
        }

        return [.. corners.Select(values => PixelRange.FromPixel(values.Order().ElementAt(values.Count / 2)))];
    }

    /// <summary>What tells one data set from another: the SHA-256 of all pixels, or labels, in their order, as hexadecimal
    /// digits.</summary>
    /// <param name="images">uint8 pictures (N, H, W), or labels (N).</param>
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
