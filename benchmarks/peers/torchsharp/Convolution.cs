using TorchSharp;
using static TorchSharp.torch;

/// <summary>The three passes of a convolution that keeps a picture's size (stride 1) or halves it (2), with as many channels out as
/// in.</summary>
internal static class Convolution
{
    /// <summary>A measurement repeats a pass for at least so long.</summary>
    private const double Milliseconds = 30;

    /// <summary>Milliseconds of the fastest run of each pass. Channels lie one after the other in memory, or beside each other at each
    /// pixel (<paramref name="channelsLast"/>, which LibTorch tells by the strides).</summary>
    public static Dictionary<string, double> Measure(
        int batch, int size, int channels, int kernel, int stride, bool channelsLast, Func<Action, int, double[]> times)
    {
        Tensor Numbers(int count, int height, int width) => channelsLast
            ? rand(count, height, width, channels).mul_(2).sub_(1).permute(0, 3, 1, 2)
            : rand(count, channels, height, width).mul_(2).sub_(1);

        Tensor Forward(Tensor x, Tensor w) => nn.functional.conv2d(x, w, strides: [stride, stride], padding: [kernel / 2, kernel / 2]);

        using var scope = NewDisposeScope();
        Tensor pictures = Numbers(batch, size, size), weights = Numbers(channels, kernel, kernel);
        double Fastest(Action pass)
        {
            void Run()
            {
                using var inner = NewDisposeScope();
                pass();
            }

            Run();
            double elapsed = 0, fastest = double.MaxValue;
            while (elapsed < Milliseconds)
            {
                var time = times(Run, 1)[0];
                elapsed += time;
                fastest = Math.Min(fastest, time);
            }

            return fastest;
        }

        double Gradient(Tensor of)
        {
            of.requires_grad = true;
            using var y = Forward(pictures, weights);
            using var dy = rand_like(y);
            var fastest = Fastest(() => autograd.grad([y], [of], [dy], retain_graph: true));
            of.requires_grad = false;
            return fastest;
        }

        return new()
        {
            ["forward"] = Fastest(() => Forward(pictures, weights)),
            ["input gradient"] = Gradient(pictures),
            ["kernel gradient"] = Gradient(weights),
        };
    }
}
