using System.Runtime.Intrinsics.X86;
using System.Text;

namespace FashionGanTf.Training;

/// <summary>Processes that share a training must agree about everything that its result depends on.</summary>
internal static class RankAgreement
{
    /// <summary>Compares this process's run with that of rank 0.</summary>
    /// <exception cref="ArgumentException">They differ; the message is one line that names each difference. The others wait, until the
    /// launcher ends them.</exception>
    internal static void Require(TrainingRun run)
    {
        if (run.Communicator.Size == 1)
            return;
        var mine = Facts(run);
        var first = Encoding.UTF8.GetString(run.Communicator.Broadcast(Encoding.UTF8.GetBytes(string.Join('\n', mine)))).Split('\n');
        if (Differences(first, mine) is { } differences)
            throw new ArgumentException($"Rank {run.Communicator.Rank} does not train what rank 0 trains: {differences}.");
        // Nobody writes before all have agreed.
        run.Communicator.Barrier();
    }

    /// <summary>What differs, as <c>--seed 2 (rank 0 has 1)</c>; null where nothing does.</summary>
    /// <param name="first">The facts of rank 0, of which another version may have others.</param>
    /// <param name="mine">Those of this process.</param>
    internal static string? Differences(string[] first, string[] mine)
    {
        var of0 = first.Select(fact => fact.Split('\t', 2)).ToDictionary(fact => fact[0], fact => fact[^1]);
        var differences = mine.Select(fact => fact.Split('\t', 2))
            .Select(fact => (Name: fact[0], Value: fact[^1], Of0: of0.GetValueOrDefault(fact[0], "none")))
            .Where(fact => fact.Value != fact.Of0).Select(fact => $"{fact.Name} {fact.Value} (rank 0 has {fact.Of0})").ToList();
        return differences.Count == 0 ? null : string.Join(", ", differences);
    }

    /// <summary>What the result depends on, names and values.</summary>
    private static string[] Facts(TrainingRun run) =>
    [
        $"version\t{run.Config.Version}",
        // Kernels of other widths add in another order.
        $"instructions\t{(Avx512F.IsSupported ? "AVX-512" : Avx2.IsSupported ? "AVX2" : run.Config.Machine.Architecture)}",
        .. TrainingOption.All.Where(option => option.OnResume != ResumeRule.Free)
            .Select(option => FormattableString.Invariant($"{option.Name}\t{option.Of(run.Options) ?? "none"}")),
        $"pictures\t{run.Config.Images}",
        $"data SHA-256\t{run.Config.DataSha256}",
        $"labels SHA-256\t{run.Config.LabelsSha256 ?? "none"}",
        $"captions SHA-256\t{run.Config.CaptionsSha256 ?? "none"}",
    ];
}
