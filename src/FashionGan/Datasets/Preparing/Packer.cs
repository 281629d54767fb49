using System.Runtime.ExceptionServices;
using FashionGanTf.Imaging.Decoding;
using Tensorflow.Serialization;
using static Tensorflow.Binding;

namespace FashionGanTf.Datasets.Preparing;

/// <summary>Prepares many pictures on all threads and writes them in their order.</summary>
internal static class Packer
{
    /// <summary>Pictures that a thread prepares before the writer takes them; the threads wait for the slowest then.</summary>
    private const int PerThread = 32;

    /// <summary>Writes a packed file.</summary>
    /// <inheritdoc cref="PictureCache.Prepare"/>
    internal static void Write(Stream file, IReadOnlyList<SourcePicture> pictures, Preparation preparation, bool skipBroken,
        Action<int, int>? progress, CancellationToken stop)
    {
        var (preparer, writer) = (new PicturePreparer(preparation, PictureDecoder.Default), new PackedWriter(file, preparation));
        var done = 0;
        foreach (var (picture, pixels, error) in Prepared(preparer, pictures, stop))
        {
            stop.ThrowIfCancellationRequested();
            if (pixels is not null)
                writer.Add(pixels, picture.Label);
            else if (error!.SourceException is not InvalidDataException broken)
                error.Throw();
            else if (new LeftOut(picture.Name, Reason(broken, picture.Name)) is var leftOut && skipBroken)
                writer.LeaveOut(leftOut);
            else
                throw IsBroken(leftOut);
            progress?.Invoke(++done, pictures.Count);
        }

        if (writer.Count == 0)
            throw new InvalidDataException($"None of {pictures.Count} pictures can be decoded.");
        writer.End();
    }

    /// <summary>All pictures in their order, prepared on all threads. (PLINQ's ordered results took a tenth more processor time.)</summary>
    private static IEnumerable<(SourcePicture Picture, byte[]? Pixels, ExceptionDispatchInfo? Error)> Prepared(PicturePreparer preparer,
        IReadOnlyList<SourcePicture> pictures, CancellationToken stop)
    {
        var threads = tf.config.threading.get_intra_op_parallelism_threads();
        var options = new ParallelOptions { MaxDegreeOfParallelism = threads, CancellationToken = stop };
        for (var first = 0; first < pictures.Count; first += PerThread * threads)
        {
            var some = new (SourcePicture, byte[]?, ExceptionDispatchInfo?)[Math.Min(PerThread * threads, pictures.Count - first)];
            var begin = first;
            Parallel.For(0, some.Length, options, i => some[i] = Prepare(preparer, pictures[begin + i]));
            foreach (var prepared in some)
                yield return prepared;
        }
    }

    internal static InvalidDataException IsBroken(LeftOut broken) => new(
        $"{OneLine.Of(broken.Name)}: {broken.Why} Take the file away, or leave out what is broken with --skip-broken.");

    /// <summary>A message without the name at its beginning.</summary>
    private static string Reason(InvalidDataException broken, string name) =>
        broken.Message.StartsWith(OneLine.Of(name) + ": ", StringComparison.Ordinal)
            ? broken.Message[(OneLine.Of(name).Length + 2)..] : broken.Message;

    private static (SourcePicture Picture, byte[]? Pixels, ExceptionDispatchInfo? Error) Prepare(PicturePreparer preparer,
        SourcePicture picture)
    {
        try
        {
            return (picture, preparer.Prepare(picture), null);
        }
#pragma warning disable CA1031 // It is thrown again where the picture's turn comes: the first broken one is always the same.
        catch (Exception error)
        {
            return (picture, null, ExceptionDispatchInfo.Capture(error));
        }
#pragma warning restore CA1031
    }
}
