using System.Globalization;
using FashionGanTf.Generation;
using FashionGanTf.Generation.Recipes;
using FashionGanTf.Studio.Api.Parameters;
using FashionGanTf.Studio.Api.Replies;
using FashionGanTf.Studio.Drawing;
using FashionGanTf.Studio.Models;
using Microsoft.AspNetCore.Http;

namespace FashionGanTf.Studio.Api;

/// <summary><c>/api/dataset</c>: many pictures of a seed in one file, sent while they are drawn.</summary>
/// <param name="models">The models.</param>
/// <param name="painter">Draws.</param>
internal sealed class DatasetEndpoint(ModelCatalogue models, Painter painter) : Endpoint
{
    private const int Most = 60_000;
    private const string TotalName = "X-Total-Pictures";
    private const string Idx = "idx";
    private const string CompressedIdx = "idx.gz";
    private const string Zip = "zip";
    private const string IdxFileName = "generated-images-idx3-ubyte";

    private static readonly WholeNumber s_seed = new("seed", "Which pictures, as generate draws them.", 0, int.MaxValue, 1);
    private static readonly WholeNumber s_count = new("count", "How many pictures.", 1, Most, Most);
    private static readonly Choice s_format =
        new("format", "idx: as Fashion-MNIST's files; idx.gz: compressed; zip: PNG files and a table.", Idx, CompressedIdx, Zip);
    private static readonly (string, string)[] s_headers = [(TotalName, "How many pictures there will be.")];

    internal override string Path => "/api/dataset";

    internal override string Summary => "Many pictures of a seed in one file, sent while they are drawn.";

    internal override IReadOnlyList<Parameter> Parameters { get; } =
        [s_seed, s_count, PictureParameters.Truncation, PictureParameters.Model, PictureParameters.Class, s_format];

    internal override IReadOnlyList<Answer> Answers { get; } =
    [
        new(StatusCodes.Status200OK, "With idx: an array (count, height, width) of bytes.", "application/octet-stream")
            { Headers = s_headers },
        new(StatusCodes.Status200OK, "With idx.gz: the same, compressed.", "application/gzip") { Headers = s_headers },
        new(StatusCodes.Status200OK, "With zip: images/*.png and pictures.csv.", ZipReply.ContentType) { Headers = s_headers },
        Api.Answer.Busy, Api.Answer.Unavailable,
    ];

    /// <summary>As long as the client listens.</summary>
    protected override TimeSpan? TimeLimit => null;

    protected override Task Answer(Query query, HttpContext context, CancellationToken stop)
    {
        var (seed, count, truncation, format) =
            (s_seed.Read(query), s_count.Read(query), PictureParameters.Truncation.Read(query), s_format.Read(query));
        var source = PictureParameters.ReadModel(query, models);
        query.RequireRight();

        var order = new PictureOrder(ModelCatalogue.Require(source!), [.. SeedRecipe.Range(seed!.Value, 0, count!.Value)], truncation,
            Scale: 1, Columns: null, Delay: 0);
        context.Response.Headers[TotalName] = order.Recipes.Count.ToString(CultureInfo.InvariantCulture);
        context.Response.Headers.CacheControl = "no-store";
        return format == Zip
            ? ZipReply.Send(context, order, painter, stop)
            : SendIdx(context, order, isCompressed: format == CompressedIdx, stop);
    }

    private async Task SendIdx(HttpContext context, PictureOrder order, bool isCompressed, CancellationToken stop)
    {
        Reply.Name(context, isCompressed ? IdxFileName + ".gz" : IdxFileName, isDownload: true);
        context.Response.ContentType = isCompressed ? "application/gzip" : "application/octet-stream";
        if (Reply.IsHead(context))
            return;
        using var buffer = new MemoryStream();
        using (var array = new IdxPictures(buffer, order.Recipes.Count, isCompressed))
            await foreach (var part in painter.Parts(order.Model, order.Recipes, order.Truncation, stop))
            {
                foreach (var (_, picture) in part)
                    array.Add(picture);
                if (!isCompressed)
                    // What is in the buffer when the first part is drawn: the head, and the pixels of that part.
                    context.Response.ContentLength ??= buffer.Length + (long)(order.Recipes.Count - part.Length) * order.Model.Width
                        * order.Model.Height;
                await Reply.Send(context, buffer, stop);
            }

        await Reply.Send(context, buffer, stop);
    }
}
