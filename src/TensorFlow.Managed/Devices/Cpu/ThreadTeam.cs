using System.Diagnostics;
using System.Runtime.ExceptionServices;
using System.Runtime.InteropServices;

namespace Tensorflow.Devices.Cpu;

/// <summary>
/// Threads that stay, for regions of parallel work that follow each other within microseconds. The caller of a region works with them.
/// One region runs at a time: whoever finds the team at work, a piece that has pieces itself or another thread, does its pieces alone.
/// Each thread has a stretch of the pieces, the same one in regions of as many pieces, so that what a region leaves in a core's cache is
/// what the next one reads there; who is done takes from the ends of the others'.
/// </summary>
internal sealed class ThreadTeam : IDisposable
{
    /// <summary>
    /// How long a thread that has nothing to do looks for work before it sleeps: 1 ms. A training step starts its next region in less, a
    /// piece of a large product ends in less, and waking a sleeper takes tens of microseconds; a program that rests uses no processor.
    /// </summary>
    private static readonly long s_spinTicks = Stopwatch.Frequency / 1000;

    /// <summary>
    /// How long of that it keeps its core: 20 µs. After that it looks once each time when no other thread wants the core, since what it
    /// waits for may itself wait for one while another program runs.
    /// </summary>
    private static readonly long s_busyTicks = Stopwatch.Frequency / 50_000;

    private readonly bool _spins;
    private readonly object _work = new();
    private readonly object _end = new();
    private readonly Stretch[] _stretches;
    private int _isTaken;
    private int _sleepers;
    private bool _isCallerAsleep;
    private volatile bool _isDisbanded;

    // The region. It stands from before the stretches have pieces until none of them is unfinished.
    private Action<int>? _piece;
    private int _unfinished;
    private ExceptionDispatchInfo? _error;

    /// <summary>A team whose threads run until it is disposed, or the program ends.</summary>
    /// <param name="threads">How many work on a region, the caller among them; at least 2.</param>
    internal ThreadTeam(int threads)
    {
        // Threads that wait in vain must not keep a core from those that work.
        _spins = threads <= Environment.ProcessorCount;
        _stretches = new Stretch[threads];
        for (var i = 1; i < threads; i++)
        {
            var own = i;
            new Thread(() => WorkUntilDisbanded(own)) { IsBackground = true, Name = $"kernels {i}" }.Start();
        }
    }

    /// <summary>Runs pieces 0 to count - 1, each once, in any order; returns when all are done.</summary>
    /// <remarks>When a piece fails, pieces that were not begun are left out, and the first failure is raised here.</remarks>
    internal void Run(int count, Action<int> piece)
    {
        if (Interlocked.Exchange(ref _isTaken, 1) != 0)
        {
            for (var i = 0; i < count; i++)
                piece(i);
            return;
        }

        (_piece, _unfinished) = (piece, count);
        for (var i = 0; i < _stretches.Length; i++)
            _stretches[i].Set((int)((long)count * i / _stretches.Length), (int)((long)count * (i + 1) / _stretches.Length));
        // A thread that goes to sleep either sees the pieces or is seen here.
        Interlocked.MemoryBarrier();
        if (_sleepers > 0)
            lock (_work)
                Monitor.PulseAll(_work);

        WorkOnRegion(0);
        WaitForEnd();
        var error = _error;
        (_piece, _error) = (null, null);
        Volatile.Write(ref _isTaken, 0);
        error?.Throw();
    }

    /// <summary>Sends the threads home; a region that is under way is finished by its caller.</summary>
    public void Dispose()
    {
        _isDisbanded = true;
        lock (_work)
            Monitor.PulseAll(_work);
    }

    private void WorkOnRegion(int own)
    {
        // Whoever draws a piece holds the region open until the piece is done; whoever comes late finds none, or the next region's.
        while (Draw(own) is var number and >= 0)
        {
            try
            {
                if (Volatile.Read(ref _error) is null)
                    _piece!(number);
            }
            catch (Exception error)
            {
                Interlocked.CompareExchange(ref _error, ExceptionDispatchInfo.Capture(error), null);
            }

            if (Interlocked.Decrement(ref _unfinished) == 0 && Volatile.Read(ref _isCallerAsleep))
                lock (_end)
                    Monitor.PulseAll(_end);
        }
    }

    /// <summary>A piece's number; below 0 when all are drawn.</summary>
    private int Draw(int own)
    {
        var number = _stretches[own].Take(fromEnd: false);
        for (var i = 1; i < _stretches.Length && number < 0; i++)
            number = _stretches[(own + i) % _stretches.Length].Take(fromEnd: true);
        return number;
    }

    private bool HasPieces()
    {
        foreach (ref var stretch in _stretches.AsSpan())
            if (!stretch.IsEmpty)
                return true;
        return false;
    }

    private void WaitForEnd()
    {
        var start = Stopwatch.GetTimestamp();
        while (Volatile.Read(ref _unfinished) > 0)
        {
            if (_spins && Spin(start))
                continue;

            lock (_end)
            {
                Interlocked.Exchange(ref _isCallerAsleep, true);
                while (Volatile.Read(ref _unfinished) > 0)
                    Monitor.Wait(_end);
                _isCallerAsleep = false;
            }
        }
    }

    private void WorkUntilDisbanded(int own)
    {
        while (!_isDisbanded)
        {
            WorkOnRegion(own);
            WaitForRegion();
        }
    }

    private void WaitForRegion()
    {
        var start = Stopwatch.GetTimestamp();
        while (_spins && Spin(start))
            if (HasPieces() || _isDisbanded)
                return;

        lock (_work)
        {
            Interlocked.Increment(ref _sleepers);
            while (!HasPieces() && !_isDisbanded)
                Monitor.Wait(_work);
            Interlocked.Decrement(ref _sleepers);
        }
    }

    /// <summary>Passes a moment of waiting; false when it was long enough to go to sleep.</summary>
    private static bool Spin(long start)
    {
        var waited = Stopwatch.GetTimestamp() - start;
        if (waited < s_busyTicks)
            Thread.SpinWait(1);
        else
            Thread.Yield();
        return waited < s_spinTicks;
    }

    /// <summary>Consecutive pieces, on a cache line of its own.</summary>
    [StructLayout(LayoutKind.Explicit, Size = 128)]
    private struct Stretch
    {
        /// <summary>The first piece above, the one after the last below; they change together.</summary>
        [FieldOffset(0)]
        private long _bounds;

        internal bool IsEmpty => Volatile.Read(ref _bounds) is var bounds && (int)(bounds >> 32) >= (int)bounds;

        internal void Set(int first, int end) => Volatile.Write(ref _bounds, (long)first << 32 | (uint)end);

        /// <summary>A piece's number; below 0 when there is none.</summary>
        internal int Take(bool fromEnd)
        {
            var bounds = Volatile.Read(ref _bounds);
            while (true)
            {
                var (first, end) = ((int)(bounds >> 32), (int)bounds);
                if (first >= end)
                    return -1;
                var seen = Interlocked.CompareExchange(ref _bounds, fromEnd ? bounds - 1 : bounds + (1L << 32), bounds);
                if (seen == bounds)
                    return fromEnd ? end - 1 : first;
                bounds = seen;
            }
        }
    }
}
