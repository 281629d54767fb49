using FashionGanTf.Cli.Tests.Support;
using FashionGanTf.Tests.Support;

namespace FashionGanTf.Cli.Tests.Documentation;

/// <summary>docs/cli.md says what the program's help says.</summary>
[TestClass]
public class CommandReferenceTests
{
    private static readonly string s_page = Path.Combine(Repository.Root, "docs", "cli.md");

    [TestMethod]
    public void ThePageIsWhatTheHelpSays()
    {
        var text = CommandReference.Text();
        if (Environment.GetEnvironmentVariable("UPDATE_DOCS") == "1")
            File.WriteAllText(s_page, text);
        Assert.AreEqual(text, File.Exists(s_page) ? File.ReadAllText(s_page) : "",
            "docs/cli.md is not what the program's help says. To make it anew: " +
            "UPDATE_DOCS=1 dotnet test tests/FashionGan.Cli.Tests --filter Name=ThePageIsWhatTheHelpSays");
    }
}
