using System.Diagnostics;
using Tensorflow.Distribute;

namespace FashionGanTf.Distributed;

/// <summary>All processes that one <c>mpirun</c> or <c>srun</c> started. There is one a process, for MPI begins once. Calls belong to the
/// thread that opened it.</summary>
public sealed unsafe class MpiCommunicator : ICommunicator
{
    /// <summary>MPI_THREAD_FUNNELED: other threads compute, and only this one calls.</summary>
    private const int Funneled = 1;

    private readonly MpiLibrary _mpi;
    private readonly delegate* unmanaged<void*, int, nint, void*, int*, int*, nint, nint, int> _allGather;
    private readonly delegate* unmanaged<void*, int*, int*, nint, void*, int*, int*, nint, nint, int> _allToAll;
    private readonly delegate* unmanaged<void*, int, nint, int, nint, int> _broadcast;
    private readonly MeetingClock _clock = new();

    private MpiCommunicator(MpiLibrary mpi)
    {
        _mpi = mpi;
        int provided, rank, size;
        mpi.Require(
            ((delegate* unmanaged<void*, void*, int, int*, int>)mpi.Function("MPI_Init_thread"))(null, null, Funneled, &provided),
            "MPI_Init_thread");
        if (provided < Funneled)
            throw new MpiException($"{mpi.Name} does not allow threads beside the one that calls it; use one that was built with them.");
        // Errors come back as codes, which become one line; else MPI would end the process.
        mpi.Require(
            ((delegate* unmanaged<nint, nint, int>)mpi.Function("MPI_Comm_set_errhandler"))(mpi.World, mpi.ErrorsReturn),
            "MPI_Comm_set_errhandler");
        mpi.Require(((delegate* unmanaged<nint, int*, int>)mpi.Function("MPI_Comm_rank"))(mpi.World, &rank), "MPI_Comm_rank");
        mpi.Require(((delegate* unmanaged<nint, int*, int>)mpi.Function("MPI_Comm_size"))(mpi.World, &size), "MPI_Comm_size");
        (Rank, Size) = (rank, size);
        _allGather = (delegate* unmanaged<void*, int, nint, void*, int*, int*, nint, nint, int>)mpi.Function("MPI_Allgatherv");
        _allToAll = (delegate* unmanaged<void*, int*, int*, nint, void*, int*, int*, nint, nint, int>)mpi.Function("MPI_Alltoallv");
        _broadcast = (delegate* unmanaged<void*, int, nint, int, nint, int>)mpi.Function("MPI_Bcast");
    }

    /// <inheritdoc/>
    public int Rank { get; }

    /// <inheritdoc/>
    public int Size { get; }

    /// <summary>The library, as <c>Open MPI v4.1.4</c>.</summary>
    public string Library => _mpi.Name;

    /// <summary>Bytes of numbers that this process gave to others.</summary>
    public long BytesSent { get; private set; }

    /// <summary>The time that this process spent in calls, at work or waiting.</summary>
    public TimeSpan Spent { get; private set; }

    /// <summary>Begins MPI.</summary>
    /// <param name="launcher">Who started the processes; decides which library is loaded.</param>
    /// <exception cref="MpiException">There is no library, or it cannot begin.</exception>
    public static MpiCommunicator Open(MpiLauncher launcher) => new(MpiLibrary.Load(launcher));

    /// <summary>Watches over the calls: when one waits longer than that for the other processes, something is told so, on a thread of its
    /// own; the call itself cannot be ended.</summary>
    /// <param name="longest">The longest wait.</param>
    /// <param name="late">What is told, and after how long the others that wait have been told, too.</param>
    public void Watch(TimeSpan longest, Action<TimeSpan> late) => _clock.Watch(longest, late);

    /// <inheritdoc/>
    public void AllGather(ReadOnlySpan<float> mine, Span<float> all, ReadOnlySpan<int> counts)
    {
        RequireRoom(counts, all.Length);
        using var waiting = _clock.Wait();
        var started = Stopwatch.GetTimestamp();
        fixed (float* send = mine, receive = all)
        fixed (int* count = counts, place = Places(counts))
            _mpi.Require(
                _allGather(
                    send == receive + place[Rank] ? (void*)_mpi.InPlace : send, mine.Length, _mpi.Float, receive, count, place, _mpi.Float,
                    _mpi.World),
                "MPI_Allgatherv");
        Count(started, (long)mine.Length * (Size - 1));
    }

    /// <inheritdoc/>
    public void AllToAll(ReadOnlySpan<float> mine, ReadOnlySpan<int> counts, Span<float> theirs, ReadOnlySpan<int> theirCounts)
    {
        RequireRoom(counts, mine.Length);
        RequireRoom(theirCounts, theirs.Length);
        using var waiting = _clock.Wait();
        var started = Stopwatch.GetTimestamp();
        int[] given = [.. counts];
        given[Rank] = 0;
        fixed (float* send = mine, receive = theirs)
        fixed (int* count = given, place = Places(counts), theirCount = theirCounts, theirPlace = Places(theirCounts))
            _mpi.Require(
                _allToAll(send, count, place, _mpi.Float, receive, theirCount, theirPlace, _mpi.Float, _mpi.World), "MPI_Alltoallv");
        Count(started, mine.Length - counts[Rank]);
    }

    /// <inheritdoc/>
    public void Barrier()
    {
        using var waiting = _clock.Wait();
        _mpi.Require(((delegate* unmanaged<nint, int>)_mpi.Function("MPI_Barrier"))(_mpi.World), "MPI_Barrier");
    }

    /// <inheritdoc/>
    public byte[] Broadcast(byte[]? bytes)
    {
        using var waiting = _clock.Wait();
        var length = bytes?.Length ?? 0;
        _mpi.Require(_broadcast(&length, sizeof(int), _mpi.Byte, 0, _mpi.World), "MPI_Bcast");
        var all = Rank == 0 ? bytes! : new byte[length];
        fixed (byte* p = all)
            _mpi.Require(_broadcast(p, length, _mpi.Byte, 0, _mpi.World), "MPI_Bcast");
        return all;
    }

    /// <summary>Waits until all processes are here, and ends MPI. A process that ends without this takes the others with it, as it
    /// should when it failed.</summary>
    public void Leave()
    {
        Barrier();
        _mpi.Require(((delegate* unmanaged<int>)_mpi.Function("MPI_Finalize"))(), "MPI_Finalize");
    }

    private static int[] Places(ReadOnlySpan<int> counts)
    {
        var places = new int[counts.Length];
        for (var i = 1; i < places.Length; i++)
            places[i] = places[i - 1] + counts[i - 1];
        return places;
    }

    private void RequireRoom(ReadOnlySpan<int> counts, int length)
    {
        var sum = 0;
        foreach (var count in counts)
            sum += count;
        if (counts.Length != Size || sum != length)
            throw new ArgumentException($"{Size} processes share {length} numbers; the counts are {string.Join(", ", counts.ToArray())}.");
    }

    private void Count(long started, long numbers)
    {
        Spent += Stopwatch.GetElapsedTime(started);
        BytesSent += numbers * sizeof(float);
    }
}
