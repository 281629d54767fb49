using System.Diagnostics;
using FashionGanTf.Training;
using Tensorflow.Devices;
using Tensorflow.Devices.Gpu;

namespace FashionGanTf.GpuCheck;

/// <summary>What can be done with a card. Each prints lines and tells whether all is well.</summary>
internal static class Checks
{
    /// <summary>Steps before those that are measured.</summary>
    private const int WarmUp = 5;

    internal static IReadOnlyDictionary<string, Func<TrainingOptions, int, bool>> All { get; } =
        new Dictionary<string, Func<TrainingOptions, int, bool>>
        {
            ["step"] = Step, ["fit"] = Fit, ["draw"] = Draw, ["steps"] = Steps, ["repeat"] = Repeat, ["move"] = Move, ["profile"] = Profile,
            ["profile-draw"] = ProfileDraw,
        };

    private static bool Step(TrainingOptions options, int count)
    {
        var workload = new Workload(options);
        var first = Workload.Time(() => workload.Step());
        var times = workload.StepTimes(count, WarmUp);
        Console.WriteLine(
            $"step of {workload.Batch}: {Workload.Median(times):0.00} ms median, {times.Min():0.00} fastest, of {count}; the first one " +
            $"took {first / 1000:0.0} s");
        return true;
    }

    private static bool Fit(TrainingOptions options, int count)
    {
        var workload = new Workload(options);
        workload.FitTime(WarmUp);
        Console.WriteLine($"fit with batches of {workload.Batch}: {workload.FitTime(count):0.00} ms a step, mean of {count}");
        return true;
    }

    private static bool Draw(TrainingOptions options, int count)
    {
        var workload = new Workload(options);
        workload.DrawTime(2);
        var milliseconds = Workload.Median([.. Enumerable.Range(0, 3).Select(_ => workload.DrawTime(count))]);
        Console.WriteLine(
            $"drawing {workload.Batch} at once: {1000.0 * workload.Batch * count / milliseconds:0} images/s, median of 3 times {count}");
        return true;
    }

    private static bool Steps(TrainingOptions options, int count)
    {
        var workload = new Workload(options);
        long taken = 0;
        for (var step = 1; step <= count; step++)
        {
            var losses = workload.Step();
            if (!float.IsFinite(losses.Discriminator) || !float.IsFinite(losses.Generator))
            {
                Console.WriteLine($"FAILED: the losses of step {step} are {losses}");
                return false;
            }

            if (step == Math.Max(1, count / 10))
                taken = Device.Current.BytesTaken;
            if (step % Math.Max(1, count / 4) == 0 || step == Math.Max(1, count / 10))
                Console.WriteLine(
                    $"step {step}: losses {losses.Discriminator:0.0000} {losses.Generator:0.0000}; {Device.Current.BytesTaken >> 20} MiB " +
                    $"on the device, {Process.GetCurrentProcess().WorkingSet64 >> 20} MiB here");
        }

        var grown = Device.Current.BytesTaken - taken;
        Console.WriteLine(grown == 0 ? "memory is flat" : $"memory grew by {grown} bytes");
        return true;
    }

    private static bool Repeat(TrainingOptions options, int count)
    {
        var (first, second) = (Run(), Run());
        var same = first.AsSpan().SequenceEqual(second);
        Console.WriteLine($"{(same ? "the same bits twice" : "FAILED: other bits")} after {count} steps of {options.BatchSize}");
        return same;

        float[] Run()
        {
            var workload = new Workload(options);
            for (var step = 0; step < count; step++)
                workload.Step();
            return workload.Weights();
        }
    }

    private static bool Move(TrainingOptions options, int count)
    {
        var workload = new Workload(options);
        for (var step = 0; step < count; step++)
            workload.Step();
        var from = Device.Current.Name;
        var difference = workload.DifferenceElsewhere("cpu");
        Console.WriteLine($"weights from {from} draw on the processor the same pictures but for {difference} grey levels at most");
        return true;
    }

    private static bool Profile(TrainingOptions options, int count)
    {
        var workload = new Workload(options);
        return Profile($"a step of {workload.Batch}", () => workload.Step(), count);
    }

    private static bool ProfileDraw(TrainingOptions options, int count)
    {
        var workload = new Workload(options);
        return Profile($"drawing {workload.Batch} at once", () => workload.DrawTime(1), count);
    }

    private static bool Profile(string what, Action action, int count)
    {
        if (Device.Current is not GpuDevice device)
        {
            Console.WriteLine("FAILED: a profile is that of a card");
            return false;
        }

        for (var time = 0; time < WarmUp; time++)
            action();
        StepProfile.Write(what, action, device, count);
        return true;
    }
}
