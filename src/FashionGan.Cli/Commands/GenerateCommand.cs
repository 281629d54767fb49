using System.CommandLine;
using FashionGanTf.Cli.CommandLine;
using FashionGanTf.Generation;
using FashionGanTf.Generation.Recipes;
using FashionGanTf.Imaging;
using FashionGanTf.Models;

namespace FashionGanTf.Cli.Commands;

/// <summary><c>fashion-gan generate</c>.</summary>
internal static class GenerateCommand
{
    internal static readonly string[] Examples =
    [
        "generate --seed 7 --grid 8x8 --out clothes.png",
        "generate --model run/generator.safetensors --count 100 --out pictures",
        "generate --count 10000 --format idx --out generated-images-idx3-ubyte.gz",
        "generate --seed 7 --best-of 4 --grid 8x8 --out clothes.png",
        "generate --class sneaker:8 --class bag:8 --out asked.png",
        "generate --text \"dark sleeveless dress\" --count 8 --out asked.png",
        "generate --picture 7.3 --picture \"blend(7.3*2,8.0*1)\" --scale 8 --out pictures.zip",
        "generate --model conditional --from 7.3@sneaker --to 7.3@ankle-boot --out walk.apng",
        "generate --psi 0.7 --grid 8x8 --out clothes.png",
        "generate --mix 3 --grid 6x4 --out mixed.png",
        "generate --from 7.3@dark-dress --to 8.0@light-coat --out walk.gif",
        "generate --from 7.3 --to 8.0 --format animation --scale 8 --out walk.png",
    ];

    /// <summary>Pixels of all pictures in one PNG at most, those of colours counted apart: a million pictures of 28 x 28 in
    /// gray.</summary>
    private const long MostAtOnce = 1_000_000 * 28 * 28;

    /// <summary>So many that a card is sooner done, though it takes seconds to begin.</summary>
    internal const int ManyPictures = 100_000;

    internal static Command Make(CancellationToken interrupted)
    {
        var model = ModelOption.Of("The generator that draws",
            $"{FashionGan.PretrainedNames[0]}, for texts {ModelOption.WithTexts}");
        var choice = new PictureChoice();
        var truncation = NumberOption.Optional(
            "--truncation",
            "How far the numbers of noise may lie from 0: less makes pictures plainer and more alike, but not a StyleGAN's, which has psi.",
            NormalTruncation.Least, NormalTruncation.Most);
        var psi = MannerOption.Psi();
        var noiseSeed = NumberOption.Optional("--noise-seed",
            "The noise of a StyleGAN's maps, which changes details only [default: that which is kept with the weights].", 0, int.MaxValue);
        var mixing = MannerOption.StyleMixing();
        var bestOf = NumberOption.Optional("--best-of",
            "For each picture of the seed draw so many and keep the one that the discriminator finds most real.",
            BestOf.Least, BestOf.Most);
        var grid = GridSize.Option("--grid", "Columns and rows of the grid [default: nearly square].");
        var finishing = new FinishOptions();
        var delay = NumberOption.Of("--delay", "Milliseconds that a picture of an animation is shown.", WalkAnimation.StandardDelay,
            WalkAnimation.LeastDelay, WalkAnimation.MostDelay);
        var output = PathOption.Of("--out", "The file of a grid, arrays, a ZIP or an animation, or the folder of single pictures.",
            "FILE_OR_DIR");
        output.Required = true;
        var format = PictureFormat.Option();
        var device = DeviceOption.ToDraw();

        var command = new Command("generate", "Draw pictures with a trained generator.")
            { model, grid, output, format, bestOf, truncation, psi, noiseSeed, mixing, delay, device };
        foreach (var option in finishing.Options.Concat(choice.Options))
            command.Add(option);
        command.SetAction(result =>
        {
            var (size, file) = (result.GetValue(grid), result.GetRequiredValue(output)!);
            var kind = result.GetValue(format) ?? PictureFormat.Of(size is not null, file);
            var (recipes, count) = choice.Read(result, size);
            if (size is not null && kind != PictureFormat.Grid)
                throw new UsageException($"--grid {size} goes with --format grid only.");
            if (count > size?.Places)
                throw new UsageException($"A grid of {size} has {size?.Places} places; {count} pictures are more.");
            var finish = finishing.Read(result, kind);
            if (PictureFormat.Moving(kind) is null && result.GetResult(delay) is { Implicit: false })
                throw new UsageException("--delay goes with --format animation, gif and webp only.");
            PictureFormat.RequireName(kind, file);
            var place = new PictureOutput(kind, file, count);
            place.RequirePlace();

            if (result.GetValue(bestOf) is not null)
                choice.RequireSeed(result, bestOf);
            if (result.GetValue(mixing))
            {
                choice.RequireSeed(result, mixing);
                if (result.GetValue(bestOf) is not null)
                    throw new UsageException("--best-of judges pictures of a seed, and --style-mixing mixes them; give one of them.");
            }

            DeviceOption.Use(result.GetValue(device), pays: count >= ManyPictures);
            var gan = ModelOption.Load(result.GetValue(model) ?? choice.Standard(result));
            if (result.GetValue(bestOf) is not null && !gan.CanJudge)
                throw new UsageException($"--best-of asks the discriminator, and none that fits lies beside {result.GetValue(model)}; a " +
                    $"run leaves it there as {DiscriminatorFile.Name}.");
            choice.RequireFit(result, gan, StandardError.Say);
            var manner = new Manner(result.GetValue(truncation), result.GetValue(psi), result.GetValue(noiseSeed));
            MannerOption.RequireFit(gan, psi, new Manner(Psi: manner.Psi));
            MannerOption.RequireFit(gan, noiseSeed, new Manner(NoiseSeed: manner.NoiseSeed));
            if (result.GetValue(mixing))
            {
                MannerOption.RequireStyles(gan, mixing);
                recipes = recipes.Cast<SeedRecipe>().Select(picture => MixRecipe.AsInTraining(picture, gan.Styles));
            }

            if (manner.Truncation is not null && gan.Styles > 0)
                StandardError.Say("--truncation draws other pictures of a StyleGAN, but no plainer ones; --psi does that.");
            if ((kind == PictureFormat.Grid || PictureFormat.Moving(kind) is not null)
                && (long)count * gan.Picture.Bytes * finish.Scale * finish.Scale > MostAtOnce)
                throw new UsageException(
                    $"{count} pictures at --scale {finish.Scale} are too large for one file; --format zip takes them.");
            var drawn = Draw(gan, recipes, result.GetValue(bestOf), manner, interrupted);
            var sheet = size ?? choice.Rows(result) ?? GridSize.For(count);
            place.Write(drawn, gan.Classes, sheet, manner, finish, result.GetValue(delay), choice.IsLoop(result));
            return ExitCode.Success;
        });
        return command;
    }

    private static IEnumerable<(Recipe Recipe, Bitmap Picture)> Draw(
        FashionGan gan, IEnumerable<Recipe> recipes, int? bestOf, Manner manner, CancellationToken interrupted)
    {
        if (bestOf is not { } of)
            return recipes.Select(gan.InWords).Zip(Draw(gan, recipes, manner, interrupted));
        return BestOf.Draw(gan, recipes.Cast<SeedRecipe>(), of, manner).Select(one =>
        {
            interrupted.ThrowIfCancellationRequested();
            return one;
        });
    }

    /// <summary>Some at a time, so that Ctrl-C is heard and a million pictures need no room for a million.</summary>
    internal static IEnumerable<Bitmap> Draw(FashionGan gan, IEnumerable<Recipe> recipes, Manner manner, CancellationToken interrupted)
    {
        const int part = 256;
        foreach (var some in recipes.Chunk(part))
        {
            interrupted.ThrowIfCancellationRequested();
            foreach (var picture in gan.Draw(some, manner))
                yield return picture;
        }
    }
}
