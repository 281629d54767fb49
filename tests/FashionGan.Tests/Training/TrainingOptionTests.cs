using System.Globalization;
using System.Text.Json.Nodes;
using FashionGanTf.Tests.Support;
using FashionGanTf.Training;

namespace FashionGanTf.Tests.Training;

/// <summary>What holds of every option of a training, those that are added later too: each is declared once.</summary>
[TestClass]
public class TrainingOptionTests
{
    public static IEnumerable<object[]> All => TrainingOption.All.Select(option => new object[] { option.Name });

    [TestMethod]
    public void EveryPropertyIsAnOption() =>
        CollectionAssert.AreEqual(
            typeof(TrainingOptions).GetProperties().Select(property => property.Name.ToLowerInvariant()).ToList(),
            TrainingOption.All.Select(option => option.ConfigName.Replace("_", "", StringComparison.Ordinal)).ToList());

    [TestMethod]
    [DynamicData(nameof(All))]
    public void ItSurvivesConfigJson(string name)
    {
        var option = Find(name);
        // What one option says of another goes with that one.
        var options = option.Name switch
        {
            "--penalty-every" => new TrainingOptions { R1 = 1 },
            "--ada" => new TrainingOptions { Diffaugment = "color" },
            "--class-weight" => new TrainingOptions { Conditional = true },
            "--anneal-over" or "--final-learning-rate" or "--final-beta2" or "--final-penalties" or "--final-ema" =>
                new TrainingOptions { R1 = 1, AnnealOver = 5, FinalLearningRate = 0 },
            _ => new TrainingOptions(),
        };
        var changed = option.Change(options, Another(option));
        Assert.AreEqual(Another(option), option.Of(Read(Json(changed)).Options));
        Assert.AreEqual(changed, Read(Json(changed)).Options);
        Assert.AreEqual(option.Default, option.Of(Read(Json(new TrainingOptions())).Options));
    }

    [TestMethod]
    [DynamicData(nameof(All))]
    public void ConfigJsonIsCheckedForItsRange(string name)
    {
        var option = Find(name);
        JsonNode[] wrong = option.Choices.Count > 0 ? ["x", 30, true]
            : option.Type == typeof(string) ? [1, "a\nb"]
            : option.Type == typeof(bool) ? [1, "true"]
            : [option.Least - 1, option.Most + 1, "1", .. option.Type == typeof(int) ? new JsonNode[] { option.Least + 0.5 } : []];
        foreach (var value in wrong)
        {
            var json = Json(new TrainingOptions());
            json["options"]![option.ConfigName] = value;
            var error = Assert.ThrowsExactly<InvalidDataException>(() => Read(json), $"{value}");
            StringAssert.Contains(error.Message, $"'{option.ConfigName}' is not a ");
        }
    }

    /// <summary>An old config.json lacks an option that was added after it was written, which therefore is null by default.</summary>
    [TestMethod]
    [DynamicData(nameof(All))]
    public void WhereConfigJsonLacksItItIsNullOrRefused(string name)
    {
        var option = Find(name);
        var json = Json(new TrainingOptions());
        json["options"]!.AsObject().Remove(option.ConfigName);
        if (option.Default is null)
            Assert.IsNull(option.Of(Read(json).Options));
        else
            StringAssert.Contains(Assert.ThrowsExactly<InvalidDataException>(() => Read(json)).Message, $"'{option.ConfigName}'");
    }

    [TestMethod]
    [DynamicData(nameof(All))]
    public void ARunThatGoesOnObeysItsRule(string name)
    {
        var option = Find(name);
        var (run, other) = (new TrainingOptions(), option.Change(new TrainingOptions(), Another(option)));
        var text = option.Type == typeof(bool) ? $"{name} (the run does not have it)"
            : string.Create(CultureInfo.InvariantCulture, $"{name} {Another(option)} (the run has {option.Default ?? "none"})");
        var back = option.Type == typeof(bool) ? $"no {name} (the run has it)"
            : option.Default is null ? $"no {name} (the run has {Another(option)})"
            : string.Create(CultureInfo.InvariantCulture, $"{name} {option.Default} (the run has {Another(option)})");
        var (samePictures, otherPictures) = (Config(run).Differences(Config(other)),
            Config(run).Differences(Config(other) with { DataSha256 = new string('b', 64) }));
        switch (option.OnResume)
        {
            case ResumeRule.Free:
                Assert.IsNull(samePictures);
                StringAssert.StartsWith(otherPictures, "the data have changed");
                break;
            case ResumeRule.SamePictures:
                Assert.IsNull(samePictures);
                Assert.AreEqual(text, otherPictures);
                break;
            case ResumeRule.MayGrow:
                Assert.IsNull(samePictures);
                Assert.AreEqual(back, Config(other).Differences(Config(run)));
                break;
            default:
                Assert.AreEqual(text, samePictures);
                Assert.AreEqual(back, Config(other).Differences(Config(run)));
                break;
        }
    }

    private static TrainingOption Find(string name) => TrainingOption.All.Single(option => option.Name == name);

    /// <summary>A value within the option's range, larger than its default.</summary>
    private static object Another(TrainingOption option) =>
        option.Choices.Count > 0
            ? option.Type == typeof(int) ? int.Parse(option.Choices[1], CultureInfo.InvariantCulture) : option.Choices[1]
        : option.Name == "--background" ? "#e8e4da"
        : option.Name == "--diffaugment" ? "translation,cutout"
        : option.Type == typeof(string) ? "/elsewhere/ä"
        : option.Type == typeof(bool) ? true
        : option.Type == typeof(int) ? (int)(option.Default ?? (int)option.Least) + 1
        : (object)(((double)(option.Default ?? option.Least) + option.Most) / 2);

    private static RunConfig Config(TrainingOptions options) => new(options, Images: 640, Threads: 2) { DataSha256 = new string('a', 64) };

    private static JsonNode Json(TrainingOptions options) => JsonNode.Parse(Config(options).ToJson())!;

    private static RunConfig Read(JsonNode json)
    {
        using var folder = new TemporaryFolder();
        var path = Path.Combine(folder.Path, "config.json");
        File.WriteAllText(path, json.ToJsonString());
        return RunConfig.Read(path);
    }
}
