using System.CommandLine;
using System.Globalization;
using FashionGanTf.Cli.CommandLine;
using FashionGanTf.Generation.Directions;
using FashionGanTf.Generation.Recipes;
using FashionGanTf.Models;

namespace FashionGanTf.Cli.Commands;

/// <summary><c>fashion-gan directions</c>.</summary>
internal static class DirectionsCommand
{
    internal static readonly string[] Examples = ["directions", "directions --model conditional --distance 3"];

    private const int MostPictures = 10_000;

    internal static Command Make(CancellationToken interrupted)
    {
        var model = ModelOption.Of("The generator", FashionGan.PretrainedNames[0]);
        var distance = NumberOption.Of("--distance", "How far pictures are moved each way.", 3.0, 0.1, MoreRecipe.MostDistance);
        var count = NumberOption.Of("--count", "How many pictures, of each class where there are classes.", 300, 2, MostPictures);
        var seed = NumberOption.Of("--seed", "Which pictures.", 1, 0, int.MaxValue);
        var command = new Command("directions", "Measure what the directions of more(7.3,darker*1.5) do to a generator's pictures, as " +
            "a table in Markdown.")
            { model, distance, count, seed };
        command.SetAction(result =>
        {
            var gan = ModelOption.Load(result.GetValue(model) ?? FashionGan.PretrainedNames[0]);
            var (far, many, which) = (result.GetValue(distance), result.GetValue(count), result.GetValue(seed));
            foreach (var (number, row) in DirectionTable.Of(gan, far, many, which, interrupted).Index())
            {
                // Not before: a model without directions is an error, and no table.
                if (number == 0)
                    Console.WriteLine("| class | direction | more | less | most of others | same class |\n|---|---|---|---|---|---|");
                Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"| {row.Class ?? "all"} | " +
                    $"{row.Direction.More}, {row.Direction.Less} | {row.More:+0.00;-0.00} | {row.Less:+0.00;-0.00} | " +
                    $"{(row.Other is null ? "" : $"{row.Other.More} {row.OfOther:0.00}")} | {row.Kept:0 %} |"));
            }

            return ExitCode.Success;
        });
        return command;
    }
}
