using System.Diagnostics;
using FashionGanTf.Benchmarks.Measuring;

namespace FashionGanTf.Benchmarks.Profiling;

/// <summary>Collects the times of device calls, step by step. One thread's calls do not nest.</summary>
internal sealed class CallTimes
{
    private readonly int _thread = Environment.CurrentManagedThreadId;
    private readonly Lock _lock = new();
    private readonly List<double> _totals = [];
    private readonly List<Dictionary<CallKind, (int Calls, double Ms)>> _steps = [];
    private Dictionary<CallKind, (int Calls, double Ms)> _step = [];
    private double _listening;
    private long _stepStart = Stopwatch.GetTimestamp();

    [ThreadStatic]
    private static (CallKind Kind, long Start) t_current;

    /// <summary>Milliseconds of a step, without what listening takes; the median.</summary>
    internal double StepMs => Median.Of(_totals);

    /// <summary>A call begins. What finds out what kind it is, is not part of its time.</summary>
    internal void Begin(string call, object?[] arguments)
    {
        var start = Stopwatch.GetTimestamp();
        var ofStep = Environment.CurrentManagedThreadId == _thread;
        var kind = CallKind.Of(call, arguments, ofStep);
        var end = Stopwatch.GetTimestamp();
        if (ofStep)
            _listening += Stopwatch.GetElapsedTime(start, end).TotalMilliseconds;
        t_current = (kind, Stopwatch.GetTimestamp());
    }

    /// <summary>The call that this thread began has ended.</summary>
    internal void End()
    {
        var ms = Stopwatch.GetElapsedTime(t_current.Start).TotalMilliseconds;
        lock (_lock)
        {
            var before = _step.GetValueOrDefault(t_current.Kind);
            _step[t_current.Kind] = (before.Calls + 1, before.Ms + ms);
        }
    }

    /// <summary>A step has ended, on the thread that made this.</summary>
    /// <param name="counts">Whether it is part of the result.</param>
    internal void EndStep(bool counts)
    {
        lock (_lock)
        {
            if (counts)
            {
                _totals.Add(Stopwatch.GetElapsedTime(_stepStart).TotalMilliseconds - _listening);
                _steps.Add(_step);
            }

            _step = [];
        }

        _listening = 0;
        _stepStart = Stopwatch.GetTimestamp();
    }

    /// <summary>Each kind's calls in a step, and the median of its milliseconds.</summary>
    internal IEnumerable<(CallKind Kind, double Calls, double Ms)> Medians() =>
        from kind in _steps.SelectMany(step => step.Keys).Distinct()
        let times = _steps.ConvertAll(step => step.GetValueOrDefault(kind))
        select (kind, times.Average(time => time.Calls), Median.Of(times.Select(time => time.Ms)));
}
