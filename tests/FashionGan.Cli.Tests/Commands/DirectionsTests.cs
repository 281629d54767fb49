using FashionGanTf.Cli.Tests.Support;

namespace FashionGanTf.Cli.Tests.Commands;

/// <summary><c>directions</c>, <c>generate --picture more(...)</c>, and what <c>serve</c> refuses of trainings.</summary>
[TestClass]
public class DirectionsTests
{
    [TestMethod]
    public void TheTableIsMarkdownWithARowForEachDirection()
    {
        var run = ProgramRun.Of("directions", "--model", "dcgan", "--count", "20");
        run.RequireSuccess();
        var lines = run.Output.Split('\n', StringSplitOptions.RemoveEmptyEntries);
        Assert.AreEqual("| class | direction | more | less | most of others | same class |", lines[0]);
        CollectionAssert.AreEqual(
            new[] { "darker, lighter", "wider, narrower", "taller, lower", "patterned, plainer", "higher-heeled, flatter" },
            lines[2..].Select(line => line.Split('|')[2].Trim()).ToArray());
    }

    [TestMethod]
    public void WhatCannotBeIsOneLine()
    {
        var picture = Workplace.Folder("more.png");
        ProgramRun.Of("generate", "--model", "conditional", "--picture", "more(7.3@bag,longer-sleeved*1)", "--out", picture)
            .RequireFailure(2, "bag has no longer-sleeved; it has darker, lighter, taller, lower");
        ProgramRun.Of("generate", "--picture", "more(7.3,redder*1)", "--out", picture).RequireFailure(2, "there is no direction 'redder'");
        var texts = ProgramRun.Of("directions", "--model", "text");
        texts.RequireFailure(1, "this model takes texts: ask it for what should change in words");
        Assert.AreEqual("", texts.Output);
        ProgramRun.Of("serve", "--allow-training", "--port", "0").RequireFailure(2, "--allow-training needs --run or --runs");
        ProgramRun.Of("serve", "--runs", Workplace.Model, "--port", "0").RequireFailure(1, "is a file, a folder was expected");
    }
}
