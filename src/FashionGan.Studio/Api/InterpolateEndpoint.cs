using FashionGanTf.Generation;
using FashionGanTf.Generation.Recipes;
using FashionGanTf.Studio.Api.Parameters;
using FashionGanTf.Studio.Api.Replies;
using FashionGanTf.Studio.Drawing;
using FashionGanTf.Studio.Models;

namespace FashionGanTf.Studio.Api;

/// <summary><c>/api/interpolate</c>: the pictures on the way from one to another, by way of others or not.</summary>
/// <param name="models">The models.</param>
/// <param name="painter">Draws.</param>
internal sealed class InterpolateEndpoint(ModelCatalogue models, Painter painter) : PictureEndpoint(
    models, painter,
    [
        new JsonReply(), new RawReply(), AnimationReply.Png(), AnimationReply.Gif(), AnimationReply.Webp(), new SheetReply(),
        new ZipReply(),
    ],
    [s_from, s_to, s_via, s_count, s_loop, s_delay], PictureParameters.Class)
{
    private static readonly Recipes s_from = new("from", "What the first picture is drawn from.", 1);
    private static readonly Recipes s_to = new("to", "What the last picture is drawn from.", 1);
    private static readonly Recipes s_via = new(
        "via", "What a picture between both is drawn from, in the order of the way.", WalkRecipe.MostStops - 2);
    private static readonly Choice s_loop = new("loop", "Whether the way goes on from the last picture to the first.", "no", "yes");
    private static readonly WholeNumber s_count = new("count", "How many pictures, the first and the last among them.", 2, 240, 24);
    private static readonly WholeNumber s_delay = new(
        "delay", $"Milliseconds that a picture is shown, {WalkAnimation.StandardDelay} by default; with animation, gif and webp only.",
        WalkAnimation.LeastDelay, WalkAnimation.MostDelay, null);

    internal override string Path => "/api/interpolate";

    internal override string Summary => "Pictures in equal steps on the way from one to another.";

    protected override string CountName(Query query) => s_count.Name;

    protected override IReadOnlyList<Recipe> ReadRecipes(Query query, PictureReply reply)
    {
        var (from, to, count) = (s_from.ReadOne(query), s_to.ReadOne(query), s_count.Read(query)!.Value);
        PictureParameters.Class.Read(query);
        var via = s_via.ReadAll(query);
        if (from is null || to is null)
            return [];
        try
        {
            Recipe[] stops = [from, .. via, to];
            return WalkRecipe.Path([.. stops.Select(stop => PictureParameters.OfClass(query, stop))], count, IsLoop(query));
        }
        catch (ArgumentException error)
        {
            // Each is right, and both together are too much.
            query.Refuse(s_to.Name, error.Message);
            return [];
        }
    }

    protected override bool IsLoop(Query query) => s_loop.Read(query) == "yes";

    protected override int ReadDelay(Query query, PictureReply reply)
    {
        if (query.Has(s_delay) && !reply.IsAnimation)
            query.Refuse(s_delay.Name, "goes with the formats animation, gif and webp only.");
        return s_delay.Read(query) ?? WalkAnimation.StandardDelay;
    }
}
