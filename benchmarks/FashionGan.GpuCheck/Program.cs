using System.Diagnostics;
using System.Globalization;
using FashionGanTf.GpuCheck;
using Tensorflow.Devices;
using Tensorflow.Devices.Gpu;

// What a card does with the DCGAN, in lines of text: tests/gpu/run.sh calls this on a machine that has one.
//   FashionGan.GpuCheck cpu|gpu step|draw|steps|repeat|fit|move BATCH COUNT [tf32] [no-cublas]
CultureInfo.CurrentCulture = CultureInfo.InvariantCulture;
if (args is not [var name, var what, var batchText, var countText, .. var settings])
{
    Console.Error.WriteLine("FashionGan.GpuCheck cpu|gpu step|draw|steps|repeat|fit|move BATCH COUNT [tf32] [no-cublas]");
    return 2;
}

var start = Stopwatch.GetTimestamp();
Device.Current = DeviceName.Open(name);
var by = "";
if (Device.Current is GpuDevice gpu)
{
    gpu.UsesTensorFloat32 = settings.Contains("tf32");
    gpu.UsesCublas = !settings.Contains("no-cublas");
    by = $"; products by {gpu.MatMulBy}{(gpu.UsesTensorFloat32 ? " in TF32" : "")}";
}

Console.WriteLine($"{Device.Current.Name}, {Device.Current.Description}{by}; opened in {Seconds():0.0} s");
var (batch, count) = (int.Parse(batchText), int.Parse(countText));
switch (what)
{
    case "step":
    {
        var workload = new Workload(batch);
        workload.Step();
        Console.WriteLine($"first step after {Seconds():0.0} s");
        var times = workload.StepTimes(count, before: 5);
        Console.WriteLine($"step of {batch}: {Workload.Median(times):0.00} ms median, {times.Min():0.00} fastest, of {count}");
        break;
    }

    case "fit":
    {
        var workload = new Workload(batch);
        workload.FitTime(10);
        Console.WriteLine($"fit with batches of {batch}: {workload.FitTime(count):0.00} ms a step, mean of {count}");
        break;
    }

    case "move":
    {
        var workload = new Workload(batch);
        for (var step = 0; step < count; step++)
            workload.Step();
        var (from, to) = (Device.Current.Name, name == "cpu" ? "gpu" : "cpu");
        Console.WriteLine(
            $"weights from {from} draw on {to} the same pictures but for {workload.DifferenceElsewhere(to)} grey levels at most");
        break;
    }

    case "draw":
    {
        var workload = new Workload(batch);
        workload.DrawTime(2);
        var milliseconds = Workload.Median([.. Enumerable.Range(0, 3).Select(_ => workload.DrawTime(count))]);
        Console.WriteLine(
            $"drawing {batch} at once: {1000.0 * batch * count / milliseconds:0} images/s, median of 3 times {count} batches");
        break;
    }

    case "steps":
    {
        var workload = new Workload(batch);
        long taken = 0;
        for (var step = 1; step <= count; step++)
        {
            var losses = workload.Step();
            if (!float.IsFinite(losses.Discriminator) || !float.IsFinite(losses.Generator))
                throw new InvalidOperationException($"The losses of step {step} are {losses}.");
            if (step == count / 10)
                taken = Device.Current.BytesTaken;
            if (step % Math.Max(1, count / 4) == 0 || step == count / 10)
                Console.WriteLine(
                    $"step {step}: losses {losses.Discriminator:0.0000} {losses.Generator:0.0000}; {Device.Current.BytesTaken >> 20} MiB " +
                    $"on the device, {Process.GetCurrentProcess().WorkingSet64 >> 20} MiB here");
        }

        Console.WriteLine(Device.Current.BytesTaken == taken
            ? "memory is flat" : $"MEMORY GREW by {Device.Current.BytesTaken - taken} bytes");
        break;
    }

    default:
    {
        var runs = new float[2][];
        for (var run = 0; run < 2; run++)
        {
            var workload = new Workload(batch);
            for (var step = 0; step < count; step++)
                workload.Step();
            runs[run] = workload.Weights();
        }

        Console.WriteLine(runs[0].AsSpan().SequenceEqual(runs[1])
            ? $"the same bits twice after {count} steps of {batch}" : $"OTHER BITS after {count} steps of {batch}");
        break;
    }
}

return 0;

double Seconds() => Stopwatch.GetElapsedTime(start).TotalSeconds;
