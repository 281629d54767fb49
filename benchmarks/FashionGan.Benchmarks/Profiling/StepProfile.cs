using FashionGanTf.Benchmarks.Measuring;
using Tensorflow.Devices;
using Tensorflow.Keras.Callbacks;

namespace FashionGanTf.Benchmarks.Profiling;

/// <summary>Where the time of a step goes.</summary>
internal static class StepProfile
{
    /// <summary>The first steps of a training fill the queue of batches made ahead.</summary>
    private const int NotCounted = 2;

    /// <summary>Trains some more steps on a device that listens.</summary>
    /// <param name="bench">Whose steps; it has trained before, so that nothing is compiled or allocated now.</param>
    /// <param name="steps">How many are counted.</param>
    /// <returns>The device calls, the slowest first, and what is left of the step between them.</returns>
    internal static IReadOnlyList<OperationTime> Run(Workbench bench, int steps)
    {
        var device = Device.Current;
        var times = new CallTimes();
        Device.Current = ListeningDeviceType.Of(device, times);
        try
        {
            bench.Train(new StepCounter(steps, times));
        }
        finally
        {
            Device.Current = device;
        }

        var medians = times.Medians().ToList();
        // Medians need not add up: a step that is shorter than its calls leaves nothing between them.
        var calls = medians.Where(call => call.Kind.Pass != CallKind.Data).Sum(call => call.Ms);
        var total = Math.Max(times.StepMs, calls);
        var rows = medians.Select(call => new OperationTime(
            call.Kind.Operation, call.Kind.Pass, call.Kind.Call, call.Kind.Sizes, call.Calls, call.Ms,
            call.Kind.Pass == CallKind.Data ? 0 : call.Ms / total,
            call.Kind.Flop is { } flop && call.Ms > 0 ? flop * call.Calls / call.Ms / 1e6 : null)).OrderByDescending(row =>
                row.Ms).ToList();
        return [.. rows, new OperationTime("between the calls", "", "", "", 1, total - calls, (total - calls) / total, null)];
    }

    private sealed class StepCounter(int steps, CallTimes times) : Callback
    {
        private int _done;

        public override void on_train_batch_end(long end_step, Dictionary<string, float> logs)
        {
            _done++;
            times.EndStep(counts: _done > NotCounted);
            model.Stop_training = _done == NotCounted + steps;
        }
    }
}
