using FashionGanTf.Generation;
using FashionGanTf.Imaging;
using FashionGanTf.Studio.Api.Parameters;
using FashionGanTf.Studio.Drawing;
using Microsoft.AspNetCore.Http;

namespace FashionGanTf.Studio.Api.Replies;

/// <summary>The pictures one after the other, as a file that moves.</summary>
/// <param name="format">The word.</param>
/// <param name="kind">What file it is.</param>
/// <param name="ending">Its name's.</param>
/// <param name="answer">What comes back.</param>
internal sealed class AnimationReply(string format, AnimationKind kind, string ending, Answer answer) : PictureReply(format)
{
    internal override Answer Answer => answer;

    internal override bool IsAnimation => true;

    internal static AnimationReply Png() => new("animation", AnimationKind.Png, "png", new PngReply().Answer);

    internal static AnimationReply Gif() => new("gif", AnimationKind.Gif, "gif",
        new(StatusCodes.Status200OK, "With gif: one after the other.", "image/gif"));

    internal static AnimationReply Webp() => new("webp", AnimationKind.Webp, "webp",
        new(StatusCodes.Status200OK, "With webp: one after the other, without loss.", "image/webp"));

    internal override void Check(Query query, PictureOrder order, string countName)
    {
        base.Check(query, order, countName);
        if (kind == AnimationKind.Gif && order.Finish.Ground == Ground.Transparent)
            query.Refuse(PictureParameters.Ground.Name,
                "transparent does not go with gif, which has no soft edges; webp and animation have.");
    }

    internal override async Task Write(HttpContext context, PictureOrder order, Painter painter, CancellationToken stop)
    {
        var pictures = await painter.Draw(order.Model, order.Recipes, order.Manner, stop);
        Reply.Name(context, $"walk.{ending}");
        await Reply.Bytes(context, Answer.ContentType!,
            WalkAnimation.Encode(Array.ConvertAll(pictures, order.Finish.Of), order.Delay, kind, order.IsLoop), stop);
    }
}
