using System.Text.Json;

namespace FashionGanTf.Benchmarks.Tests;

/// <summary><c>step</c> says what it promises.</summary>
[TestClass]
public class StepTests
{
    private static readonly string[] s_names =
    [
        "fma_peak_gflops", "useful_gflop", "ms_per_step", "ms_fastest", "efficiency", "allocated_bytes_per_step", "peak_resident_bytes",
    ];

    private static readonly Lazy<BenchmarkRun> s_run = new(() => BenchmarkRun.Of("step --batch 4 --threads 1 --steps 1"));

    [TestMethod]
    public void TextAndJsonHaveTheNames()
    {
        var run = s_run.Value;
        Assert.AreEqual((0, ""), (run.ExitCode, run.Error), run.Output);
        foreach (var name in s_names)
        {
            StringAssert.Contains(run.Output, $"\n{name} ");
            Assert.IsGreaterThan(0, run.Number(name), name);
        }
    }

    [TestMethod]
    public void EfficiencyIsUsefulArithmeticAgainstThePeak()
    {
        var run = s_run.Value;
        var useful = run.Number("useful_gflop") / (run.Number("ms_per_step") / 1000);
        Assert.AreEqual(useful / run.Number("fma_peak_gflops"), run.Number("efficiency"), 1e-12);
    }

    /// <summary>The layers' shapes and the calls that the device hears give the same arithmetic, by two computations.</summary>
    [TestMethod]
    public void TheCallsOfAStepDoItsUsefulArithmetic()
    {
        var products = Operations.Where(row => row.GetProperty("gflops").ValueKind == JsonValueKind.Number);
        var gflop = products.Sum(row => row.GetProperty("gflops").GetDouble() * row.GetProperty("ms").GetDouble() / 1000);
        Assert.AreEqual(s_run.Value.Number("useful_gflop"), gflop, 1e-9);
    }

    [TestMethod]
    public void TheTableTellsOperationsAndPassesApart()
    {
        foreach (var (operation, pass, call, calls) in new[]
        {
            ("Conv2DTranspose", "forward", "Conv2DBackpropInput", 6),
            // The discriminator sees real and drawn pictures in one batch, and then those of the generator's step.
            ("Conv2D", "forward", "Conv2D", 4),
            ("Conv2D", "gradient", "Conv2DBackpropFilter", 2),
            ("Conv2D", "gradient", "Conv2DBackpropInput", 3),
        })
            Assert.AreEqual(
                calls,
                Operations.Where(row => (Text(row, "operation"), Text(row, "pass"), Text(row, "call")) == (operation, pass, call))
                    .Sum(row => row.GetProperty("calls").GetDouble()),
                $"{operation}, {pass}, {call}");
        Assert.AreEqual(1, Operations.Sum(row => row.GetProperty("share").GetDouble()), 1e-9, "the rows are the whole step");
    }

    [TestMethod]
    public void DirectKernelsDoTheSameArithmetic()
    {
        var run = BenchmarkRun.Of("step --batch 4 --threads 1 --steps 1 --direct");
        Assert.IsTrue(run.Json.GetProperty("direct").GetBoolean());
        StringAssert.Contains(run.Output, "direct kernels only");
        Assert.AreEqual(s_run.Value.Number("useful_gflop"), run.Number("useful_gflop"));
    }

    [TestMethod]
    [DataRow("step --steps 0", "--steps needs")]
    [DataRow("step --width 3", "--width needs 1, 2 or 4, not '3'")]
    [DataRow("step --size 30", "--size needs 28, 32, 56, 64, 112 or 128, not '30'")]
    [DataRow("step --channels 3", "--channels needs gray or colour, not '3'")]
    [DataRow("step --size 64 --conditional", "Pictures of 64 x 64 in gray are made, without classes")]
    [DataRow("step --batch 41 --steps 1", "41")]
    [DataRow("stepp", "FashionGan.Benchmarks: There is no command 'stepp'; did you mean step? See --help.")]
    [DataRow("step --channel 1", "There is no option '--channel'; did you mean --channels?")]
    public void WhatCannotBeMeasuredIsOneLine(string command, string complaint)
    {
        var run = BenchmarkRun.Of(command);
        Assert.AreNotEqual(0, run.ExitCode);
        StringAssert.Contains(run.Error, complaint);
        Assert.AreEqual(run.Error.Length - 1, run.Error.IndexOf('\n', StringComparison.Ordinal), run.Error);
    }

    private static IEnumerable<JsonElement> Operations => s_run.Value.Json.GetProperty("operations").EnumerateArray();

    private static string? Text(JsonElement row, string name) => row.GetProperty(name).GetString();
}
