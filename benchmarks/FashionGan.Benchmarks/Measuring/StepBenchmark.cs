using FashionGanTf.Benchmarks.Profiling;
using FashionGanTf.Networks;
using FashionGanTf.Training;

namespace FashionGanTf.Benchmarks.Measuring;

/// <summary>Measures a training step.</summary>
internal static class StepBenchmark
{
    /// <summary>First the time of whole steps, then, in a round of its own that does not disturb it,
    /// the time of their operations.</summary>
    /// <exception cref="IOException">The data cannot be found or read.</exception>
    /// <exception cref="ArgumentException">The data has fewer pictures than a batch.</exception>
    internal static StepReport Run(StepSettings settings)
    {
        var bench = new Workbench(settings);
        var peak = new FmaPeak();
        var timer = new StepTimer(settings.WarmUp, settings.Steps, peak);
        bench.Train(timer);
        // Before the profile's round: the memory of a training is what is asked for.
        var resident = ProcessMemory.Peak;
        return new StepReport
        {
            FmaPeakGflops = peak.Gflops,
            UsefulGflop = bench.UsefulGflop,
            MsPerStep = Median.Of(timer.Milliseconds),
            MsFastest = timer.Milliseconds.Min(),
            AllocatedBytesPerStep = timer.AllocatedBytesPerStep,
            PeakResidentBytes = resident,
            FmaPeakLowest = peak.Lowest,
            FmaPeakHighest = peak.Highest,
            Instructions = peak.Instructions,
            Processor = Machine.This.Processor,
            Batch = settings.Batch,
            Threads = settings.Threads,
            Network = settings.Game?.Network ?? GanNetworks.Dcgan,
            Conditional = settings.Conditional,
            Width = settings.Width,
            Picture = settings.Picture.ToString(),
            Direct = settings.Direct,
            Steps = settings.Steps,
            Operations = settings.Profiled == 0 ? [] : StepProfile.Run(bench, settings.Profiled),
        };
    }
}
