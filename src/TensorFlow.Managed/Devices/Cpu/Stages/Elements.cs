using System.Runtime.Intrinsics.X86;

namespace Tensorflow.Devices.Cpu.Stages;

/// <summary>
/// A block's float32 elements for a reader that goes through them piece by piece: read where they lie, or, where they are deferred, made
/// into the reader's own room, so that they never go through memory.
/// Open one before going parallel, read from any thread, dispose it after.
/// </summary>
internal readonly unsafe struct Elements : IDisposable
{
    private readonly Storage? _storage;
    private readonly Stage? _stage;
    private readonly float* _target;

    private Elements(Storage? storage, Stage? stage, float* target)
    {
        (_storage, _stage) = (storage, stage);
        _target = target;
    }

    /// <summary>How many stages are between these elements and memory.</summary>
    internal int Cost => _stage?.Cost ?? 0;

    /// <summary>Opens a block for reading; it stays as it is.</summary>
    internal static Elements Of(Storage storage)
    {
        storage.AddReference();
        return storage.Deferred is Stage stage && stage.TryHold() ? new(storage, stage, null) : new(storage, null, (float*)storage.Pointer);
    }

    /// <summary>Elements that are made where they belong while they are read,
    /// in a pass that <see cref="Storage.TrySettle"/> called.</summary>
    internal static Elements Into(Deferred stage, nint block) => new(null, (Stage)stage, (float*)block);

    /// <summary>Consecutive elements.</summary>
    /// <param name="start">The first one's place in the block.</param>
    /// <param name="length">How many.</param>
    /// <param name="room">Room for that many, which may be used or not; best small enough to stay in the nearest caches.</param>
    /// <returns>Where they are: to be read, not written to.</returns>
    internal float* Read(long start, int length, float* room)
    {
        if (_stage is null)
        {
            Prefetch(_target + start + length, length);
            return _target + start;
        }

        if (_storage is null)
            room = _target + start;
        else if (_storage.Settled is var block and not 0)
            return (float*)block + start;
        _stage.Make(start, length, room);
        return room;
    }

    /// <summary>A few rows of a tile of a matrix.</summary>
    /// <param name="start">The first element's place in the block.</param>
    /// <param name="rows">How many rows.</param>
    /// <param name="columns">Elements from one row of the matrix to the next.</param>
    /// <param name="width">The tile's columns.</param>
    /// <param name="room">Room for all.</param>
    /// <param name="stride">Elements from one row to the next where they are now.</param>
    internal float* ReadRows(long start, int rows, long columns, int width, float* room, out long stride)
    {
        stride = columns;
        if (_stage is null || width == columns)
            return Read(start, rows * width, room);
        if (_storage is null)
        {
            for (var r = 0; r < rows; r++)
                Read(start + r * columns, width, room);
            return _target + start;
        }

        // Not Read's result: another thread may settle the block between two rows.
        stride = width;
        for (var r = 0; r < rows; r++)
            _stage.Make(start + r * columns, width, room + (long)r * width);
        return room;
    }

    /// <summary>Asks for memory that is needed soon, to be read or written, while the processor does other things.</summary>
    internal static void Prefetch(float* from, int length)
    {
        if (Sse.IsSupported)
            for (var i = 0; i < length; i += 16)
                Sse.Prefetch0(from + i);
    }

    public void Dispose()
    {
        if (_storage is null)
            return;
        _stage?.Release();
        _storage.Release();
    }
}
