using System.CommandLine;
using System.CommandLine.Invocation;
using System.Reflection;
using FashionGanTf.Cli.CommandLine;

namespace FashionGanTf.Cli.Tests.CommandLine;

/// <summary>What holds for every command and option.</summary>
[TestClass]
public class GrammarTests
{
    private static readonly RootCommand s_root = Application.Root(CancellationToken.None);

    [TestMethod]
    public void ActionsAreSynchronous()
    {
        // An asynchronous action that computes before its first await keeps System.CommandLine from hearing Ctrl-C.
        Assert.HasCount(14, s_root.Subcommands);
        foreach (var command in s_root.Subcommands)
            Assert.IsInstanceOfType<SynchronousCommandLineAction>(command.Action, command.Name);
    }

    [TestMethod]
    public void NumbersAreReadTheSameInEveryCountry()
    {
        // The library's own reading follows the locale.
        var numbers = s_root.Subcommands.SelectMany(command => command.Options)
            .Where(option => (Nullable.GetUnderlyingType(option.ValueType) ?? option.ValueType) is { IsPrimitive: true } type
                && type != typeof(bool))
            .ToList();
        Assert.IsGreaterThan(20, numbers.Count);
        foreach (var option in numbers)
            Assert.IsNotNull(option.GetType().GetProperty("CustomParser", BindingFlags.Public | BindingFlags.Instance)!.GetValue(option),
                option.Name);
    }

    [TestMethod]
    public void AWordThatBeginsWithAtIsNoFileOfOptions()
    {
        var result = UsageError.Parse(s_root, ["generate", "--out", "@shirts.png"]);
        Assert.IsEmpty(result.Errors);
        Assert.AreEqual("@shirts.png", result.GetValue<string?>("--out"));
    }

    [TestMethod]
    [DataRow("--text has no value: '--out', which follows it, is an option.", "--text", "--out", "x")]
    [DataRow("--out has no value: '--labels', which follows it, is an option.", "--out", "--labels")]
    [DataRow("--seed has no value: '--help', which follows it, is an option.", "--seed", "--help", "--out", "x")]
    public void AnOptionIsNoValueOfAnother(string complaint, params string[] words) => Assert.AreEqual(complaint,
        Assert.ThrowsExactly<UsageException>(() => UsageError.RequireNone(UsageError.Parse(s_root, ["generate", .. words]))).Message);
}
