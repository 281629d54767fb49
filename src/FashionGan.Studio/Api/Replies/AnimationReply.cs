using FashionGanTf.Generation;
using FashionGanTf.Imaging;
using FashionGanTf.Studio.Drawing;
using Microsoft.AspNetCore.Http;

namespace FashionGanTf.Studio.Api.Replies;

/// <summary>The pictures one after the other, as an animated PNG file.</summary>
internal sealed class AnimationReply() : PictureReply("animation")
{
    internal override Answer Answer { get; } = new PngReply().Answer;

    internal override async Task Write(HttpContext context, PictureOrder order, Painter painter, CancellationToken stop)
    {
        var pictures = await painter.Draw(order.Model, order.Recipes, order.Manner, stop);
        Reply.Name(context, "walk.png");
        await Reply.Bytes(context, PngReply.ContentType,
            WalkAnimation.Encode(Array.ConvertAll(pictures, picture => Enlargement.Of(picture, order.Scale)), order.Delay), stop);
    }
}
