using System.Globalization;
using System.Text.Json;
using System.Text.RegularExpressions;
using FashionGanTf.Conditions;
using FashionGanTf.Generation.Recipes;
using FashionGanTf.Imaging;
using FashionGanTf.Imaging.Decoding;
using FashionGanTf.Models;

namespace FashionGanTf.Tests.Documentation;

/// <summary>What README.md and the model cards say is what was measured.</summary>
[TestClass]
public partial class ModelCardTests
{
    private static readonly string[] s_ends = ["real_pictures", "judged", "noise"];

    /// <summary>What the rows of the documents' tables are called, and where metrics.json has what stands in their cells.</summary>
    private static readonly Dictionary<string, string[]> s_rows = new()
    {
        ["Fréchet classifier distance"] = Ends("frechet_distance"),
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
        ["label match"] = Sides("conditional.label_match"),
        ["classification accuracy score"] = Sides("conditional.classification_accuracy_score"),
    };

    static ModelCardTests()
    {
        foreach (var name in ClassNames.FashionMnist)
            s_rows[name] =
            [
                .. Sides($"conditional.by_class.{name}.label_match"),
                .. Sides($"conditional.by_class.{name}.frechet_distance"), .. Sides($"conditional.by_class.{name}.recall"),
            ];
    }

    [TestMethod]
    [DataRow("dcgan", "model-card.md")]
    [DataRow("conditional", "model-card-conditional.md")]
    [DataRow("text", "model-card-text.md")]
    public void ItNamesTheWeightsThatShip(string model, string card) =>
        Assert.AreEqual(FashionGan.PretrainedSha256(model), Checksum().Match(Read(card)).Value);

    [TestMethod]
    [DataRow("dcgan", "reference")]
    [DataRow("conditional", "conditional")]
    [DataRow("text", "text")]
    public void TheWeightsThatShipWereMeasured(string model, string folder)
    {
        using var metrics = JsonDocument.Parse(Read($"{folder}/metrics.json"));
        Assert.AreEqual(
            FashionGan.PretrainedSha256(model), metrics.RootElement.GetProperty("judged").GetProperty("weights_sha256").GetString());
    }

    /// <summary>The README has some of the rows, a card all of them.</summary>
    [TestMethod]
    [DataRow("README.md", 3, "conditional")]
    [DataRow("model-card.md", 16, "reference")]
    [DataRow("model-card-conditional.md", 28, "conditional")]
    [DataRow("model-card-text.md", 15, "text")]
    [DataRow("model-card-clothing-64.md", 9, "clothing-64")]
    public void ItsFiguresAreThePublishedOnes(string document, int rows, string folder)
    {
        using var metrics = JsonDocument.Parse(Read($"{folder}/metrics.json"));
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
    [DataRow("dcgan", "reference", 64)]
    [DataRow("conditional", "conditional", 80)]
    [DataRow("text", "text", 64)]
    public void TheWeightsThatShipDrawThePublishedGrid(string model, string folder, int count)
    {
        var published = PictureReader.Read(Path.Combine(AppContext.BaseDirectory, folder, "generated_grid.png"));
        var gan = FashionGan.Pretrained(model);
        var rows = gan.Vocabulary?.Captions.Distinct().Take(8) ?? gan.Classes;
        var pictures = rows.Any() ? gan.Draw(rows.SelectMany(row => SeedRecipe.Range(1, 0, 8, row))) : gan.Generate(count, seed: 1);
        var drawn = ImageGrid.Compose(pictures, columns: 8, rows: count / 8, padding: 2);
        Assert.AreEqual((published.Width, published.Height), (drawn.Width, drawn.Height));
        // The weights are rounded to float16, and another processor may sum in another order; a pixel is then one step brighter or darker.
        for (var i = 0; i < published.Pixels.Length; i++)
            Assert.AreEqual(published.Pixels[i], drawn.Pixels[i], 1.0, $"pixel {i}");
    }

    private static string Read(string file) => File.ReadAllText(Path.Combine(AppContext.BaseDirectory, file));

    private static string[] Ends(string measure) => [.. s_ends.Select(end => $"{measure}.{end}")];

    private static string[] Sides(string measure) => [$"{measure}.real_pictures", $"{measure}.judged"];

    private static string[] Memorisation(string measure) => [$"memorisation.pixels.{measure}", $"memorisation.features.{measure}"];

    private static int Decimals(string number) => number.Contains('.', StringComparison.Ordinal)
        ? number.Length - 1 - number.IndexOf('.', StringComparison.Ordinal) : 0;

    [GeneratedRegex("[0-9a-f]{64}")]
    private static partial Regex Checksum();
}
