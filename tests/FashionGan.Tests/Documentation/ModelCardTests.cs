using System.Globalization;
using System.Text.Json;
using System.Text.RegularExpressions;
using FashionGanTf.Imaging;
using FashionGanTf.Imaging.Decoding;
using FashionGanTf.Models;

namespace FashionGanTf.Tests.Documentation;

/// <summary>What README.md and docs/model-card.md say of the generator that ships is what was measured.</summary>
[TestClass]
public partial class ModelCardTests
{
    private static readonly string[] s_ends = ["real_pictures", "judged", "noise"];

    /// <summary>What the rows of the documents' tables are called, and where metrics.json has what stands in their cells.</summary>
    private static readonly Dictionary<string, string[]> s_rows = new()
    {
        ["Fréchet classifier distance"] = Ends("frechet_classifier_distance"),
        ["kernel distance"] = Ends("kernel_distance"),
        ["precision"] = Ends("precision"),
        ["recall"] = Ends("recall"),
        ["density"] = Ends("density"),
        ["coverage"] = Ends("coverage"),
        ["overlap of pixel intensities"] = Ends("pixel_overlap"),
        ["classifier confidence"] = Ends("classifier_confidence"),
        ["distance of classes from uniform"] = Ends("class_distance_from_uniform"),
        ["d_accuracy (0.5 by guessing)"] =
            ["discriminator_accuracy.real", "discriminator_accuracy.fake", "discriminator_accuracy.together"],
        ["mean distance of drawn pictures"] = Memorisation("mean_distance"),
        ["mean distance of test pictures"] = Memorisation("test_mean_distance"),
        ["share of drawn pictures closer than 99 % of the test pictures (0.01 by chance)"] =
            Memorisation("share_closer_than_99_percent_of_test"),
        ["how often closer than a test picture (0.5 by chance)"] = Memorisation("share_closer_than_test"),
        ["p-value of so many by chance"] = Memorisation("p_value"),
        ["exact copies"] = Memorisation("exact_copies"),
    };

    [TestMethod]
    public void ItNamesTheWeightsThatShip() => Assert.AreEqual(FashionGan.PretrainedSha256, Checksum().Match(Read("model-card.md")).Value);

    /// <summary>The README has some of the rows, the card all of them.</summary>
    [TestMethod]
    [DataRow("README.md", 3)]
    [DataRow("model-card.md", 16)]
    public void ItsFiguresAreThePublishedOnes(string document, int rows)
    {
        using var metrics = JsonDocument.Parse(Read("reference/metrics.json"));
        var lines = Read(document).Split('\n');
        var found = s_rows.Where(row => lines.Any(line => line.StartsWith($"| {row.Key} |", StringComparison.Ordinal))).ToList();
        Assert.HasCount(rows, found);
        foreach (var (name, places) in found)
        {
            var cells = lines.Single(line => line.StartsWith($"| {name} |", StringComparison.Ordinal))
                .Split('|', StringSplitOptions.TrimEntries)[2..^1];
            Assert.HasCount(places.Length, cells, name);
            var measured = places
                .Select(place => place.Split('.').Aggregate(metrics.RootElement, (element, key) => element.GetProperty(key)).GetDouble());
            CollectionAssert.AreEqual(measured
                .Zip(cells, (number, cell) => number.ToString($"F{Decimals(cell)}", CultureInfo.InvariantCulture)).ToArray(), cells, name);
        }
    }

    [TestMethod]
    public void TheWeightsThatShipDrawThePublishedGrid()
    {
        var published = PictureReader.Read(Path.Combine(AppContext.BaseDirectory, "reference", "generated_grid.png"));
        var drawn = ImageGrid.Compose(FashionGan.Pretrained().Generate(64, seed: 1), columns: 8, rows: 8, padding: 2);
        Assert.AreEqual((published.Width, published.Height), (drawn.Width, drawn.Height));
        // Another processor may sum in another order; a pixel is then one step brighter or darker.
        for (var i = 0; i < published.Pixels.Length; i++)
            Assert.AreEqual(published.Pixels[i], drawn.Pixels[i], 1.0, $"pixel {i}");
    }

    private static string Read(string file) => File.ReadAllText(Path.Combine(AppContext.BaseDirectory, file));

    private static string[] Ends(string measure) => [.. s_ends.Select(end => $"{measure}.{end}")];

    private static string[] Memorisation(string measure) => [$"memorisation.pixels.{measure}", $"memorisation.features.{measure}"];

    private static int Decimals(string number) => number.Contains('.', StringComparison.Ordinal)
        ? number.Length - 1 - number.IndexOf('.', StringComparison.Ordinal) : 0;

    [GeneratedRegex("[0-9a-f]{64}")]
    private static partial Regex Checksum();
}
