using System.CommandLine;
using FashionGanTf.Training;

namespace FashionGanTf.Cli.CommandLine;

/// <summary>A command's <c>--data</c>, and how its pictures are made alike: the options that <c>train</c> has for it.</summary>
internal sealed class PictureLine
{
    private readonly Option<string?> _data;
    private readonly TrainingLine _training =
        new("--size", "--channels", "--fit", "--background", "--skip-broken", "--label-column");

    /// <summary>The options.</summary>
    /// <param name="help">What <c>--data</c> is for.</param>
    internal PictureLine(string help) => _data = PathOption.Of("--data", help, "FOLDER_OR_FILE");

    /// <summary>All of them.</summary>
    internal IEnumerable<Option> Options => [_data, .. _training.Options];

    /// <summary>What was given, and for the rest what a run has.</summary>
    /// <param name="line">A command line.</param>
    /// <param name="run">The options of that run; null without one.</param>
    /// <exception cref="UsageException">They contradict each other.</exception>
    internal TrainingOptions Read(ParseResult line, TrainingOptions? run = null)
    {
        var options = _training.Read(line, run ?? new TrainingOptions());
        return options.Contradiction() is { } contradiction ? throw new UsageException(contradiction)
            : options with { Data = line.GetValue(_data) ?? options.Data };
    }
}
