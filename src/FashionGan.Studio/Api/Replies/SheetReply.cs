using FashionGanTf.Imaging;
using FashionGanTf.Studio.Drawing;
using Microsoft.AspNetCore.Http;

namespace FashionGanTf.Studio.Api.Replies;

/// <summary>All pictures in rows and columns, as one PNG file.</summary>
internal sealed class SheetReply() : PictureReply("sheet")
{
    internal override Answer Answer { get; } = new PngReply().Answer;

    internal override async Task Write(HttpContext context, PictureOrder order, Painter painter, CancellationToken stop)
    {
        var pictures = await painter.Draw(order.Model, order.Recipes, order.Manner, stop);
        var columns = order.Columns ?? (int)Math.Ceiling(Math.Sqrt(pictures.Length));
        var sheet = order.Finish.Sheet([.. order.Recipes.Zip(pictures)], columns, (pictures.Length + columns - 1) / columns);
        Reply.Name(context, "sheet.png");
        await Reply.Bytes(context, PngReply.ContentType, PngWriter.Encode(sheet), stop);
    }
}
