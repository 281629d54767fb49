using System.Diagnostics;
using FashionGanTf.Cli.CommandLine;
using FashionGanTf.Cli.Tests.Support;

namespace FashionGanTf.Cli.Tests.CommandLine;

/// <summary>What the program says that it is called by can be pasted into the shell.</summary>
[TestClass]
[OSCondition(ConditionMode.Exclude, OperatingSystems.Windows)]
public class InvocationTests
{
    [TestMethod]
    [DataRow("Debug", "", "dotnet run --project src/FashionGan.Cli --")]
    [DataRow("Debug", "src", "dotnet run --project FashionGan.Cli --")]
    [DataRow("Debug", "src/FashionGan.Cli", "dotnet run --project . --")]
    [DataRow("Debug", "docs", "dotnet run --project 'ROOT/src/FashionGan.Cli' --")]
    [DataRow("Release", "", "dotnet run --project src/FashionGan.Cli -c Release --")]
    public void InACloneItIsDotnetRun(string configuration, string from, string words)
    {
        var root = Directory.CreateDirectory(Workplace.Folder("a clone")).FullName;
        File.WriteAllText(Path.Combine(root, "FashionGanTf.sln"), "");
        var folder = Path.Combine(root, "src", "FashionGan.Cli", "bin", configuration, "net10.0") + Path.DirectorySeparatorChar;
        Assert.AreEqual(words.Replace("ROOT", root, StringComparison.Ordinal),
            Invocation.Words(folder + "fashion-gan", folder, Path.Combine(root, from), ""));
        Assert.AreEqual($"dotnet src/FashionGan.Cli/bin/{configuration}/net10.0/fashion-gan.dll",
            Invocation.Words("/usr/bin/dotnet", folder, root, ""));
    }

    [TestMethod]
    public void AProgramOnThePathIsCalledByItsNameAndAnyOtherByItsPath()
    {
        var (here, other) = (Directory.CreateDirectory(Workplace.Folder("program")).FullName,
            Directory.CreateDirectory(Workplace.Folder("tools")).FullName);
        var program = Path.Combine(here, "fashion-gan");
        File.WriteAllText(program, "");
        Assert.AreEqual("fashion-gan", Words($"/nowhere:{here}", "/"));
        Assert.AreEqual("./fashion-gan", Words("/nowhere", here));
        Assert.AreEqual("program/fashion-gan", Words("/nowhere", Workplace.Folder("")));
        Assert.AreEqual(program, Words(null, other));

        File.WriteAllText(Path.Combine(other, "fashion-gan"), "another program of that name");
        Assert.AreEqual(program, Words($"{other}:{here}", "/tmp/elsewhere"));
        File.Delete(Path.Combine(other, "fashion-gan"));
        File.CreateSymbolicLink(Path.Combine(other, "fashion-gan"), program);
        Assert.AreEqual("fashion-gan", Words(other, "/tmp/elsewhere"));

        string Words(string? searchPath, string from) => Invocation.Words(program, here + "/", from, searchPath);
    }

    [TestMethod]
    [DataRow("plain-name_1.png")]
    [DataRow("a folder")]
    [DataRow("it's $HOME; `id` \"x\" *")]
    [DataRow("~")]
    [DataRow("")]
    public void AShellReadsAWordAsItIs(string word) =>
        Assert.AreEqual(word + "|", Shell($"printf '%s|' {Invocation.Quoted(word)}", Path.GetTempPath()));

    [TestMethod]
    [DataRow("dotnet fashion-gan.dll", "dotnet fashion-gan.dll train --help")]
    [DataRow("./fashion-gan", "./fashion-gan train --help")]
    [DataRow("PATH=$PWD:$PATH; fashion-gan", "fashion-gan train --help")]
    public void WhatIsPrintedWhenItIsReallyCalledRuns(string called, string printed)
    {
        var error = Shell(called + " train --epochs x 2>&1", AppContext.BaseDirectory);
        StringAssert.EndsWith(error, $" See {printed}.\n");
        StringAssert.Contains(Shell($"PATH=$PATH:$PWD; {printed}", AppContext.BaseDirectory), "--checkpoint-every");
    }

    private static string Shell(string line, string folder)
    {
        var start = new ProcessStartInfo("bash", ["-c", line]) { RedirectStandardOutput = true, WorkingDirectory = folder };
        using var process = Process.Start(start)!;
        return process.StandardOutput.ReadToEnd();
    }
}
