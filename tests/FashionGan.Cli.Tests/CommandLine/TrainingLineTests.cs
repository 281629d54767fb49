using System.CommandLine;
using System.Globalization;
using System.Text.RegularExpressions;
using FashionGanTf.Cli.CommandLine;
using FashionGanTf.Cli.Tests.Support;
using FashionGanTf.Training;

namespace FashionGanTf.Cli.Tests.CommandLine;

/// <summary>Every option that a training declares, on the command line.</summary>
[TestClass]
public class TrainingLineTests
{
    private static readonly Lazy<string> s_help = new(() => ProgramRun.Of("train", "--help").RequireSuccess().Output);

    public static IEnumerable<object[]> All => TrainingOption.All.Select(option => new object[] { option.Name });

    public static IEnumerable<object[]> WithValues =>
        TrainingOption.All.Where(option => option.Type != typeof(bool)).Select(option => new object[] { option.Name });

    [TestMethod]
    [DynamicData(nameof(All))]
    public void HelpHasItsTextAndItsDefault(string name)
    {
        var option = Find(name);
        var place = option.Type == typeof(bool) ? "" : option.Word is { } word ? $" <{word}>"
            : option.Choices.Count > 0 ? Regex.Escape($" <{string.Join('|', option.Choices)}>")
            : option.Type == typeof(string) ? " <FOLDER_OR_FILE>" : " <N>";
        var standard = option.Default is null ? ""
            : string.Create(CultureInfo.InvariantCulture, $" [default: {option.Default}]");
        StringAssert.Matches(s_help.Value,
            new Regex($"^  {name}{place} +{Regex.Escape(option.Help + standard)}$", RegexOptions.Multiline));
    }

    [TestMethod]
    [DynamicData(nameof(All))]
    public void WhatIsGivenIsTakenAndTheRestIsTheRuns(string name)
    {
        var option = Find(name);
        string[] given = option.Type == typeof(bool) ? []
            : [option.Word is not null ? "gpu:1" : option.Choices.Count > 0 ? option.Choices[^1] : option.Type == typeof(string) ? "folder"
                : option.Most.ToString(CultureInfo.InvariantCulture)];
        object expected = option.Word is not null ? "gpu:1"
            : option.Choices.Count > 0
                ? option.Type == typeof(int) ? int.Parse(option.Choices[^1], CultureInfo.InvariantCulture) : option.Choices[^1]
            : option.Type == typeof(string) ? Path.GetFullPath("folder")
            : option.Type == typeof(bool) ? true
            : option.Type == typeof(int) ? (object)(int)option.Most : option.Most;
        var run = new TrainingOptions { Epochs = 7, BatchSize = 7, Seed = 7, Limit = 7, Ema = 0.7, CheckpointEvery = 7, Data = "/runs" };
        Assert.AreEqual(option.Change(run, expected), Read(run, [name, .. given]));
        Assert.AreEqual(run, Read(run));
    }

    [TestMethod]
    [DynamicData(nameof(WithValues))]
    public void WhatIsOutOfRangeIsRefused(string name)
    {
        var option = Find(name);
        if (option.Type == typeof(bool))
            return;
        var wrong = option.Choices.Count > 0 ? [" ", "x", "30"] : option.Type == typeof(string) ? [" "]
            : new[] { option.Least - 1, option.Most + 1 }.Select(value => value.ToString(CultureInfo.InvariantCulture)).Append("x");
        foreach (var value in wrong)
        {
            var errors = Command(new TrainingLine()).Parse([name, value]).Errors;
            Assert.HasCount(1, errors, value);
            StringAssert.StartsWith(errors[0].Message, $"{name} needs ");
        }
    }

    private static TrainingOption Find(string name) => TrainingOption.All.Single(option => option.Name == name);

    private static TrainingOptions Read(TrainingOptions run, params string[] line)
    {
        var training = new TrainingLine();
        return training.Read(Command(training).Parse(line), run);
    }

    private static RootCommand Command(TrainingLine training)
    {
        var command = new RootCommand();
        foreach (var option in training.Options)
            command.Add(option);
        return command;
    }
}
