using System.Diagnostics;
using FashionGanTf.Distributed;
using FashionGanTf.Training;
using Tensorflow.Keras.Callbacks;

namespace FashionGanTf.Benchmarks.Measuring;

/// <summary>The part of <c>scale-out</c> that runs in each process of a measurement: a training step, alone or shared.</summary>
internal static class ScaleOutStep
{
    private const int WarmUp = 3;

    /// <summary>Calls that the network is measured by, and numbers that a process gives to each other one.</summary>
    private const int Calls = 200, LargeCalls = 20, Exchanged = 1 << 20;

    /// <summary>Trains so many steps and measures them.</summary>
    /// <returns>What this process saw; null in all but rank 0.</returns>
    internal static ScaleOutRun? Run(StepSettings settings, int replicas)
    {
        var launcher = MpiEnvironment.Launcher();
        var mpi = launcher == MpiLauncher.None ? null : MpiCommunicator.Open(launcher);
        var bench = new Workbench(settings with
        {
            Game = new TrainingOptions { Replicas = replicas }, Communicator = mpi,
        });
        var watch = new Watch(mpi, settings.Steps);
        bench.Train(watch);
        var (latency, bandwidth) = mpi is null ? (0, 0) : Network(mpi);
        mpi?.Leave();
        if (mpi?.Rank > 0)
            return null;
        var gradients = bench.Model.Generator.TrainableVariables.Concat(bench.Model.Discriminator.TrainableVariables)
            .Sum(variable => variable.shape.size * sizeof(float));
        return new ScaleOutRun(
            watch.Milliseconds, watch.Spent, watch.Sent / settings.Steps, gradients, latency, bandwidth, mpi?.Library);
    }

    /// <summary>Microseconds of a gathering of one number, and the bytes that a process sends in a second in a large exchange;
    /// medians.</summary>
    private static (double Microseconds, double BytesPerSecond) Network(MpiCommunicator mpi)
    {
        int[] ones = [.. Enumerable.Repeat(1, mpi.Size)];
        int[] many = [.. Enumerable.Range(0, mpi.Size).Select(rank => rank == mpi.Rank ? 0 : Exchanged)];
        var (all, send, receive) = (new float[mpi.Size], new float[many.Sum()], new float[many.Sum()]);
        var small = Times(Calls, () => mpi.AllGather([1], all, ones));
        var large = Times(LargeCalls, () => mpi.AllToAll(send, many, receive, many));
        return (1e6 * small, sizeof(float) * (double)Exchanged * (mpi.Size - 1) / large);
    }

    private static double Times(int count, Action call)
    {
        var seconds = new double[count];
        for (var i = 0; i < count; i++)
        {
            var start = Stopwatch.GetTimestamp();
            call();
            seconds[i] = Stopwatch.GetElapsedTime(start).TotalSeconds;
        }

        return Median.Of(seconds);
    }

    /// <summary>Times steps and what of them passes in MPI.</summary>
    private sealed class Watch(MpiCommunicator? mpi, int steps) : Callback
    {
        private int _done;
        private long _start;
        private TimeSpan _spentBefore;
        private long _sentBefore;

        internal List<double> Milliseconds { get; } = [];

        /// <summary>Milliseconds of a step in calls of MPI, at work or waiting, in the mean.</summary>
        internal double Spent { get; private set; }

        /// <summary>Bytes of all steps that this process gave to others.</summary>
        internal long Sent { get; private set; }

        public override void on_train_batch_end(long end_step, Dictionary<string, float> logs)
        {
            if (++_done > WarmUp)
                Milliseconds.Add(Stopwatch.GetElapsedTime(_start).TotalMilliseconds);
            if (_done == WarmUp && mpi is not null)
                (_spentBefore, _sentBefore) = (mpi.Spent, mpi.BytesSent);
            if (Milliseconds.Count == steps)
            {
                Spent = mpi is null ? 0 : (mpi.Spent - _spentBefore).TotalMilliseconds / steps;
                Sent = mpi is null ? 0 : mpi.BytesSent - _sentBefore;
                model.Stop_training = true;
            }

            _start = Stopwatch.GetTimestamp();
        }
    }
}

/// <summary>What rank 0 saw of one measurement.</summary>
/// <param name="Milliseconds">Of each step.</param>
/// <param name="MsInMpi">Milliseconds of a step in calls of MPI, in the mean.</param>
/// <param name="BytesPerStep">That rank 0 gave to others.</param>
/// <param name="GradientBytes">The size of all gradients of a step.</param>
/// <param name="LatencyMicroseconds">Of a gathering of one number; 0 where there was one process.</param>
/// <param name="BytesPerSecond">That a process sends in a large exchange; 0 where there was one process.</param>
/// <param name="Library">The MPI library; null where there was one process.</param>
internal sealed record ScaleOutRun(
    IReadOnlyList<double> Milliseconds, double MsInMpi, long BytesPerStep, long GradientBytes, double LatencyMicroseconds,
    double BytesPerSecond, string? Library);
