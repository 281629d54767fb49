// The DCGAN's training step, and sampling, in TorchSharp 0.107.0 on LibTorch 2.10: what a C# programmer would take instead.
//
//     DcganStep [--batch 128] [--threads 2] [--steps 15] [--sample 0] [--size 28] [--channels 1]
//
// The networks are those of DcganShape.Of for the size and the channels (1 gray, 3 colour). Prints JSON, as the peers beside it do with
// --json. Its native part needs libstdc++ of GCC 13 or later (Debian 13, Ubuntu 24.04).
using System.Diagnostics;
using System.Globalization;
using System.Text.Json;
using TorchSharp;
using static TorchSharp.torch;

int batch = Option("--batch", 128), threads = Option("--threads", 2), steps = Option("--steps", 15), sample = Option("--sample", 0);
int size = Option("--size", 28), channels = Option("--channels", 1);
set_num_threads(threads);

// Maps double from 4 or 7 pixels a side; their channels halve, from 512 at most to 64.
int side = size % 7 == 0 ? 7 : 4, doublings = int.Log2(size / side);
var filters = Enumerable.Range(0, doublings + 1).Select(i => Math.Min(512, 64 << (doublings - i))).ToArray();

List<(string, nn.Module<Tensor, Tensor>)> layers =
[
    ("dense", nn.Linear(100, side * side * filters[0], hasBias: false)),
    ("norm0", nn.BatchNorm1d(side * side * filters[0])),
    ("relu0", nn.LeakyReLU(0.3)),
    ("maps", nn.Unflatten(1, [filters[0], side, side])),
];
for (var i = 1; i <= doublings; i++)
    layers.AddRange(
        ($"conv{i}", i == 1 ? nn.ConvTranspose2d(filters[0], filters[1], 5, stride: 1, padding: 2, bias: false)
            : nn.ConvTranspose2d(filters[i - 1], filters[i], 5, stride: 2, padding: 2, output_padding: 1, bias: false)),
        ($"norm{i}", nn.BatchNorm2d(filters[i])),
        ($"relu{i}", nn.LeakyReLU(0.3)));
layers.AddRange(
    ("picture", nn.ConvTranspose2d(filters[^1], channels, 5, stride: 2, padding: 2, output_padding: 1, bias: false)),
    ("tanh", nn.Tanh()));
var generator = nn.Sequential(layers);
layers = [];
for (var i = 0; i < doublings; i++)
    layers.AddRange(
        ($"conv{i}", nn.Conv2d(i == 0 ? channels : filters[^i], filters[^(i + 1)], 5, stride: 2, padding: 2)),
        ($"relu{i}", nn.LeakyReLU(0.3)),
        ($"drop{i}", nn.Dropout(0.3)));
layers.AddRange(("flat", nn.Flatten()), ("dense", nn.Linear(side * side * filters[1], 1)));
var discriminator = nn.Sequential(layers);
var images = rand(batch, channels, size, size) * 2 - 1;
var loss = nn.BCEWithLogitsLoss();
var generatorAdam = optim.Adam(generator.parameters(), 2e-4, 0.5, 0.999, eps: 1e-7);
var discriminatorAdam = optim.Adam(discriminator.parameters(), 2e-4, 0.5, 0.999, eps: 1e-7);

var result = new Dictionary<string, object> { ["peer"] = "TorchSharp 0.107.0", ["threads"] = threads, ["batch"] = batch };
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

int Option(string name, int otherwise)
{
    var at = Array.IndexOf(args, name);
    return at < 0 ? otherwise : int.Parse(args[at + 1], CultureInfo.InvariantCulture);
}

void Step()
{
    using var scope = NewDisposeScope();
    Tensor fake;
    using (no_grad())
        fake = generator.forward(randn(batch, 100));
    discriminatorAdam.zero_grad();
    var (real, drawn) = (discriminator.forward(images), discriminator.forward(fake));
    var discriminatorLoss = loss.forward(real, ones_like(real)) + loss.forward(drawn, zeros_like(drawn));
    discriminatorLoss.backward();
    discriminatorAdam.step();

    generatorAdam.zero_grad();
    Learns(discriminator, false);
    drawn = discriminator.forward(generator.forward(randn(batch, 100)));
    var generatorLoss = loss.forward(drawn, ones_like(drawn));
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
