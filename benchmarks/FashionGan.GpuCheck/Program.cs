using System.CommandLine;
using System.Diagnostics;
using System.Globalization;
using FashionGanTf.Cli.CommandLine;
using FashionGanTf.GpuCheck;
using FashionGanTf.Training;
using Tensorflow;
using Tensorflow.Devices;
using Tensorflow.Devices.Gpu;

// What a card does with a training, in lines of text: tests/gpu/run.sh calls this on a machine that has one.
CultureInfo.CurrentCulture = CultureInfo.InvariantCulture;
var start = Stopwatch.GetTimestamp();
var work = new Argument<string>("WORK") { Description = "What to do." }.AcceptOnlyFromAmong([.. Checks.All.Keys]);
var count = NumberOption.Of("--count", "How many steps or batches.", 20, 1, 1_000_000);
var batches =
    NumberOption.Many("--batch", "Pictures in a step; may be given again, for one after the other.", 2, TrainingOptions.MostBatchSize);
var noCublas = new Option<bool>("--no-cublas") { Description = "Products by a kernel of our own." };
var simulated = new Option<bool>("--simulated") { Description = "On a card that ILGPU simulates: to try this program without one." };
var dry = new Option<bool>("--dry") { Description = "Leave kernels out: to count what is sent, and to time sending it, without a card." };
// The peers keep no average either.
var usual = new TrainingOptions { Device = "gpu", Ema = 0 };
var training = new TrainingLine();
var root = new RootCommand("Tries a card and measures it. Networks, batch and the rest are train's options; pictures are noise.")
{
    work, count, batches, noCublas, simulated, dry,
};
foreach (var option in training.Options.Where(option => option.Name != "--batch-size"))
    root.Add(option);
root.SetAction(line =>
{
    var options = training.Read(line, usual);
    if (line.GetValue(simulated))
        Device.Current = CudaPlatform.Simulated();
    else
        DeviceOption.Use(options.Device, pays: true, options.Tf32 is true);
    var by = "";
    if (Device.Current is GpuDevice gpu)
    {
        gpu.UsesCublas = !line.GetValue(noCublas);
        gpu.Computes = !line.GetValue(dry);
        by = $"; products by {gpu.MatMulBy}{(gpu.UsesTensorFloat32 ? " in TF32" : "")}";
    }

    Console.WriteLine(
        $"{string.Join(' ', args)}: {Device.Current.Description}{by}; opened in {Stopwatch.GetElapsedTime(start).TotalSeconds:0.0} s");
    var isWell = true;
    foreach (var batch in line.GetValue(batches) is { Length: > 0 } given ? given : [options.BatchSize])
        isWell &= Checks.All[line.GetValue(work)!](options with { BatchSize = batch }, line.GetValue(count));
    return isWell ? ExitCode.Success : ExitCode.Failure;
});
try
{
    var line = UsageError.Parse(root, args);
    UsageError.RequireNone(line);
    return line.Invoke(new InvocationConfiguration { EnableDefaultExceptionHandler = false });
}
catch (UsageException error)
{
    StandardError.Say($"{error.Message} See --help.");
    return ExitCode.Usage;
}
catch (Exception error) when (error is ArgumentException or RuntimeError)
{
    StandardError.Say(error.Message);
    return ExitCode.Failure;
}
