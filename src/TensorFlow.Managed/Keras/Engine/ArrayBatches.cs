using System.Collections;
using Tensorflow.Operations;

namespace Tensorflow.Keras.Engine;

/// <summary>Rows of arrays, batch by batch; each walk shuffles them anew if asked to.</summary>
internal sealed class ArrayBatches : IEnumerable<Batch>
{
    private readonly Tensors _x;
    private readonly Tensors? _y;
    private readonly Tensor? _weights;
    private readonly ClassWeights? _classes;
    private readonly int _first;
    private readonly int _end;
    private readonly int _batchSize;
    private readonly bool _shuffle;

    private ArrayBatches(
        Tensors x, Tensors? y, Tensor? weights, ClassWeights? classes, int first, int end, int batchSize, bool shuffle) =>
        (_x, _y, _weights, _classes, _first, _end, _batchSize, _shuffle) =
        (x, y, weights, classes, first, end, batchSize == -1 ? 32 : batchSize, shuffle);

    /// <summary>How many batches a walk has; the last may be smaller.</summary>
    internal long Count => (_end - _first + _batchSize - 1) / _batchSize;

    /// <summary>All rows.</summary>
    /// <exception cref="ArgumentException">The arrays have different numbers of rows, or none.</exception>
    internal static ArrayBatches All(
        string what, Tensors x, Tensors? y, int batchSize, bool shuffle = false, Tensor? weights = null, ClassWeights? classes = null) =>
        new(x, y, weights, classes, 0, Rows(what, x, y, weights, batchSize), batchSize, shuffle);

    /// <summary>The first rows to train with, the last share of them to validate with.</summary>
    /// <exception cref="ArgumentException">The arrays have different numbers of rows, or a part is empty.</exception>
    internal static (ArrayBatches Training, ArrayBatches Validation) Split(
        string what, Tensors x, Tensors? y, int batchSize, bool shuffle, float validationShare, Tensor? weights, ClassWeights? classes)
    {
        var rows = Rows(what, x, y, weights, batchSize);
        var split = (int)Math.Floor(rows * (1.0 - validationShare));
        if (!(validationShare > 0 && validationShare < 1) || split == 0 || split == rows)
            throw new ArgumentException(
                $"{what}: validation_split of {validationShare} leaves nothing to train or to validate with, of {rows} examples.");
        // As in Keras, classes are weighed where the model trains alone.
        return (new ArrayBatches(x, y, weights, classes, 0, split, batchSize, shuffle),
            new ArrayBatches(x, y, weights, null, split, rows, batchSize, false));
    }

    public IEnumerator<Batch> GetEnumerator()
    {
        var order = _shuffle ? Order() : null;
        for (var start = _first; start < _end; start += _batchSize)
        {
            var count = Math.Min(_batchSize, _end - start);
            var y = _y is null ? null : Take(_y, order, start, count);
            yield return new Batch(Take(_x, order, start, count), y, Weights(y, order, start, count));
        }
    }

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    /// <summary>What each example of a batch counts: its own weight times its class's.</summary>
    private Tensor? Weights(Tensors? y, int[]? order, int start, int count)
    {
        var own = _weights is null ? null : Take(_weights, order, start, count).Single;
        if (_classes?.Of(y) is not { } classes)
            return own;
        return own is null ? classes
            : Cast.Apply(own, classes.dtype) * Reshape.Apply(classes, new Shape([count, .. Enumerable.Repeat(1L, own.ndim - 1)]));
    }

    private static int Rows(string what, Tensors x, Tensors? y, Tensor? weights, int batchSize)
    {
        if (batchSize is 0 or < -1)
            throw new ArgumentException($"{what}: batch_size must be a positive number; it is {batchSize}.");
        var rows = -1L;
        foreach (var tensor in x.Concat(y ?? []).Concat(weights is null ? [] : [weights]))
        {
            if (tensor.ndim == 0 || tensor.shape[0] == 0)
                throw new ArgumentException($"{what} needs arrays of examples; it got the shape {tensor.shape}.");
            if (rows >= 0 && tensor.shape[0] != rows)
                throw new ArgumentException($"{what} needs arrays of equally many examples; it got {rows} and {tensor.shape[0]}.");
            rows = tensor.shape[0];
        }

        return checked((int)rows);
    }

    private int[] Order()
    {
        var order = new int[_end - _first];
        for (var i = 0; i < order.Length; i++)
            order[i] = _first + i;
        using var scope = TensorScope.Begin();
        return RandomDraw.Shuffle("fit", RandomGenerator.Global, order).ToArray<int>();
    }

    private Tensors Take(Tensors arrays, int[]? order, int start, int count)
    {
        var tensors = new Tensor[arrays.Count];
        for (var i = 0; i < tensors.Length; i++)
        {
            var array = arrays[i];
            var batch = tensors[i] = Tensor.Empty(array.shape.With(0, count), array.dtype);
            var rowBytes = array.ByteLength / array.shape[0];
            if (order is null)
                Tensor.Device.Copy(array.Storage, start * rowBytes, batch.Storage, 0, count * rowBytes);
            else
                for (var row = 0; row < count; row++)
                    Tensor.Device.Copy(array.Storage, order[start - _first + row] * rowBytes, batch.Storage, row * rowBytes, rowBytes);
            GC.KeepAlive(array);
        }

        return new Tensors(tensors);
    }
}
