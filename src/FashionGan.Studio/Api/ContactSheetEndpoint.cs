using FashionGanTf.Generation.ContactSheets;
using FashionGanTf.Studio.Api.Parameters;
using FashionGanTf.Studio.Drawing;
using FashionGanTf.Studio.Http;
using FashionGanTf.Studio.Models;
using Microsoft.AspNetCore.Http;

namespace FashionGanTf.Studio.Api;

/// <summary><c>/api/contact-sheet</c>: pictures with notes, in groups, as a document to print or to send.</summary>
/// <param name="models">The models.</param>
/// <param name="painter">Draws.</param>
internal sealed class ContactSheetEndpoint(ModelCatalogue models, Painter painter) : Endpoint
{
    private const int Most = 256;
    private const int LongestLine = 200;

    private static readonly Recipes s_picture = new("picture", "What a picture is drawn from; given several times, in their order.", Most);
    private static readonly Lines s_note = new("note", "What stands below a picture, given once for each.", LongestLine);
    private static readonly Lines s_group = new("group",
        "The heading that a picture stands under, given once for each; empty for none.", LongestLine);
    private static readonly Line s_title = new("title", "What stands above all.", LongestLine);
    private static readonly WholeNumber s_columns = new("columns", "Pictures side by side.", 1, 12, 4);
    private static readonly Choice s_format = new("format", "A PDF file on pages of A4, or an SVG file.", "pdf", "svg");

    internal override string Path => "/api/contact-sheet";

    internal override string Summary => "Pictures with notes, in groups, as a document.";

    internal override IReadOnlyList<Parameter> Parameters { get; } =
        [s_picture, s_note, s_group, s_title, s_columns,
            .. PictureParameters.OfManner, PictureParameters.Ground, PictureParameters.Model, s_format];

    internal override IReadOnlyList<Answer> Answers { get; } =
    [
        new(StatusCodes.Status200OK, "With pdf.", "application/pdf"), new(StatusCodes.Status200OK, "With svg.", "image/svg+xml"),
        Api.Answer.NotModified, Api.Answer.Busy, Api.Answer.Unavailable,
    ];

    protected override async Task Answer(Query query, HttpContext context, CancellationToken stop)
    {
        var recipes = s_picture.ReadAll(query);
        if (recipes.Count == 0)
            query.Refuse(s_picture.Name, "is needed.");
        var (notes, groups, columns) =
            (s_note.Read(query, recipes.Count), s_group.Read(query, recipes.Count), s_columns.Read(query)!.Value);
        var title = s_title.Read(query);
        var (isPdf, manner, finish) =
            (s_format.Read(query) == "pdf", PictureParameters.ReadManner(query), PictureParameters.ReadGround(query));
        var source = PictureParameters.ReadModel(query, models, recipes);
        query.RequireRight();
        var model = ModelCatalogue.Require(source!);
        s_picture.RequireFit(query, model.Gan);
        PictureParameters.RequireFit(query, model, manner);
        query.RequireRight();
        if (EntityTag.IsKnown(context, model.Fingerprint))
            return;

        var pictures = await painter.Draw(model, recipes, manner, stop);
        SheetEntry[] entries = [.. pictures.Select((picture, i) =>
            new SheetEntry(finish.Of(picture), recipes[i].ToString(), notes[i], groups[i]))];
        Reply.Name(context, isPdf ? "contact-sheet.pdf" : "contact-sheet.svg", isDownload: true);
        await Reply.Bytes(context, Answers[isPdf ? 0 : 1].ContentType!,
            isPdf ? PdfContactSheet.Encode(title, entries, columns) : SvgContactSheet.Encode(title, entries, columns), stop);
    }
}
