using FashionGanTf.Generation;
using FashionGanTf.Studio.Drawing;
using Microsoft.AspNetCore.Http;

namespace FashionGanTf.Studio.Api.Replies;

/// <summary>A ZIP file of PNG files and a table of their recipes, sent while it is made.</summary>
internal sealed class ZipReply() : PictureReply("zip")
{
    internal const string ContentType = "application/zip";

    internal override Answer Answer { get; } =
        new(StatusCodes.Status200OK, "With zip: images/*.png and pictures.csv, which says what each is drawn from, and of a model with " +
            "classes what it is.", ContentType);

    internal override int MostPictures => 1000;

    protected override bool IsWhole => false;

    internal override Task Write(HttpContext context, PictureOrder order, Painter painter, CancellationToken stop) =>
        Send(context, order, painter, stop);

    /// <summary>Draws and sends, however many there are.</summary>
    internal static async Task Send(HttpContext context, PictureOrder order, Painter painter, CancellationToken stop)
    {
        Reply.Name(context, "pictures.zip", isDownload: true);
        context.Response.ContentType = ContentType;
        if (Reply.IsHead(context))
            return;
        using var buffer = new MemoryStream();
        using (var archive = new PictureArchive(buffer, order.Recipes.Count, order.Manner, order.Model.Gan.Classes))
            await foreach (var part in painter.Parts(order.Model, order.Recipes, order.Manner, stop))
            {
                foreach (var (recipe, picture) in part)
                    archive.Add(recipe, order.Finish.Of(picture));
                await Reply.Send(context, buffer, stop);
            }

        await Reply.Send(context, buffer, stop);
    }
}
