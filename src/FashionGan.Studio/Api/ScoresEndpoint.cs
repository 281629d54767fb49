using FashionGanTf.Generation;
using FashionGanTf.Generation.Recipes;
using FashionGanTf.Studio.Api.Parameters;
using FashionGanTf.Studio.Drawing;
using FashionGanTf.Studio.Http;
using FashionGanTf.Studio.Models;
using Microsoft.AspNetCore.Http;

namespace FashionGanTf.Studio.Api;

/// <summary><c>/api/scores</c>: how real the discriminator finds a seed's pictures, or the best ones of several.</summary>
/// <param name="models">The models.</param>
/// <param name="painter">Draws.</param>
internal sealed class ScoresEndpoint(ModelCatalogue models, Painter painter) : Endpoint
{
    private const int MostPictures = 256;

    /// <summary>So many are drawn and judged within a second or two.</summary>
    private const int MostCandidates = 2048;

    private static readonly WholeNumber s_seed = new("seed", "Which pictures, as generate draws them.", 0, int.MaxValue, 1);
    private static readonly WholeNumber s_first = new("first", "The number of the first picture.", 0, int.MaxValue - MostPictures, 0);
    private static readonly WholeNumber s_count = new("count", "How many pictures.", 1, MostPictures, 16);
    private static readonly WholeNumber s_best_of = new("best_of", "Of how many each is the best, as generate --best-of has it: with 4, " +
        $"picture i is the most real of 4i to 4i + 3; count x best_of is {MostCandidates} at most.", 1, BestOf.Most, 1);

    internal override string Path => "/api/scores";

    internal override string Summary =>
        "How real the discriminator finds pictures of a seed, or the best ones of several; of models that can judge.";

    internal override IReadOnlyList<Parameter> Parameters { get; } =
        [s_seed, s_first, s_count, s_best_of, .. PictureParameters.OfManner, PictureParameters.Model, PictureParameters.Classes,
            PictureParameters.Texts];

    internal override IReadOnlyList<Answer> Answers { get; } =
        [Api.Answer.OfJson<Score[]>("The pictures in their order."), Api.Answer.NotModified, Api.Answer.Busy, Api.Answer.Unavailable];

    protected override async Task Answer(Query query, HttpContext context, CancellationToken stop)
    {
        int seed = s_seed.Read(query)!.Value, first = s_first.Read(query)!.Value, count = s_count.Read(query)!.Value,
            of = s_best_of.Read(query)!.Value;
        var pictures = PictureParameters.OfSeed(query, s_count, seed, first, count);
        var (manner, source) = (PictureParameters.ReadManner(query), PictureParameters.ReadModel(query, models, pictures));
        if (count * of > MostCandidates)
            query.Refuse(s_best_of.Name, $"{count} pictures, each the best of {of}, are {PictureParameters.Text(count * of)} to draw; " +
                $"{PictureParameters.Text(MostCandidates)} are the most.");
        if (((long)first + count) * of > int.MaxValue)
            query.Refuse(s_first.Name, $"the best of {of} would be chosen from numbers above {int.MaxValue}.");
        query.RequireRight();

        var model = ModelCatalogue.Require(source!);
        PictureParameters.RequireKnown(query, model, models);
        PictureParameters.RequireFit(query, model, manner);
        if (!model.Gan.CanJudge)
            query.Refuse(PictureParameters.Model.Name, $"no discriminator that fits lies beside {source!.Source}.");
        query.RequireRight();
        if (EntityTag.IsKnown(context, model.Fingerprint))
            return;
        Recipe[] candidates = of == 1 ? [.. pictures.Select(model.Gan.InWords)]
            : [.. pictures.Cast<SeedRecipe>().SelectMany(picture => BestOf.Candidates(picture, of, model.Gan.Conditions))];
        var logits = model.Gan.Judge(await painter.Draw(model, candidates, manner, stop), candidates);
        await Reply.Json(context,
            BestOf.Places(logits, of).Select(place => new Score(candidates[place].ToString(), logits[place])).ToArray(), stop);
    }

    /// <param name="Recipe">What the picture is drawn from.</param>
    /// <param name="Logit">What the discriminator says of it: the higher, the more real.</param>
    internal sealed record Score(string Recipe, float Logit);
}
