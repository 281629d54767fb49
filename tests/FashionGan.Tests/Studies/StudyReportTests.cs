using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using FashionGanTf.Conditions;
using FashionGanTf.Imaging;
using FashionGanTf.Imaging.Decoding;
using FashionGanTf.Studies;
using FashionGanTf.Tests.Support;

namespace FashionGanTf.Tests.Studies;

/// <summary>A study's folder, and what is made of its results.</summary>
[TestClass]
public sealed partial class StudyReportTests : IDisposable
{
    private static readonly StudyPart[] s_parts = [new(10, false), new(100, false), new(100, true)];

    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [TestMethod]
    public void TheTableSaysWhatWasReachedAndGained()
    {
        var study = new StudyFolder(_folder.Path, []);
        Fill(study);
        var table = StudyReport.Write(study, s_parts, new StudyOptions(), ClassNames.Numbered(2), "40 pictures (test) of 2 of 2 classes");
        CollectionAssert.AreEqual(new[]
        {
            "right, %: real pictures a class|real|real, shifted|real + drawn|real + drawn, shifted|real + chosen, shifted",
            "10|50.0|52.0|53.0|52.0|52.0",
            "100|70.0|72.0|73.0|72.0|72.0",
            "100, one class 1|70.0|72.0|73.0|72.0|72.0",
            "100, one class 1: that class|20.0|30.0|40.0|50.0|60.0",
            "",
            "gain, 95 % interval|by shifts|by drawn|by drawn, shifted|by chosen, shifted",
            "10|+2.0 ± 0.0|+3.0 ± 2.5|0.0 ± 0.0|0.0 ± 0.0",
            "100|+2.0 ± 0.0|+3.0 ± 2.5|0.0 ± 0.0|0.0 ± 0.0",
            "100, one class 1|+2.0 ± 0.0|+3.0 ± 2.5|0.0 ± 0.0|0.0 ± 0.0",
            "100, one class 1: that class|+10.0 ± 0.0|+20.0 ± 0.0|+20.0 ± 0.0|+30.0 ± 0.0",
            "",
            "Judged by 40 pictures (test) of 2 of 2 classes.",
            "",
        }, table.Split('\n').Select(line => Gap().Replace(line, "|")).ToArray());
        Assert.AreEqual(table, File.ReadAllText(study.Of(StudyReport.TableName)));
    }

    [TestMethod]
    public void PlotAndJsonSayTheSame()
    {
        var study = new StudyFolder(_folder.Path, []);
        Fill(study);
        StudyReport.Write(study, s_parts, new StudyOptions(), ClassNames.Numbered(2), "40 pictures (test) of 2 of 2 classes");
        using var json = JsonDocument.Parse(File.ReadAllText(study.Of(StudyReport.JsonName)));
        Assert.AreEqual("40 pictures (test) of 2 of 2 classes", json.RootElement.GetProperty("judged_by").GetString());
        var first = json.RootElement.GetProperty("results")[0];
        Assert.AreEqual("10", first.GetProperty("real_pictures_per_class").GetString());
        CollectionAssert.AreEqual(new[] { 0.52, 0.53, 0.54 },
            first.GetProperty("accuracy").GetProperty("real + drawn").EnumerateArray().Select(value => value.GetDouble()).ToArray());
        Assert.AreEqual(0.03, first.GetProperty("gain").GetProperty("by drawn").GetProperty("mean").GetDouble(), 1e-12);
        Assert.IsTrue(first.GetProperty("gain").GetProperty("by drawn").GetProperty("interval_leaves_0_out").GetBoolean());
        Assert.AreEqual(1720, PictureReader.Read(study.Of(StudyReport.PlotName)).Width);
        Assert.IsTrue(File.Exists(study.Of("gain.svg")));
    }

    [TestMethod]
    public void WhatIsThereIsReadAgain()
    {
        Fill(new StudyFolder(_folder.Path, Settings(1)));
        var again = new StudyFolder(_folder.Path, Settings(1));
        Assert.HasCount(s_parts.Length * 3 * 5, again.Cells);
        Assert.AreEqual(new StudyCell(10, null, 1, "real", 0.5, null, 1), again.Cells[0]);
        Assert.AreEqual(new StudyCell(100, 0, 1, "real", 0.7, 0.2, 1), again.Cells[30]);
    }

    [TestMethod]
    public void AnotherStudyIsNotMixedWithIt()
    {
        Fill(new StudyFolder(_folder.Path, Settings(1)));
        StringAssert.Contains(Assert.ThrowsExactly<IOException>(() => new StudyFolder(_folder.Path, Settings(2))).Message,
            "holds a study with other options or data, which");
    }

    [TestMethod]
    [DataRow("{\"per_class\":10")]
    [DataRow("null")]
    [DataRow("{}")]
    public void ADamagedLineIsNamed(string line)
    {
        File.WriteAllText(Path.Combine(_folder.Path, "cells.jsonl"), line + "\n");
        StringAssert.Contains(Assert.ThrowsExactly<InvalidDataException>(() => new StudyFolder(_folder.Path, [])).Message,
            "line 1 is no result of a study; remove it");
    }

    /// <summary>Columns lie two blanks apart at least.</summary>
    [GeneratedRegex("  +")]
    private static partial Regex Gap();

    private static JsonObject Settings(int steps) => new() { ["classifier_steps"] = steps };

    /// <summary>Drawn pictures gain 2, 3 and 4 points: 3 and, with s = 1, 4.303 / sqrt(3) to each side.</summary>
    private static void Fill(StudyFolder study)
    {
        foreach (var part in s_parts)
            for (var seed = 1; seed <= 3; seed++)
                foreach (var (place, arm) in StudyArm.All.Index())
                    study.Add(new StudyCell(part.PerClass, part.CutClass(seed, 2), seed, arm.Name,
                        (part.PerClass == 10 ? 0.5 : 0.7) + (place == 2 ? 0.01 + seed / 100.0 : place == 0 ? 0 : 0.02),
                        part.IsCut ? (2 + place) / 10.0 : null, 1));
    }
}
