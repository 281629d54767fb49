using System.Diagnostics;
using FashionGanTf.Training;
using Tensorflow;
using Tensorflow.Devices;
using Tensorflow.Devices.Cpu;
using static Tensorflow.Binding;

namespace FashionGanTf.Benchmarks.Measuring;

/// <summary>Measures the three passes of convolutions of all sizes and channels: the chosen kernel, the direct one and ONNX Runtime in
/// turns, so that whatever else the machine does strikes all of them.</summary>
internal static class ConvolutionBenchmark
{
    /// <summary>A measurement repeats a pass for at least so long.</summary>
    private const double Milliseconds = 30;

    internal static ConvolutionReport Run(int[] sizes, int[] channels, int kernel, int stride, int batch, int threads, int rounds)
    {
        tf.config.threading.set_intra_op_parallelism_threads(threads);
        var instructions = "";
        var passes = new List<ConvolutionPass>();
        foreach (var size in sizes)
            foreach (var count in channels)
            {
                var shape = ConvolutionShape.Of(
                    "benchmark", new Shape(batch, size, size, count), new Shape(kernel, kernel, count, count), (stride, stride), "same",
                    (1, 1));
                var peak = new FmaPeak();
                instructions = peak.Instructions;
                passes.AddRange(Measure(shape, threads, rounds, peak));
            }

        return new ConvolutionReport
        {
            Processor = Machine.This.Processor, Instructions = instructions, Threads = threads, Rounds = rounds, Passes = passes,
        };
    }

    private static IEnumerable<ConvolutionPass> Measure(ConvolutionShape s, int threads, int rounds, FmaPeak peak)
    {
        var device = Device.Current;
        Storage x = Numbers(s.Input.size, 1), kernel = Numbers(s.Kernel.size, 2), dy = Numbers(s.Output.size, 3);
        Storage y = device.Rent(s.Output.size * sizeof(float)), dx = device.Rent(s.Input.size * sizeof(float)),
            dkernel = device.Rent(s.Kernel.size * sizeof(float));
        using var peer = new OnnxConvolution(s, threads);
        var error = new ConvolutionError(s, x, kernel, dy);
        // Weights change between steps, not between the passes that read them: what a kernel keeps of them stays kept here.
        yield return Pass("forward", () => device.Conv2D(x, kernel, y, s), peer.Run, () => error.OfForward(y));
        yield return Pass("input gradient", () => device.Conv2DBackpropInput(kernel, dy, dx, s), null, () => error.OfInputGradient(dx));
        yield return Pass(
            "kernel gradient", () => device.Conv2DBackpropFilter(x, dy, dkernel, s), null, () => error.OfKernelGradient(dkernel));
        foreach (var block in new[] { x, kernel, dy, y, dx, dkernel })
            block.Release();

        ConvolutionPass Pass(string name, Action pass, Action? other, Func<double> errorOf)
        {
            // What is kept of the pictures is of one step only.
            void Fresh()
            {
                pass();
                x.DropForms();
                dy.DropForms();
            }

            double best = double.MaxValue, direct = double.MaxValue, peers = double.MaxValue;
            for (var round = 0; round < rounds; round++)
            {
                peak.Probe();
                best = Math.Min(best, Time(Fresh, threads));
                Directly(() => direct = Math.Min(direct, Time(pass, threads)));
                if (other is not null)
                    peers = Math.Min(peers, Time(other, threads));
            }

            var errorOfDirect = 0.0;
            Directly(() =>
            {
                pass();
                errorOfDirect = errorOf();
            });
            Fresh();
            var sizes = $"{s.N} x {s.H} x {s.W} x {s.InputChannels}, {s.KernelH} x {s.KernelW} / {s.StrideH}, {s.OutputChannels}";
            return new ConvolutionPass(
                sizes, name, ((CpuDevice)Device.Processor).ConvolutionKernelOf(s), best, 2e-6 * s.RealProducts / best, peak.Highest, direct,
                other is null ? null : peers, errorOf(), errorOfDirect);
        }
    }

    private static Storage Numbers(long count, ulong seed)
    {
        var block = Device.Current.Rent(count * sizeof(float));
        Device.Current.RandomUniform(seed, 0, block, count, -1, 1);
        return block;
    }

    private static void Directly(Action run)
    {
        CpuDevice.UsesTransforms = false;
        run();
        CpuDevice.UsesTransforms = true;
    }

    /// <summary>Milliseconds of the fastest of as many runs as fit into a measurement. On one thread they are the processor's: while
    /// other programs have it, none pass.</summary>
    private static double Time(Action run, int threads)
    {
        run();
        double elapsed = 0, fastest = double.MaxValue;
        while (elapsed < Milliseconds)
        {
            var start = Now();
            run();
            var time = (Now() - start).TotalMilliseconds;
            elapsed += time;
            fastest = Math.Min(fastest, time);
        }

        return fastest;

        TimeSpan Now() => threads == 1 ? Environment.CpuUsage.TotalTime : Stopwatch.GetElapsedTime(0);
    }
}
