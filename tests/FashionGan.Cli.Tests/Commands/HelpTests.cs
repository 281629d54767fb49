using FashionGanTf.Cli.Tests.Support;

namespace FashionGanTf.Cli.Tests.Commands;

/// <summary>What <c>--help</c> says.</summary>
[TestClass]
public class HelpTests
{
    [TestMethod]
    [DataRow("", "train generate plot serve evaluate captions train-classifier train-scorer augment study-augmentation")]
    [DataRow("train", "--epochs --batch-size --latent-dim --learning-rate --discriminator-learning-rate --beta1 --label-smoothing " +
        "--label-noise --ema --seed --threads --data --out --limit --dry-run")]
    [DataRow("generate",
        "--model --count --seed --first --picture --from --to --mix --truncation --psi --noise-seed --grid --scale --delay --out --format")]
    [DataRow("plot", "--run")]
    [DataRow("serve", "--port --model --run --host --data --open")]
    [DataRow("captions", "--out --count --seed --hold-out --sheets")]
    [DataRow("evaluate", "--model --images --run --against --count --seed --psi --data --words --threads --out --json")]
    [DataRow("train-classifier", "--out --data --threads")]
    [DataRow("train-scorer", "--out --data --epochs --threads")]
    [DataRow("augment", "--data --model --train --per-class --balance --class --seed --threads --out")]
    [DataRow("study-augmentation", "--data --per-class --seeds --gan-steps --diffaugment --steps --drawn --threads --out")]
    public void HelpNamesEverythingAndGivesExamples(string command, string names)
    {
        var run = ProgramRun.Of([.. command.Split(' ', StringSplitOptions.RemoveEmptyEntries), "--help"]).RequireSuccess();
        foreach (var name in names.Split(' '))
            StringAssert.Contains(run.Output, $"  {name} ");
        StringAssert.Contains(run.Output, "Examples:");
        StringAssert.Contains(run.Output, $"  {ProgramRun.Program} {(command.Length > 0 ? command : "train")} ");
    }

    [TestMethod]
    public void HelpShowsDefaults()
    {
        var help = ProgramRun.Of("train", "--help").Output;
        foreach (var value in new[] { "50", "64", "100", "0.0004", "0", "0.1", "0.999" })
            StringAssert.Contains(help, $"[default: {value}]");
    }

    [TestMethod]
    public void HelpWinsOverErrors() => ProgramRun.Of("generate", "--nonsense", "--help").RequireSuccess();

    [TestMethod]
    public void ExamplesAreRightCommandLines()
    {
        using var interruption = new CancellationTokenSource();
        var root = Cli.CommandLine.Application.Root(interruption.Token);
        string[] examples =
        [
            .. Cli.Commands.TrainCommand.Examples, .. Cli.Commands.GenerateCommand.Examples, .. Cli.Commands.EvaluateCommand.Examples,
            .. Cli.Commands.TrainClassifierCommand.Examples, .. Cli.Commands.PlotCommand.Examples, .. Cli.Commands.ServeCommand.Examples,
            .. Cli.Commands.CaptionsCommand.Examples, .. Cli.Commands.TrainScorerCommand.Examples,
            .. Cli.Commands.AugmentCommand.Examples, .. Cli.Commands.StudyAugmentationCommand.Examples,
        ];
        foreach (var example in examples)
            Assert.IsEmpty(root.Parse(example).Errors, example);
    }
}
