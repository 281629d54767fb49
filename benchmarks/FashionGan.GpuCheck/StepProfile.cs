using System.Diagnostics;
using Tensorflow.Devices.Gpu;

namespace FashionGanTf.GpuCheck;

/// <summary>
/// Where time goes, a step's or a batch's that is drawn: what is sent to the card, how long the computer takes to send it and how long it
/// waits, and then the same with a wait after each piece of work, which shows what each takes on the card. The wait itself is measured and
/// taken off.
/// </summary>
internal sealed class StepProfile : IGpuListener
{
    /// <summary>So many lines are shown.</summary>
    private const int Shown = 40;

    private readonly GpuDevice _device;
    private readonly bool _waits;
    private readonly Dictionary<(GpuWork Work, string Name), (long Count, long Ticks)> _times = [];
    private long _begun;

    private StepProfile(GpuDevice device, bool waits) => (_device, _waits) = (device, waits);

    public void Begin(GpuWork work, string name) => _begun = Stopwatch.GetTimestamp();

    public void End(GpuWork work, string name)
    {
        if (_waits)
            _device.Synchronize();
        var (count, ticks) = _times.GetValueOrDefault((work, name));
        _times[(work, name)] = (count + 1, ticks + Stopwatch.GetTimestamp() - _begun);
    }

    /// <summary>Prints the profile of what is done some times over.</summary>
    internal static void Write(string what, Action action, GpuDevice device, int times)
    {
        var plain = Workload.Median([.. Enumerable.Range(0, times).Select(_ => Workload.Time(action))]);
        var free = Listened(action, device, times, waits: false);
        var counts = Enum.GetValues<GpuWork>().Select(work => $"{free.Count(work) / (double)times:0.#} {work}");
        Console.WriteLine($"{what}: {string.Join(", ", counts)}");
        double Milliseconds(params GpuWork[] works) => works.Sum(free.Ticks) / (double)times / Stopwatch.Frequency * 1000;
        Console.WriteLine(
            $"{plain:0.00} ms: sending kernels {Milliseconds(GpuWork.Kernel):0.00}, products {Milliseconds(GpuWork.Product):0.00}, " +
            $"writes and copies {Milliseconds(GpuWork.Write, GpuWork.Copy, GpuWork.Allocation):0.00}; " +
            $"waiting in reads {Milliseconds(GpuWork.Read):0.00}; the rest is the computer's own");

        var waited = Listened(action, device, times, waits: true);
        var sent = waited._times.Where(entry => entry.Key.Work is not (GpuWork.Write or GpuWork.Allocation)).ToList();
        // What does next to nothing takes as long as sending it and waiting for it.
        var wait = sent.Min(entry => entry.Value.Ticks / (double)entry.Value.Count) / Stopwatch.Frequency * 1e6;
        var lines = sent.Select(entry => (entry.Key.Name, Each: (double)entry.Value.Count / times,
            Micros: (entry.Value.Ticks / (double)Stopwatch.Frequency * 1e6 - entry.Value.Count * wait) / times)).ToList();
        Console.WriteLine(
            $"on the card, without {wait:0.0} us of each for sending and waiting: {lines.Sum(line => line.Micros) / 1000:0.00} ms");
        Console.WriteLine("         us  times  us each");
        foreach (var (name, each, micros) in lines.OrderByDescending(line => line.Micros).Take(Shown))
            Console.WriteLine($"{micros,12:0.0} {each,6:0.#} {micros / each,8:0.0}  {name}");
    }

    private static StepProfile Listened(Action action, GpuDevice device, int times, bool waits)
    {
        var profile = new StepProfile(device, waits);
        device.Listener = profile;
        for (var time = 0; time < times; time++)
            action();
        device.Listener = null;
        return profile;
    }

    private long Count(GpuWork work) => _times.Where(entry => entry.Key.Work == work).Sum(entry => entry.Value.Count);

    private long Ticks(GpuWork work) => _times.Where(entry => entry.Key.Work == work).Sum(entry => entry.Value.Ticks);
}
