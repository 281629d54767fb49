using System.Text;
using FashionGanTf.Training;

namespace FashionGanTf.Fuzz.Formats;

/// <summary>A run's config.json.</summary>
internal sealed class ConfigFormat : FuzzFormat
{
    internal override string Name => "config";

    internal override IReadOnlyList<byte[]> Seeds { get; } =
    [
        Json(new TrainingOptions()),
        Encoding.UTF8.GetBytes((Config(new TrainingOptions { Conditional = true }) with
            { LabelsSha256 = new string('b', 64), Classes = ["trouser", "Kleid"] }).ToJson()),
        Encoding.UTF8.GetBytes((Config(new TrainingOptions { Text = "captions.jsonl" }) with
            { CaptionsSha256 = new string('c', 64), Words = ["dress", "dark"] }).ToJson()),
        Json(new TrainingOptions
            { Limit = 2560, Data = "a \"folder\" \u2028 \u202e of clothes \U0001F457", LabelNoise = 0.1, Seed = int.MaxValue, Epochs = 1 }),
    ];

    internal override IReadOnlyList<byte[]> Words { get; } =
    [
        .. new[]
        {
            "\"options\":", "\"images\":", "\"epochs\":", "\"limit\":", "\"data\":", "\"classes\":", "\"conditional\":", "\"words\":",
                "\"data_sha256\":", "\"started\":", "\"machine\":{",
                "{}", "[]", "null", "true", "-1", "0", "1e400", "-0.0", "NaN",
            "\"\\ud800\"", "\"\\ud800\":1,", "\\u0000", "\\u2028", "\"\\u2028\\u202e\"", "\"\\n\"", "\u2028", "\0", "/**/", ",",
            "\"9999-12-31T23:59:59-14:00\"", "[[[[[[[[[", "\"images\":1,",
        }.Select(Encoding.UTF8.GetBytes),
    ];

    internal override void Read(byte[] file)
    {
        var config = RunConfigReader.Read(new MemoryStream(file), "file");
        if (Running.Verdict.Fault(config.Differences(s_other) ?? "none") is { } fault)
            throw new NotSupportedException("the comparison gave " + fault);
    }

    // The file is held while it is read and once more; JSON's table of places grows with the file.
    internal override long MostMemory(byte[] file) => 64L * file.Length + 262_144;

    private static readonly RunConfig s_other = Config(new TrainingOptions { BatchSize = 64, Limit = 7, Epochs = 2 });

    internal static RunConfig Config(TrainingOptions options) =>
        new(options, 60_000, 2) { DataSha256 = new string('a', 64), Started = DateTimeOffset.UnixEpoch };

    private static byte[] Json(TrainingOptions options) => Encoding.UTF8.GetBytes(Config(options).ToJson());
}
