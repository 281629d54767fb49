using System.CommandLine;
using FashionGanTf.Cli.CommandLine;
using FashionGanTf.Generation;
using FashionGanTf.Imaging;

namespace FashionGanTf.Cli.Commands;

/// <summary>The options that say how drawn pictures go into files for people to look at.</summary>
internal sealed class FinishOptions
{
    private readonly Option<int> _scale = NumberOption.Of(
        "--scale", "How many pixels a side of a drawn pixel has.", 1, 1, Enlargement.Most);
    private readonly Option<string?> _enlarge = ChoiceOption.Of("--enlarge",
        "How: in squares, or smoothly, by Lanczos' windowed sinc [default: crisp].", ["crisp", "smooth"], text => text);
    private readonly Option<Ground?> _ground = ChoiceOption.Of<Ground?>("--ground",
        "What clothes stand on: black as they are drawn, white, nothing, or all values inverted [default: black].",
        ["black", "white", "transparent", "inverted"], text => Enum.Parse<Ground>(text, ignoreCase: true));
    private readonly Option<int?> _gap =
        NumberOption.Optional("--gap", "Pixels between the pictures of a grid [default: 0].", 0, Finish.MostGap);
    private readonly Option<bool> _labels = new("--labels") { Description = "Write below each picture of a grid what it is drawn from." };

    internal IEnumerable<Option> Options => [_scale, _enlarge, _ground, _gap, _labels];

    /// <summary>The finish.</summary>
    /// <param name="result">The command line.</param>
    /// <param name="format">One of <see cref="PictureFormat"/>.</param>
    /// <exception cref="UsageException">An option does not go with the format.</exception>
    internal Finish Read(ParseResult result, string format)
    {
        if (format is PictureFormat.Idx or PictureFormat.Npz)
            foreach (var option in (Option[])[_scale, _enlarge, _ground])
                if (result.GetResult(option) is { Implicit: false })
                    throw new UsageException(
                        $"{option.Name} does not go with --format {format}, whose readers expect pictures as they are drawn.");
        if (format != PictureFormat.Grid)
            foreach (var option in (Option[])[_gap, _labels])
                if (result.GetResult(option) is { Implicit: false })
                    throw new UsageException($"{option.Name} goes with --format grid only.");
        var ground = result.GetValue(_ground) ?? Ground.Black;
        if (format == PictureFormat.Gif && ground == Ground.Transparent)
            throw new UsageException(
                "--ground transparent does not go with --format gif, which has no soft edges; webp and animation have.");
        return new Finish(result.GetValue(_scale), result.GetValue(_enlarge) == "smooth", ground, result.GetValue(_gap) ?? 0,
            result.GetValue(_labels));
    }
}
