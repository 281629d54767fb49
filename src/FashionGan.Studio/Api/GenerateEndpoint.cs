using FashionGanTf.Generation.Recipes;
using FashionGanTf.Studio.Api.Parameters;
using FashionGanTf.Studio.Api.Replies;
using FashionGanTf.Studio.Drawing;
using FashionGanTf.Studio.Http;
using FashionGanTf.Studio.Models;
using Microsoft.AspNetCore.Http;

namespace FashionGanTf.Studio.Api;

/// <summary><c>/api/generate</c>: pictures of a seed, or of recipes.</summary>
/// <param name="models">The models.</param>
/// <param name="painter">Draws.</param>
internal sealed class GenerateEndpoint(ModelCatalogue models, Painter painter) : Endpoint
{
    private const int StandardCount = 16;
    private const int Most = 1000;

    private static readonly WholeNumber s_seed = new("seed", "Which pictures: picture i of a seed is always the same, as generate draws it.", 0, int.MaxValue, 1);
    private static readonly WholeNumber s_first = new("first", "The number of the first picture.", 0, int.MaxValue - Most, 0);
    private static readonly WholeNumber s_count = new("count", $"How many pictures: {StandardCount} by default, 1 with png; 256 at most, 1000 with zip.", 1, Most, null);
    private static readonly Recipes s_picture = new("picture", "What a picture is drawn from, instead of seed, first and count.", Most);
    private static readonly PictureReply[] s_replies = [new JsonReply(), new RawReply(), new PngReply(), new SheetReply(), new ZipReply()];
    private static readonly Choice s_format = new("format", "What comes back.", [.. s_replies.Select(reply => reply.Format)]);

    internal override string Path => "/api/generate";

    internal override string Summary => "Pictures of a seed, or of recipes.";

    internal override IReadOnlyList<Parameter> Parameters { get; } =
    [
        s_seed, s_first, s_count, s_picture, PictureParameters.Truncation, PictureParameters.Scale, PictureParameters.Columns, PictureParameters.Model, PictureParameters.Class, s_format,
    ];

    internal override IReadOnlyList<Answer> Answers { get; } =
        [.. s_replies.Select(reply => reply.Answer).DistinctBy(answer => answer.ContentType), Api.Answer.NotModified, Api.Answer.Wrong, Api.Answer.TooLarge, Api.Answer.Busy, Api.Answer.Unavailable];

    protected override async Task Answer(Query query, HttpContext context, CancellationToken stop)
    {
        var format = s_format.Read(query);
        var reply = s_replies.Single(one => one.Format == format);
        var recipes = ReadRecipes(query, reply);
        var (truncation, scale, columns) = (PictureParameters.Truncation.Read(query), PictureParameters.Scale.Read(query), PictureParameters.Columns.Read(query));
        var source = PictureParameters.ReadModel(query, models);
        query.RequireRight();

        var model = ModelCatalogue.Require(source!);
        var order = new PictureOrder(model, recipes, truncation, scale!.Value, columns, Delay: 0);
        reply.Check(query, order, query.Has(s_picture) ? s_picture.Name : s_count.Name);
        query.RequireRight();
        if (!EntityTag.IsKnown(context, model))
            await reply.Write(context, order, painter, stop);
    }

    private static List<Recipe> ReadRecipes(Query query, PictureReply reply)
    {
        int? seed = s_seed.Read(query), first = s_first.Read(query), count = s_count.Read(query);
        if (!query.Has(s_picture))
            return [.. SeedRecipe.Range(seed!.Value, first!.Value, count ?? Math.Min(StandardCount, reply.MostPictures))];
        foreach (var parameter in (Parameter[])[s_seed, s_first, s_count])
            if (query.Has(parameter))
                query.Refuse(parameter.Name, "does not go with picture, which says what to draw.");
        return s_picture.ReadAll(query);
    }
}
