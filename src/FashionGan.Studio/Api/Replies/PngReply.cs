using FashionGanTf.Imaging;
using FashionGanTf.Studio.Api.Parameters;
using FashionGanTf.Studio.Drawing;
using Microsoft.AspNetCore.Http;

namespace FashionGanTf.Studio.Api.Replies;

/// <summary>One picture as a PNG file.</summary>
internal sealed class PngReply() : PictureReply("png")
{
    internal const string ContentType = "image/png";

    internal override Answer Answer { get; } = new(StatusCodes.Status200OK,
        "With png: one picture. With sheet: all in rows and columns. With animation: one after the other.", ContentType);

    internal override int MostPictures => 1;

    internal override async Task Write(HttpContext context, PictureOrder order, Painter painter, CancellationToken stop)
    {
        var picture = (await painter.Draw(order.Model, order.Recipes, order.Manner, stop))[0];
        Reply.Name(context, "picture.png");
        await Reply.Bytes(context, ContentType, PngWriter.Encode(order.Finish.Of(picture)), stop);
    }
}
