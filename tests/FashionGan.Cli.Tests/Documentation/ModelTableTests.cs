using System.ComponentModel;
using System.Diagnostics;
using FashionGanTf.Cli.CommandLine;
using FashionGanTf.Tests.Support;

namespace FashionGanTf.Cli.Tests.Documentation;

/// <summary>The rows of docs/models.md, each of which takes a quarter of an hour: what they tell train.</summary>
[TestClass]
public sealed class ModelTableTests
{
    [TestMethod]
    public void EachRowIsACommandLine()
    {
        var rows = Listed();
        Assert.IsNotEmpty(rows);
        foreach (var row in rows)
        {
            var words = row[(row.IndexOf("): ", StringComparison.Ordinal) + 3)..].Split(' ', StringSplitOptions.RemoveEmptyEntries);
            Assert.AreEqual("train", words[0], row);
            var errors = UsageError.Parse(Application.Root(default), words).Errors;
            Assert.AreEqual("", string.Join(" ", errors.Select(error => error.Message)), row);
        }
    }

    private static string[] Listed()
    {
        var script = Path.Combine(Repository.Root, "benchmarks", "models", "table.py");
        try
        {
            using var python = Process.Start(new ProcessStartInfo("python3", [script, "--list"]) { RedirectStandardOutput = true })!;
            var rows = python.StandardOutput.ReadToEnd().Split('\n', StringSplitOptions.RemoveEmptyEntries);
            python.WaitForExit();
            Assert.AreEqual(0, python.ExitCode);
            return rows;
        }
        catch (Win32Exception)
        {
            throw new AssertInconclusiveException("There is no Python here.");
        }
    }
}
