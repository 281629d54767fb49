// A GAN's training step, and sampling, in TorchSharp 0.107.0 on LibTorch 2.10: what a C# programmer would take instead.
//
//     GanStep [--network dcgan|residual|stylegan] [--batch 128] [--threads 2] [--steps 15] [--sample 0] [--size 28] [--channels 1]
//     GanStep --kernel 3 [--stride 1] [--channels-last] [--batch 128] [--threads 2] [--size 28] [--channels 1]
//
// The networks are FashionGan's for the size and the channels (1 gray, 3 colour). With --kernel it measures a single convolution instead.
// Prints JSON, as the peers beside it do with --json. Its native part needs libstdc++ of GCC 13 or later (Debian 13, Ubuntu 24.04).
using System.Diagnostics;
using System.Globalization;
using System.Text.Json;
using TorchSharp;
using static TorchSharp.torch;

int batch = Number("--batch", 128), threads = Number("--threads", 2), steps = Number("--steps", 15), sample = Number("--sample", 0);
int size = Number("--size", 28), channels = Number("--channels", 1);
var network = Option("--network") ?? "dcgan";
set_num_threads(threads);
if (Number("--kernel", 0) is > 0 and var kernel)
{
    var passes = Convolution.Measure(batch, size, channels, kernel, Number("--stride", 1), args.Contains("--channels-last"), Times);
    Console.WriteLine(JsonSerializer.Serialize(passes));
    return;
}

var gan = Gan.Named(network, size, channels);
var (generator, discriminator) = (gan.Generator, gan.Discriminator);
var images = rand(batch, channels, size, size) * 2 - 1;
var (generatorAdam, discriminatorAdam) = (gan.Adam(generator), gan.Adam(discriminator));

var result = new Dictionary<string, object>
{
    ["peer"] = "TorchSharp 0.107.0", ["network"] = $"{network} {size} x {size} x {channels}", ["threads"] = threads, ["batch"] = batch,
};
if (sample > 0)
{
    generator.eval();
    Sample();
    // Whole batches are drawn.
    result["images_per_second"] = Math.Round((sample + batch - 1) / batch * batch / Times(Sample, 3)[1] * 1000, 1);
}
else
{
    generator.train();
    for (var i = 0; i < 3; i++)
        Step();
    var times = Times(Step, steps);
    result["ms_per_step"] = Math.Round((times[(steps - 1) / 2] + times[steps / 2]) / 2, 2);
    result["ms_fastest"] = Math.Round(times[0], 2);
    result["peak_mib"] = Process.GetCurrentProcess().PeakWorkingSet64 >> 20;
}
Console.WriteLine(JsonSerializer.Serialize(result));

string? Option(string name)
{
    var at = Array.IndexOf(args, name);
    return at < 0 ? null : args[at + 1];
}

int Number(string name, int otherwise) =>
    Option(name) is { } text ? int.Parse(text, CultureInfo.InvariantCulture) : otherwise;

void Step()
{
    using var scope = NewDisposeScope();
    Tensor fake;
    using (no_grad())
        fake = generator.forward(randn(batch, 100));
    discriminatorAdam.zero_grad();
    var discriminatorLoss = gan.DiscriminatorLoss(images, fake);
    discriminatorLoss.backward();
    discriminatorAdam.step();

    generatorAdam.zero_grad();
    Learns(discriminator, false);
    var generatorLoss = gan.GeneratorLoss(images, generator.forward(randn(batch, 100)));
    generatorLoss.backward();
    Learns(discriminator, true);
    generatorAdam.step();
    _ = discriminatorLoss.item<float>() + generatorLoss.item<float>();
}

static void Learns(nn.Module network, bool learns)
{
    foreach (var parameter in network.parameters())
        parameter.requires_grad = learns;
}

void Sample()
{
    using var inference = no_grad();
    for (var i = 0; i < sample; i += batch)
    {
        using var scope = NewDisposeScope();
        generator.forward(randn(batch, 100));
    }
}

// Milliseconds of each run, the fastest first.
static double[] Times(Action work, int runs)
{
    var times = new double[runs];
    for (var i = 0; i < runs; i++)
    {
        var watch = Stopwatch.StartNew();
        work();
        times[i] = watch.Elapsed.TotalMilliseconds;
    }
    Array.Sort(times);
    return times;
}
