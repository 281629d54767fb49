using System.Globalization;
using FashionGanTf.Fuzz.Formats;
using FashionGanTf.Fuzz.Running;

namespace FashionGanTf.Fuzz;

/// <summary>The fuzzer on the command line.</summary>
internal static class Program
{
    private const string Usage = "usage: dotnet run --project tests/FashionGan.Fuzz -- [--format NAME] [--count N] [--seed N] [--start " +
        "N] [--save DIR]";

    private static int Main(string[] args)
    {
        var (format, count, seed, start, folder) = ("", 100_000L, 1L, 0L, "fuzz-findings");
        for (var i = 0; i < args.Length; i += 2)
        {
            var value = i + 1 < args.Length ? args[i + 1] : "";
            var number = long.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out var parsed);
            switch (args[i])
            {
                case "--format" when FuzzFormat.All.Any(known => known.Name == value):
                    format = value;
                    break;
                case "--count" when number:
                    count = parsed;
                    break;
                case "--seed" when number:
                    seed = parsed;
                    break;
                case "--start" when number:
                    start = parsed;
                    break;
                case "--save" when value.Length > 0:
                    folder = value;
                    break;
                default:
                    Console.Error.WriteLine(
                        $"{Usage}\nformats: {string.Join(", ", FuzzFormat.All.Select(known => known.Name))} (all when none is named)");
                    return 2;
            }
        }

        var faults = 0;
        foreach (var chosen in FuzzFormat.All.Where(known => format is "" || known.Name == format))
        {
            var run = new FuzzRun(chosen, seed, start, count);
            var findings = run.Run();
            foreach (var finding in findings)
                Console.Error.WriteLine(finding.Report(folder));
            Console.WriteLine($"{chosen.Name}: {run.Tried} inputs, {run.Valid} of them valid files, {findings.Count} faults");
            faults += findings.Count;
        }

        return faults == 0 ? 0 : 1;
    }
}
