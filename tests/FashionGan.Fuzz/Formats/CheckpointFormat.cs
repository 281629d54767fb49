using System.Text;
using FashionGanTf.Callbacks;
using FashionGanTf.Training;

namespace FashionGanTf.Fuzz.Formats;

/// <summary>The text in a checkpoint that says where a run stands; the safetensors file around it is
/// <see cref="SafeTensorsFormat"/>'s.</summary>
internal sealed class CheckpointFormat : FuzzFormat
{
    internal override string Name => "checkpoint";

    internal override IReadOnlyList<byte[]> Seeds { get; } =
    [
        Json(new CheckpointState(0, 0, 0, new(1, 0), new(1, 8), [], [], [])),
        Json(new CheckpointState(
            1, 17, 2.5, new(1, 4096), new(ulong.MaxValue, 1), [new(2, 3), new(4, 5)],
            new() { ["d_loss"] = [1.5, 2], ["g_loss"] = [double.NaN, double.PositiveInfinity] },
            [new HistoryRow(1, 20, new() { ["d_loss"] = 0.6f, ["d_real"] = float.NaN }, 31.5, 12.25)])),
    ];

    internal override IReadOnlyList<byte[]> Words { get; } =
    [
        .. new[]
        {
            "null", "null,", "{}", "[]", "true", "-1", "1e400", "1e300", "\"NaN\"", "\"-Infinity\"", "18446744073709551616", "\"history\":",
                "\"metrics\":{", "\"epoch\":", "\"dropouts\":", "\"\\ud800\"",
            "\"\\u2028\":", "\"\u2028\u202e\":", "\"\\n\":", "\0", ",", "[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[",
        }.Select(Encoding.UTF8.GetBytes),
    ];

    internal override void Read(byte[] file)
    {
        var state = CheckpointState.FromJson(Encoding.UTF8.GetString(file));
        // What a run does with it.
        _ = TimeSpan.FromSeconds(state.Seconds);
        foreach (var row in state.History)
            _ = HistoryRow.CsvHead(row) + row.ToCsv() + row.ToJson();
        foreach (var (_, sums) in state.Metrics)
            _ = sums.Length;
    }

    internal override long MostMemory(byte[] file) => 256L * file.Length + 262_144;

    private static byte[] Json(CheckpointState state) => Encoding.UTF8.GetBytes(state.ToJson());
}
