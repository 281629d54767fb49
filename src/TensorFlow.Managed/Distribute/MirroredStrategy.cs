using System.Runtime.ExceptionServices;
using Tensorflow.Devices;

namespace Tensorflow.Distribute;

/// <summary>
/// Trains with several replicas of a model that share their variables and each take an equal part of a batch, as
/// <c>tf.distribute.MultiWorkerMirroredStrategy</c>. How many there are changes the last bits of a result; on how many processes they run
/// does not, for their numbers are added in a fixed order.
/// </summary>
/// <remarks>
/// The replicas of one process take turns: each has a thread, of which one runs at a time, from one place where all meet to the next.
/// So an operation has all of the process's threads, and nothing depends on which replica is faster.
/// </remarks>
public sealed class MirroredStrategy : IDisposable
{
    /// <summary>The most replicas; their random numbers stay apart up to here.</summary>
    public const int MostReplicas = 1024;

    private readonly ICommunicator _communicator;
    private readonly OrderedSum _sum;
    private readonly ReplicaContext[] _replicas;
    private readonly SemaphoreSlim[] _turns;
    private readonly object?[] _parts;
    private readonly bool[] _finished;

    /// <summary>Kept: tens of thousands of numbers, several times a step, would be garbage of the collector's oldest generation.</summary>
    private float[] _gathered = [];
    private Action _step = () => { };
    private Device _device = Device.Current;
    private object? _result;
    private ExceptionDispatchInfo? _fault;
    private bool _started;
    private bool _disposed;

    /// <summary>Replicas on some processes.</summary>
    /// <param name="replicas">How many in all.</param>
    /// <param name="communicator">The processes, not more than replicas; null for this one alone.</param>
    /// <exception cref="ArgumentOutOfRangeException">There are no replicas, too many, or fewer than processes.</exception>
    public MirroredStrategy(int replicas, ICommunicator? communicator = null)
    {
        _communicator = communicator ?? new OneProcess();
        ArgumentOutOfRangeException.ThrowIfLessThan(replicas, _communicator.Size);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(replicas, MostReplicas);
        num_replicas_in_sync = replicas;
        _sum = new OrderedSum(replicas, _communicator);
        var here = ReductionTree.OfRank(replicas, _communicator.Rank, _communicator.Size);
        _replicas = [.. Enumerable.Range(0, here.Count).Select(i => new ReplicaContext(this, i, here.First + i))];
        _turns = [.. _replicas.Select(_ => new SemaphoreSlim(0))];
        _parts = new object?[here.Count];
        _finished = new bool[here.Count];
    }

    /// <summary>How many replicas there are in all.</summary>
    public int num_replicas_in_sync { get; }

    /// <summary>Runs a step for each replica of this process; <see cref="ReplicaContext.Current"/> says which one it is.</summary>
    /// <exception cref="InvalidOperationException">The replicas did not meet at the same places.</exception>
    public void run(Action step)
    {
        ObjectDisposedException.ThrowIf(_disposed, this);
        (_step, _device, _fault) = (step, Device.Current, null);
        Array.Clear(_finished);
        StartThreads();
        RunStep(0);
        if (_replicas.Length > 1)
            PassTurn(0);
        if (!Array.TrueForAll(_finished, finished => finished))
        {
            _fault = ExceptionDispatchInfo.Capture(WentAnotherWay());
            PassTurn(0);
        }

        for (var i = 0; i < _replicas.Length; i++)
            _replicas[i].EndStep(move: i == 0);
        (_result, _step) = (null, () => { });
        _fault?.Throw();
    }

    /// <summary>Ends its threads.</summary>
    public void Dispose()
    {
        if (_disposed)
            return;
        _disposed = true;
        for (var i = 1; i < _turns.Length; i++)
            _turns[i].Release();
    }

    /// <summary>A place where the replicas meet.</summary>
    /// <param name="index">Which one of this process comes.</param>
    /// <param name="part">What it brings.</param>
    /// <param name="join">Makes of all parts, in the order of the replicas, what each gets. Called once a process, on the caller's
    /// thread.</param>
    internal T Meet<T>(int index, object? part, Func<object?[], T> join)
    {
        _parts[index] = part;
        if (_replicas.Length > 1)
            PassTurn(index);
        if (_fault is not null)
            throw new OperationCanceledException("Another replica has failed.");
        if (index > 0)
            return (T)_result!;
        if (Array.Exists(_finished, finished => finished))
            throw WentAnotherWay();
        var result = join(_parts);
        Array.Clear(_parts);
        _result = result;
        return result;
    }

    /// <inheritdoc cref="OrderedSum.Mean(Tensor[][])"/>
    internal Tensor[] Means(Tensor[][] parts) => _sum.Mean(parts);

    /// <summary>The numbers of all replicas, a row for each, in their order, which are there until the next call.</summary>
    /// <param name="parts">Those of this process's replicas, equally many, float32.</param>
    internal ReadOnlyMemory<float> Gather(Tensor[][] parts)
    {
        var length = (int)parts[0].Sum(tensor => tensor.size);
        var counts = new int[_communicator.Size];
        for (var rank = 0; rank < counts.Length; rank++)
            counts[rank] = ReductionTree.OfRank(num_replicas_in_sync, rank, counts.Length).Count * length;
        if (_gathered.Length < num_replicas_in_sync * length)
            _gathered = new float[num_replicas_in_sync * length];
        var all = _gathered.AsMemory(0, num_replicas_in_sync * length);
        var mine = all.Span.Slice(_replicas[0].replica_id_in_sync_group * length, parts.Length * length);
        var at = 0;
        foreach (var tensor in parts.SelectMany(part => part))
        {
            tensor.CopyTo(mine.Slice(at, (int)tensor.size));
            at += (int)tensor.size;
        }

        _communicator.AllGather(mine, all.Span, counts);
        return all;
    }

    private static InvalidOperationException WentAnotherWay() =>
        new("The replicas of a step must meet at the same places; one of them went another way.");

    /// <summary>Lets the next replica run until this one's turn comes again.</summary>
    private void PassTurn(int index)
    {
        _turns[(index + 1) % _turns.Length].Release();
        _turns[index].Wait();
    }

    /// <summary>The first replica runs on the caller's thread, each other one on its own, from the first step on.</summary>
    private void StartThreads()
    {
        for (var i = 1; i < _replicas.Length && !_started; i++)
        {
            var index = i;
            new Thread(() => Serve(index)) { IsBackground = true, Name = $"Replica {_replicas[i].replica_id_in_sync_group}" }.Start();
        }

        _started = true;
    }

    private void Serve(int index)
    {
        _turns[index].Wait();
        while (!_disposed)
        {
            if (!_finished[index])
            {
                using var device = new DeviceScope(_device);
                using var scope = TensorScope.Begin();
                RunStep(index);
            }

            PassTurn(index);
        }
    }

    private void RunStep(int index)
    {
        ReplicaContext.Current = _replicas[index];
        try
        {
            if (_fault is null)
                _step();
        }
#pragma warning disable CA1031 // Whatever it is, the caller's thread throws it.
        catch (Exception error)
        {
            _fault ??= ExceptionDispatchInfo.Capture(error);
        }
#pragma warning restore CA1031
        finally
        {
            ReplicaContext.Current = null;
            _finished[index] = true;
        }
    }
}
