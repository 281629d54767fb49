// The DCGAN's training step, and sampling, in TorchSharp 0.107.0 on LibTorch 2.10: what a C# programmer would take instead.
//
//     DcganStep [--batch 128] [--threads 2] [--steps 15] [--sample 0]
//
// Prints JSON, as the peers beside it do with --json. Its native part needs libstdc++ of GCC 13 or later (Debian 13, Ubuntu 24.04).
using System.Diagnostics;
using System.Globalization;
using System.Text.Json;
using TorchSharp;
using static TorchSharp.torch;

int batch = Option("--batch", 128), threads = Option("--threads", 2), steps = Option("--steps", 15), sample = Option("--sample", 0);
set_num_threads(threads);

var generator = nn.Sequential(
    ("dense", nn.Linear(100, 7 * 7 * 256, hasBias: false)),
    ("norm0", nn.BatchNorm1d(7 * 7 * 256)),
    ("relu0", nn.LeakyReLU(0.3)),
    ("maps", nn.Unflatten(1, [256, 7, 7])),
    ("conv1", nn.ConvTranspose2d(256, 128, 5, stride: 1, padding: 2, bias: false)),
    ("norm1", nn.BatchNorm2d(128)),
    ("relu1", nn.LeakyReLU(0.3)),
    ("conv2", nn.ConvTranspose2d(128, 64, 5, stride: 2, padding: 2, output_padding: 1, bias: false)),
    ("norm2", nn.BatchNorm2d(64)),
    ("relu2", nn.LeakyReLU(0.3)),
    ("conv3", nn.ConvTranspose2d(64, 1, 5, stride: 2, padding: 2, output_padding: 1, bias: false)),
    ("tanh", nn.Tanh()));
var discriminator = nn.Sequential(
    ("conv1", nn.Conv2d(1, 64, 5, stride: 2, padding: 2)),
    ("relu1", nn.LeakyReLU(0.3)),
    ("drop1", nn.Dropout(0.3)),
    ("conv2", nn.Conv2d(64, 128, 5, stride: 2, padding: 2)),
    ("relu2", nn.LeakyReLU(0.3)),
    ("drop2", nn.Dropout(0.3)),
    ("flat", nn.Flatten()),
    ("dense", nn.Linear(7 * 7 * 128, 1)));
var images = rand(batch, 1, 28, 28) * 2 - 1;
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
