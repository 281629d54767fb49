using FashionGanTf.Studio.Api.Parameters;
using FashionGanTf.Studio.Drawing;
using Microsoft.AspNetCore.Http;

namespace FashionGanTf.Studio.Api.Replies;

/// <summary>A way to answer with pictures: one word of the parameter <c>format</c>.</summary>
/// <param name="format">The word.</param>
internal abstract class PictureReply(string format)
{
    /// <summary>Pixels in what is made at once: 16 pictures at scale 32, 256 at scale 9.</summary>
    private const long MostPixels = 1 << 24;

    internal string Format => format;

    /// <summary>What comes back.</summary>
    internal abstract Answer Answer { get; }

    /// <summary>Pictures in an answer at most.</summary>
    internal virtual int MostPictures => 256;

    /// <summary>Whether pictures come one after the other.</summary>
    internal virtual bool IsAnimation => false;

    /// <summary>Whether all pictures are in memory at once.</summary>
    protected virtual bool IsWhole => true;

    /// <summary>Refuses what this way cannot answer.</summary>
    internal virtual void Check(Query query, PictureOrder order, string countName)
    {
        if (order.Recipes.Count > MostPictures)
            query.Refuse(countName, $"{Format} takes {(MostPictures == 1 ? "one picture" : $"{MostPictures} pictures at most")}, not " +
                $"{PictureParameters.Text(order.Recipes.Count)}.");
        else if (IsWhole && order.Pixels > MostPixels)
            query.Refuse(PictureParameters.Scale.Name, $"all pictures together would have {PictureParameters.Text(order.Pixels)} pixels; " +
                $"{PictureParameters.Text(MostPixels)} are the most.");
        foreach (var (parameter, isAsked) in ((Parameter, bool)[])[(PictureParameters.Columns, order.Columns is not null),
            (PictureParameters.Gap, order.Finish.Gap > 0), (PictureParameters.Labels, order.Finish.HasLabels)])
            if (Format != "sheet" && isAsked)
                query.Refuse(parameter.Name, "goes with the format sheet only.");
    }

    /// <summary>Draws and answers.</summary>
    internal abstract Task Write(HttpContext context, PictureOrder order, Painter painter, CancellationToken stop);
}
