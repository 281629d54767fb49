using System.Diagnostics;
using System.Runtime.ExceptionServices;

namespace Tensorflow.Devices.Cpu;

/// <summary>
/// Threads that stay, for regions of parallel work that follow each other within microseconds. The caller of a region works with them.
/// One region runs at a time: whoever finds the team at work, a piece that has pieces itself or another thread, does its pieces alone.
/// </summary>
internal sealed class ThreadTeam : IDisposable
{
    /// <summary>
    /// How long a thread that has nothing to do looks for work before it sleeps: 1 ms. A training step starts its next region in less, a piece
    /// of a large product ends in less, and waking a sleeper takes tens of microseconds; a program that rests uses no processor.
    /// </summary>
    private static readonly long s_spinTicks = Stopwatch.Frequency / 1000;

    private readonly bool _spins;
    private readonly object _work = new();
    private readonly object _end = new();
    private int _isTaken;
    private int _sleepers;
    private bool _isCallerAsleep;
    private volatile bool _isDisbanded;

    // The region. It stands from before _left says that there are pieces until none of them is unfinished.
    private Action<int>? _piece;
    private int _count;
    private int _left;
    private int _unfinished;
    private ExceptionDispatchInfo? _error;

    /// <summary>A team whose threads run until it is disposed, or the program ends.</summary>
    /// <param name="threads">How many work on a region, the caller among them; at least 2.</param>
    internal ThreadTeam(int threads)
    {
        // Threads that wait in vain must not keep a core from those that work.
        _spins = threads <= Environment.ProcessorCount;
        for (var i = 1; i < threads; i++)
            new Thread(WorkUntilDisbanded) { IsBackground = true, Name = $"kernels {i}" }.Start();
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

        (_piece, _count, _unfinished) = (piece, count, count);
        // A full fence: a thread that goes to sleep either sees the pieces or is seen here.
        Interlocked.Exchange(ref _left, count);
        if (_sleepers > 0)
            lock (_work)
                Monitor.PulseAll(_work);

        WorkOnRegion();
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

    private void WorkOnRegion()
    {
        // Whoever draws a piece holds the region open until the piece is done; whoever comes late draws a number below 0.
        int left;
        while (Volatile.Read(ref _left) > 0 && (left = Interlocked.Decrement(ref _left)) >= 0)
        {
            try
            {
                if (Volatile.Read(ref _error) is null)
                    _piece!(_count - 1 - left);
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

    private void WaitForEnd()
    {
        var start = Stopwatch.GetTimestamp();
        while (Volatile.Read(ref _unfinished) > 0)
        {
            if (_spins && Stopwatch.GetTimestamp() - start < s_spinTicks)
            {
                Thread.SpinWait(1);
                continue;
            }

            lock (_end)
            {
                Interlocked.Exchange(ref _isCallerAsleep, true);
                while (Volatile.Read(ref _unfinished) > 0)
                    Monitor.Wait(_end);
                _isCallerAsleep = false;
            }
        }
    }

    private void WorkUntilDisbanded()
    {
        while (!_isDisbanded)
        {
            WorkOnRegion();
            WaitForRegion();
        }
    }

    private void WaitForRegion()
    {
        var start = Stopwatch.GetTimestamp();
        while (_spins && Stopwatch.GetTimestamp() - start < s_spinTicks)
        {
            if (Volatile.Read(ref _left) > 0 || _isDisbanded)
                return;
            Thread.SpinWait(1);
        }

        lock (_work)
        {
            Interlocked.Increment(ref _sleepers);
            while (Volatile.Read(ref _left) <= 0 && !_isDisbanded)
                Monitor.Wait(_work);
            Interlocked.Decrement(ref _sleepers);
        }
    }
}
