using FashionGanTf.Generation.Recipes;
using FashionGanTf.Studio.Api.Parameters;
using FashionGanTf.Studio.Api.Replies;
using FashionGanTf.Studio.Drawing;
using FashionGanTf.Studio.Models;

namespace FashionGanTf.Studio.Api;

/// <summary><c>/api/generate</c>: pictures of a seed, or of recipes.</summary>
/// <param name="models">The models.</param>
/// <param name="painter">Draws.</param>
internal sealed class GenerateEndpoint(ModelCatalogue models, Painter painter) : PictureEndpoint(
    models, painter, [new JsonReply(), new RawReply(), new PngReply(), new SheetReply(), new ZipReply()],
    [s_seed, s_first, s_count, s_picture, PictureParameters.Texts], PictureParameters.Classes)
{
    private const int StandardCount = 16;
    private const int Most = 1000;

    private static readonly WholeNumber s_seed =
        new("seed", "Which pictures: picture i of a seed is always the same, as generate draws it.", 0, int.MaxValue, 1);
    private static readonly WholeNumber s_first = new("first", "The number of the first picture.", 0, int.MaxValue - Most, 0);
    private static readonly WholeNumber s_count =
        new("count", $"How many pictures: {StandardCount} by default, 1 with png; 256 at most, {Most} with zip.", 1, Most, null);
    private static readonly Recipes s_picture = new("picture", "What a picture is drawn from, instead of seed, first and count.", Most);

    internal override string Path => "/api/generate";

    internal override string Summary => "Pictures of a seed, or of recipes.";

    protected override string CountName(Query query) => query.Has(s_picture) ? s_picture.Name : s_count.Name;

    protected override IReadOnlyList<Recipe> ReadRecipes(Query query, PictureReply reply)
    {
        int? seed = s_seed.Read(query), first = s_first.Read(query), count = s_count.Read(query);
        if (!query.Has(s_picture))
            return PictureParameters.OfSeed(query, s_count, seed!.Value, first!.Value,
                count ?? Math.Min(StandardCount, reply.MostPictures));
        foreach (var parameter in (Parameter[])[s_seed, s_first, s_count, PictureParameters.Texts])
            if (query.Has(parameter))
                query.Refuse(parameter.Name, "does not go with picture, which says what to draw.");
        PictureParameters.Class.Read(query);
        return s_picture.ReadAll(query).ConvertAll(recipe => PictureParameters.OfClass(query, recipe));
    }
}
