using System.Diagnostics;
using FashionGanTf.Cli.Tests.Support;
using FashionGanTf.Imaging;
using Tensorflow.Serialization;

namespace FashionGanTf.Cli.Tests.Commands;

/// <summary>Ctrl-C while training.</summary>
[TestClass]
[OSCondition(ConditionMode.Exclude, OperatingSystems.Windows)]
public class InterruptionTests
{
    [TestMethod]
    public void CtrlCEndsTheProgramAndLeavesWholeFiles()
    {
        var output = Workplace.Folder("interrupted");
        using var process = ProgramRun.Start("train", "--data", Workplace.Data, "--out", output, "--epochs", "100000", "--batch-size", "8", "--latent-dim", "4");
        var error = process.StandardError.ReadToEndAsync();
        var first = process.StandardOutput.ReadLine();
        StringAssert.StartsWith(first, "epoch 1/", "no epoch came to its end");
        var rest = process.StandardOutput.ReadToEndAsync();

        Process.Start("kill", ["-INT", $"{process.Id}"])!.WaitForExit();

        ProgramRun.End(process, () => rest.Result, () => error.Result).RequireFailure(130, "interrupted");
        Workplace.RequireNothingHalfWritten(output);
        Assert.IsGreaterThan(28, PngReader.Read(Path.Combine(output, "samples", "epoch_000001.png")).Width);
        Assert.IsTrue(SafeTensors.load(Path.Combine(output, "run", "generator.safetensors")).contains("dense/kernel"));
    }
}
