using FashionGanTf.Imaging;
using FashionGanTf.Studio.Api.Parameters;
using FashionGanTf.Studio.Drawing;
using FashionGanTf.Studio.Http;
using FashionGanTf.Studio.Models;
using FashionGanTf.Studio.Neighbours;
using Microsoft.AspNetCore.Http;

namespace FashionGanTf.Studio.Api;

/// <summary><c>/api/neighbours</c>: the training pictures that are nearest to one: what they do not have is new.</summary>
/// <param name="models">The models.</param>
/// <param name="painter">Draws.</param>
/// <param name="data">The training pictures.</param>
internal sealed class NeighboursEndpoint(ModelCatalogue models, Painter painter, TrainingData data) : Endpoint
{
    private const string Unit = "Euclidean distance of pixels, brightness 0 to 1";

    private static readonly Recipes s_picture = new("picture", "What the picture is drawn from.", 1);
    private static readonly WholeNumber s_count = new("count", "How many neighbours.", 1, 50, 5);

    internal override string Path => "/api/neighbours";

    internal override string Summary => "The training pictures that are nearest to a picture, the nearest first.";

    internal override IReadOnlyList<Parameter> Parameters { get; } =
        [s_picture, s_count, .. PictureParameters.OfManner, PictureParameters.Model, PictureParameters.Class];

    internal override IReadOnlyList<Answer> Answers { get; } =
        [Api.Answer.OfJson<Nearest>("The neighbours."), Api.Answer.Busy, Api.Answer.Unavailable];

    protected override async Task Answer(Query query, HttpContext context, CancellationToken stop)
    {
        var (recipe, count, manner) = (s_picture.ReadOne(query), s_count.Read(query), PictureParameters.ReadManner(query));
        var source = PictureParameters.ReadModel(query, models, recipe is null ? [] : [recipe]);
        PictureParameters.Class.Read(query);
        query.RequireRight();

        var model = ModelCatalogue.Require(source!);
        s_picture.RequireFit(query, model.Gan);
        PictureParameters.Class.RequireKnown(query, model.Gan.Classes);
        PictureParameters.RequireFit(query, model, manner);
        query.RequireRight();
        var set = await data.Load(stop);
        if (set.Shape != model.Picture)
            throw ProblemException.Unavailable($"The training data are pictures of {set.Shape}, and the model draws {model.Picture}. " +
                "Start serve with --data and the data that it was trained on.");
        var picture = (await painter.Draw(model, [PictureParameters.OfClass(query, recipe!)], manner, stop))[0];
        var nearest = set.Nearest(picture, count!.Value, stop);
        await Reply.Json(context, new Nearest(Unit, [.. nearest.Select(one => Describe(set, one.Number, one.Distance))]), stop);
    }

    private static Neighbour Describe(TrainingSet set, int number, double distance)
    {
        var (label, name) = set.Label(number);
        return new Neighbour(number, label, name, distance, PngWriter.Encode(set.Picture(number)));
    }

    /// <param name="DistanceUnit">What distances mean.</param>
    /// <param name="Neighbours">The nearest first.</param>
    internal sealed record Nearest(string DistanceUnit, Neighbour[] Neighbours);

    /// <param name="Index">Its number among the training pictures, from 0.</param>
    /// <param name="Label">Its class; null where the data have no labels.</param>
    /// <param name="LabelName">What the class is called.</param>
    /// <param name="Distance">How far it is.</param>
    /// <param name="Png">A PNG file, in base64.</param>
    internal sealed record Neighbour(int Index, int? Label, string LabelName, double Distance, byte[] Png);
}
