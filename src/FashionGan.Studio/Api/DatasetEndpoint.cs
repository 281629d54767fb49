using System.Globalization;
using FashionGanTf.Conditions;
using FashionGanTf.Generation;
using FashionGanTf.Studio.Api.Parameters;
using FashionGanTf.Studio.Api.Replies;
using FashionGanTf.Studio.Drawing;
using FashionGanTf.Studio.Models;
using Microsoft.AspNetCore.Http;
using Tensorflow.Keras.Datasets;
using Tensorflow.NumPy;

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
    private const string Labels = "labels";
    private const string CompressedLabels = "labels.gz";
    private const string Part = "generated";

    private static readonly WholeNumber s_seed = new("seed", "Which pictures, as generate draws them.", 0, int.MaxValue, 1);
    private static readonly WholeNumber s_count = new("count", "How many pictures.", 1, Most, Most);
    private static readonly Choice s_format =
        new("format", "idx: as Fashion-MNIST's files of pictures, in colour with a fourth axis; labels: their labels, of a model with " +
            "classes; idx.gz, labels.gz: compressed; zip: PNG files and a table.", Idx, CompressedIdx, Labels, CompressedLabels, Zip);
    private static readonly (string, string)[] s_headers = [(TotalName, "How many pictures there will be.")];

    internal override string Path => "/api/dataset";

    internal override string Summary => "Many pictures of a seed in one file, sent while they are drawn.";

    internal override IReadOnlyList<Parameter> Parameters { get; } =
        [s_seed, s_count, .. PictureParameters.OfManner, PictureParameters.Model, PictureParameters.Classes,
            PictureParameters.Texts, s_format];

    internal override IReadOnlyList<Answer> Answers { get; } =
    [
        new(StatusCodes.Status200OK, "With idx: an array (count, height, width) of bytes, in colour (count, height, width, 3); with " +
            "labels: an array (count).", "application/octet-stream")
            { Headers = s_headers },
        new(StatusCodes.Status200OK, "With idx.gz and labels.gz: the same, compressed.", "application/gzip") { Headers = s_headers },
        new(StatusCodes.Status200OK, "With zip: images/*.png and pictures.csv.", ZipReply.ContentType) { Headers = s_headers },
        Api.Answer.Busy, Api.Answer.Unavailable,
    ];

    /// <summary>As long as the client listens.</summary>
    protected override TimeSpan? TimeLimit => null;

    protected override Task Answer(Query query, HttpContext context, CancellationToken stop)
    {
        var (seed, count, manner, format) =
            (s_seed.Read(query), s_count.Read(query), PictureParameters.ReadManner(query), s_format.Read(query));
        var recipes = PictureParameters.OfSeed(query, s_count, seed!.Value, 0, count!.Value);
        var source = PictureParameters.ReadModel(query, models, recipes);
        query.RequireRight();

        var model = ModelCatalogue.Require(source!);
        var order = new PictureOrder(model, [.. recipes.Select(model.Gan.InWords)], manner, Finish.Plain, Columns: null, Delay: 0);
        PictureParameters.RequireKnown(query, order.Model, models);
        PictureParameters.RequireFit(query, order.Model, manner);
        if (format is Labels or CompressedLabels && !order.Model.Gan.IsConditional)
            query.Refuse(s_format.Name, $"the model '{source!.Name}' has no classes, so its pictures have no labels.");
        query.RequireRight();
        context.Response.Headers[TotalName] = order.Recipes.Count.ToString(CultureInfo.InvariantCulture);
        context.Response.Headers.CacheControl = "no-store";
        return format switch
        {
            Zip => ZipReply.Send(context, order, painter, stop),
            Labels or CompressedLabels => SendLabels(context, order, isCompressed: format == CompressedLabels, stop),
            _ => SendIdx(context, order, isCompressed: format == CompressedIdx, stop),
        };
    }

    private static Task SendLabels(HttpContext context, PictureOrder order, bool isCompressed, CancellationToken stop)
    {
        var name = IdxFile.labels_beside(IdxPictures.FileName(Part, channels: 1));
        Reply.Name(context, isCompressed ? name + ".gz" : name, isDownload: true);
        var labels = order.Recipes.Select(recipe => (byte)Condition.LabelOf(recipe.Condition(order.Model.Gan.Classes))!.Value).ToArray();
        using var file = new MemoryStream();
        IdxFile.write(file, np.array(labels), isCompressed);
        return Reply.Bytes(context, isCompressed ? "application/gzip" : "application/octet-stream", file.ToArray(), stop);
    }

    private async Task SendIdx(HttpContext context, PictureOrder order, bool isCompressed, CancellationToken stop)
    {
        var name = IdxPictures.FileName(Part, order.Model.Picture.Channels);
        Reply.Name(context, isCompressed ? name + ".gz" : name, isDownload: true);
        context.Response.ContentType = isCompressed ? "application/gzip" : "application/octet-stream";
        if (Reply.IsHead(context))
            return;
        using var buffer = new MemoryStream();
        using (var array = new IdxPictures(buffer, order.Recipes.Count, isCompressed))
            await foreach (var part in painter.Parts(order.Model, order.Recipes, order.Manner, stop))
            {
                foreach (var (_, picture) in part)
                    array.Add(picture);
                if (!isCompressed)
                    // What is in the buffer when the first part is drawn: the head, and the pixels of that part.
                    context.Response.ContentLength ??=
                        buffer.Length + (long)(order.Recipes.Count - part.Length) * order.Model.Picture.Bytes;
                await Reply.Send(context, buffer, stop);
            }

        await Reply.Send(context, buffer, stop);
    }
}
