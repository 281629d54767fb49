using System.Diagnostics;
using System.Globalization;
using Tensorflow.Keras.Callbacks;

namespace FashionGanTf.Benchmarks.Measuring;

/// <summary>Measures what a long training does to memory.</summary>
internal static class MemoryBenchmark
{
    /// <summary>Steps after which a training has all it needs: buffers in all sizes, compiled code.</summary>
    private const int WarmUp = 100;

    /// <summary>Trains for so many steps after the warm-up.</summary>
    /// <param name="settings">Which step, and how many.</param>
    /// <param name="progress">Is told a line now and then.</param>
    internal static MemoryReport Run(StepSettings settings, Action<string> progress)
    {
        var bench = new Workbench(settings);
        var start = ProcessMemory.Resident;
        var watch = new Watch(settings.Steps, progress);
        bench.Train(watch);
        return new MemoryReport
        {
            Batch = settings.Batch,
            Threads = settings.Threads,
            Steps = settings.Steps,
            ResidentBytesAtStart = start,
            ResidentBytesWarm = watch.Warm.Resident,
            ResidentBytesAtEnd = watch.Last.Resident,
            ResidentBytesAtMost = watch.AtMost,
            PeakResidentBytes = ProcessMemory.Peak,
            AllocatedBytesPerStep = (double)(watch.Last.Allocated - watch.Warm.Allocated) / settings.Steps,
            Gen0Collections = watch.Last.Gen0 - watch.Warm.Gen0,
            Gen1Collections = watch.Last.Gen1 - watch.Warm.Gen1,
            Gen2Collections = watch.Last.Gen2 - watch.Warm.Gen2,
            Gen2CollectionsBefore = watch.Warm.Gen2,
            Seconds = watch.Seconds,
        };
    }

    private readonly record struct Moment(long Resident, long Allocated, int Gen0, int Gen1, int Gen2)
    {
        // Each generation's count holds those of the older ones.
        internal static Moment Now => new(
            ProcessMemory.Resident, GC.GetTotalAllocatedBytes(precise: true),
            GC.CollectionCount(0) - GC.CollectionCount(1), GC.CollectionCount(1) - GC.CollectionCount(2), GC.CollectionCount(2));
    }

    private sealed class Watch(int steps, Action<string> progress) : Callback
    {
        private static readonly TimeSpan s_patience = TimeSpan.FromSeconds(10);

        private readonly Stopwatch _clock = new();
        private TimeSpan _told;
        private int _done;

        internal Moment Warm { get; private set; }

        internal Moment Last { get; private set; }

        /// <summary>The most that was seen after the warm-up, looking now and then.</summary>
        internal long AtMost { get; private set; }

        internal double Seconds => _clock.Elapsed.TotalSeconds;

        public override void on_train_batch_end(long end_step, Dictionary<string, float> logs)
        {
            _done++;
            if (_done == WarmUp)
            {
                Warm = Moment.Now;
                _clock.Start();
            }

            if (_done >= WarmUp && _done % 100 == 0)
                AtMost = Math.Max(AtMost, ProcessMemory.Resident);
            if (_done == WarmUp + steps)
            {
                Last = Moment.Now;
                AtMost = Math.Max(AtMost, Last.Resident);
                _clock.Stop();
                model.Stop_training = true;
            }
            else if (_done > WarmUp && _clock.Elapsed - _told > s_patience)
            {
                _told = _clock.Elapsed;
                var left = TimeSpan.FromSeconds(Seconds / (_done - WarmUp) * (WarmUp + steps - _done));
                progress(string.Create(CultureInfo.InvariantCulture, $"step {_done - WarmUp} of {steps}, resident " +
                    $"{ProcessMemory.Resident / 1048576.0:0.0} MiB, about {left:hh\\:mm\\:ss} left"));
            }
        }
    }
}
