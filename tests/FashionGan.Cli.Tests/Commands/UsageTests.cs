using FashionGanTf.Cli.Tests.Support;

namespace FashionGanTf.Cli.Tests.Commands;

/// <summary>Wrong usage: exit code 2, one line, nothing written.</summary>
[TestClass]
public class UsageTests
{
    [TestMethod]
    [DataRow("", "Required command")]
    [DataRow("draw", "draw")]
    [DataRow("train --colour", "--colour")]
    [DataRow("train now", "now")]
    [DataRow("train --epochs", "--epochs")]
    [DataRow("train --epochs 0", "--epochs needs a whole number from 1")]
    [DataRow("train --epochs 1.5", "--epochs needs a whole number from 1")]
    [DataRow("train --batch-size 0", "--batch-size needs")]
    [DataRow("train --batch-size many", "not 'many'")]
    [DataRow("train --latent-dim -1", "--latent-dim needs")]
    [DataRow("train --learning-rate -1e-4", "--learning-rate needs a number from 0 to 1, not '-1e-4'")]
    [DataRow("train --learning-rate NaN", "--learning-rate needs")]
    [DataRow("train --beta1 1", "--beta1 needs")]
    [DataRow("train --label-smoothing 2", "--label-smoothing needs")]
    [DataRow("train --label-noise -0.1", "--label-noise needs")]
    [DataRow("train --label-smoothing 0.5 --label-noise 0.5", "together must stay below 1")]
    [DataRow("train --seed -3", "--seed needs")]
    [DataRow("train --threads 0", "--threads needs")]
    [DataRow("train --limit 0", "--limit needs")]
    [DataRow("train --epochs 1 --epochs 2", "--epochs")]
    [DataRow("generate --out OUT", "--model")]
    [DataRow("generate --model m", "--out")]
    [DataRow("generate --model m --out OUT --count 0", "--count needs")]
    [DataRow("generate --model m --out OUT --grid 8", "--grid needs columns and rows from 1 to 1000 as in 8x4, not '8'")]
    [DataRow("generate --model m --out OUT --grid 0x4", "not '0x4'")]
    [DataRow("generate --model m --out OUT --grid 2x3x4", "not '2x3x4'")]
    [DataRow("generate --model m --out OUT --grid 2x2 --count 5", "4 places")]
    [DataRow("generate --model m --out OUT --grid 2x2 --format png", "--format grid only")]
    [DataRow("generate --model m --out OUT --format jpeg", "jpeg")]
    [DataRow("evaluate", "give --model, --images or --run")]
    [DataRow("evaluate --model m --images OUT", "give one of them")]
    [DataRow("evaluate --images OUT --count 1", "--count needs a whole number from 2")]
    [DataRow("evaluate --images OUT --seed x", "--seed needs")]
    [DataRow("train-classifier", "--out")]
    [DataRow("train-classifier --out OUT --threads 0", "--threads needs")]
    public void IsExplainedInOneLine(string line, string complaint)
    {
        var output = Workplace.Folder("usage");
        var run = ProgramRun.Of(line.Replace("OUT", output, StringComparison.Ordinal).Split(' ', StringSplitOptions.RemoveEmptyEntries));
        run.RequireFailure(2, complaint);
        StringAssert.Contains(run.Error, "--help");
        Assert.AreEqual("", run.Output);
        Assert.IsFalse(Path.Exists(output));
    }
}
