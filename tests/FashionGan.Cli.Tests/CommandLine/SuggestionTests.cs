using FashionGanTf.Cli.CommandLine;

namespace FashionGanTf.Cli.Tests.CommandLine;

/// <summary>What was meant is guessed where it is near, and not where it could be anything.</summary>
[TestClass]
public class SuggestionTests
{
    private static readonly string[] s_names = ["train", "evaluate", "serve", "--seed", "--epochs", "--batch-size", "--beta1"];

    [TestMethod]
    [DataRow("trian", "train")]
    [DataRow("TRAIN", "train")]
    [DataRow("eval", "evaluate")]
    [DataRow("server", "serve")]
    [DataRow("--epoch", "--epochs")]
    [DataRow("--batch_size", "--batch-size")]
    [DataRow("--batch", "--batch-size")]
    [DataRow("--sede", "--seed")]
    [DataRow("--beta2", "--beta1")]
    public void ANearNameIsGuessed(string word, string name) =>
        Assert.AreEqual($"; did you mean {name}?", Suggestion.For(word, s_names));

    [TestMethod]
    [DataRow("draw")]
    [DataRow("--colour")]
    [DataRow("--lr")]
    [DataRow("se")]
    [DataRow("")]
    public void NothingIsGuessedOfAWordThatIsNearNone(string word) => Assert.AreEqual(".", Suggestion.For(word, s_names));
}
