using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using FashionGanTf.Conditions;
using FashionGanTf.Evaluation.Report;
using FashionGanTf.Imaging.Charts;
using Tensorflow.Serialization;

namespace FashionGanTf.Studies;

/// <summary>What a study found: a table, a plot and JSON.</summary>
internal static class StudyReport
{
    internal const string TableName = "table.txt";
    internal const string JsonName = "results.json";
    internal const string PlotName = "gain.png";

    private const double Aside = 0.01;
    private const double Margin = 0.1;

    // Names of arms are read by people; nothing embeds this text in a page.
    private static readonly JsonSerializerOptions s_format =
        new() { WriteIndented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>Writes all three.</summary>
    /// <returns>The table.</returns>
    /// <exception cref="IOException">One cannot be written.</exception>
    internal static string Write(StudyFolder folder, IReadOnlyList<StudyPart> parts, StudyOptions options, ClassNames classes,
        string judgedBy)
    {
        var results = parts.SelectMany(part => StudyResult.Of(part, folder.Cells, options.Seeds)).ToList();
        var table = $"{Table(results)}\nJudged by {judgedBy}.\n";
        void Text(string name, string text) =>
            AtomicFile.Write(folder.Of(name), file => file.Write(Encoding.UTF8.GetBytes(text)));
        Text(TableName, table);
        Text(JsonName, Json(results, options, classes, judgedBy));
        ChartFiles.Write(folder.Of(PlotName), Plot(results));
        return table;
    }

    /// <summary>A row for each number of real pictures: what each arm reached, and what was gained.</summary>
    internal static string Table(IEnumerable<StudyResult> results)
    {
        var all = results.ToList();
        return TextTable.Format(new ReportTable("right, %: real pictures a class", [.. StudyArm.All.Select(arm => arm.Name)],
                [.. all.Select(result => new ReportRow(result.Name, [.. StudyArm.All.Select(arm => Hundredths(result.Mean(arm)))]))]))
            + "\n" + TextTable.Format(new ReportTable("gain, 95 % interval", [.. StudyArm.Pairs.Select(pair => pair.Name)],
                [.. all.Select(result => new ReportRow(result.Name, [.. StudyArm.Pairs.Select(pair => result.Gain(pair).ToString())]))]));
    }

    /// <summary>The text of the JSON file; the cells, which it sums up, are in a file of their own.</summary>
    internal static string Json(IEnumerable<StudyResult> results, StudyOptions options, ClassNames classes,
        string judgedBy)
    {
        var json = new JsonObject
        {
            ["seeds"] = options.Seeds,
            ["gan_steps"] = options.GanSteps,
            ["diffaugment"] = options.Diffaugment,
            ["classifier_steps"] = options.Steps,
            ["drawn_per_class"] = options.Drawn,
            ["judged_by"] = judgedBy,
            ["classes"] = new JsonArray([.. classes.Select(name => (JsonNode)name)]),
            ["interval"] = "mean ± t(0.975; seeds - 1) s / sqrt(seeds), of the differences of pairs with the same seed",
            ["results"] = new JsonArray([.. results.Select(result => (JsonNode)new JsonObject
            {
                ["real_pictures_per_class"] = result.Name,
                ["accuracy"] = new JsonObject(StudyArm.All.Select(arm =>
                    KeyValuePair.Create(arm.Name, (JsonNode?)new JsonArray([.. result.Accuracies(arm).Select(one => (JsonNode)one)])))),
                ["gain"] = new JsonObject(StudyArm.Pairs.Select(pair => KeyValuePair.Create(pair.Name, (JsonNode?)new JsonObject
                {
                    ["mean"] = result.Gain(pair).Mean,
                    ["half_width"] = result.Gain(pair).HalfWidth,
                    ["interval_leaves_0_out"] = result.Gain(pair).IsClear,
                }))),
            })]),
        };
        return json.ToJsonString(s_format) + "\n";
    }

    /// <summary>What each arm reached, and below what drawn pictures gained, over the number of real ones.</summary>
    internal static Chart Plot(IEnumerable<StudyResult> results)
    {
        var whole = results.Where(result => !result.Part.IsCut).ToList();
        double[] places = [.. whole.Select(result => Math.Log10(result.Part.PerClass))];
        Series Arm(StudyArm arm, Rgb colour) => new(arm.Name, places, [.. whole.Select(result => 100 * result.Mean(arm))], colour);

        // Side by side, so that neither interval hides the other; each is an upright line with a gap after it.
        IEnumerable<Series> Gains(int pair, Rgb colour, double aside)
        {
            var gains = whole.ConvertAll(result => result.Gain(StudyArm.Pairs[pair]));
            var beside = places.Select(place => place + aside).ToArray();
            yield return new Series($"gain {StudyArm.Pairs[pair].Name}, 95 % interval", beside, [.. gains.Select(gain => 100 * gain.Mean)],
                colour);
            yield return new Series(null, [.. beside.SelectMany(place => new[] { place, place, double.NaN })],
                [.. gains.SelectMany(gain => new[] { 100 * (gain.Mean - gain.HalfWidth), 100 * (gain.Mean + gain.HalfWidth), double.NaN })],
                colour);
        }

        Rgb[] colours = [Palette.Blue, Palette.Green, Palette.Vermillion, Palette.Purple, Palette.Orange];
        return new Chart("What drawn pictures add to real ones", "real pictures a class, log10: 1 is 10, 2 is 100, 3 is 1000",
        [
            new Panel("right, %", [.. StudyArm.All.Zip(colours, Arm)]),
            new Panel("gain, points",
                [.. Gains(1, Palette.Vermillion, -Aside), .. Gains(2, Palette.Purple, 0), .. Gains(3, Palette.Orange, Aside)]),
        ]) { Height = 640, XRange = (places[0] - Margin, places[^1] + Margin) };
    }

    private static string Hundredths(double share) => (100 * share).ToString("0.0", CultureInfo.InvariantCulture);
}
