using System.Globalization;
using FashionGanTf.Generation;
using FashionGanTf.Studio.Api.Parameters;
using FashionGanTf.Studio.Drawing;
using Microsoft.AspNetCore.Http;

namespace FashionGanTf.Studio.Api.Replies;

/// <summary>The pictures' bytes, one after the other, row by row: what a page draws on its canvas.</summary>
internal sealed class RawReply() : PictureReply("raw")
{
    private const string WidthName = "X-Picture-Width";
    private const string HeightName = "X-Picture-Height";
    private const string ChannelsName = "X-Picture-Channels";
    private const string CountName = "X-Picture-Count";

    internal override Answer Answer { get; } = new(StatusCodes.Status200OK,
        "With raw: count x height x width bytes, row by row, 0 is black and 255 white; in colour three a pixel, red, green and blue.",
        "application/octet-stream")
    {
        Headers =
        [
            (WidthName, "Columns of a picture."), (HeightName, "Rows of a picture."), (ChannelsName, "1 in gray, 3 in colour."),
            (CountName, "How many pictures."),
        ],
    };

    internal override void Check(Query query, PictureOrder order, string countName)
    {
        base.Check(query, order, countName);
        if (order.Finish != Finish.Plain)
            query.Refuse(PictureParameters.FirstOfFinish(query).Name,
                "does not go with the format raw, which has the pictures as they are drawn.");
    }

    internal override async Task Write(HttpContext context, PictureOrder order, Painter painter, CancellationToken stop)
    {
        var pictures = await painter.Draw(order.Model, order.Recipes, order.Manner, stop);
        var bytes = new byte[order.Recipes.Count * (long)order.Model.Picture.Bytes];
        for (var i = 0; i < pictures.Length; i++)
            pictures[i].Pixels.CopyTo(bytes, i * pictures[i].Pixels.Length);
        var headers = context.Response.Headers;
        headers[WidthName] = headers[HeightName] = order.Model.Picture.Size.ToString(CultureInfo.InvariantCulture);
        headers[ChannelsName] = order.Model.Picture.Channels.ToString(CultureInfo.InvariantCulture);
        headers[CountName] = pictures.Length.ToString(CultureInfo.InvariantCulture);
        await Reply.Bytes(context, Answer.ContentType!, bytes, stop);
    }
}
