using FashionGanTf.Imaging;
using FashionGanTf.Studio.Drawing;
using Microsoft.AspNetCore.Http;

namespace FashionGanTf.Studio.Api.Replies;

/// <summary>Each picture with its recipe, as a PNG in JSON.</summary>
internal sealed class JsonReply() : PictureReply("json")
{
    internal override Answer Answer { get; } = Api.Answer.OfJson<PictureAnswer[]>("With json: each picture with what it is drawn from.");

    internal override async Task Write(HttpContext context, PictureOrder order, Painter painter, CancellationToken stop)
    {
        var pictures = await painter.Draw(order.Model, order.Recipes, order.Manner, stop);
        await Reply.Json(context,
            pictures.Select((picture, i) => Describe(order.Recipes[i].ToString(), order.Finish.Of(picture))).ToArray(), stop);
    }

    private static PictureAnswer Describe(string recipe, Bitmap picture) =>
        new(recipe, picture.Width, picture.Height, PngWriter.Encode(picture));
}
