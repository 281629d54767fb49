using FashionGanTf.Studio.Api.Parameters;
using FashionGanTf.Studio.Models;
using Microsoft.AspNetCore.Http;

namespace FashionGanTf.Studio.Api;

/// <summary><c>/api/captions</c>: what pictures of a seed are drawn of where no text is asked for.</summary>
/// <param name="models">The models.</param>
internal sealed class CaptionsEndpoint(ModelCatalogue models) : Endpoint
{
    private const int Most = 256;

    private static readonly WholeNumber s_first = new("first", "The number of the first picture.", 0, int.MaxValue - Most, 0);
    private static readonly WholeNumber s_count = new("count", "How many pictures.", 1, Most, 16);

    internal override string Path => "/api/captions";

    internal override string Summary =>
        "The captions that pictures of any seed are drawn of where no text is asked for: those of the training take turns.";

    internal override IReadOnlyList<Parameter> Parameters { get; } = [s_first, s_count, PictureParameters.Model];

    internal override IReadOnlyList<Answer> Answers { get; } =
        [Api.Answer.OfJson<string[]>("A caption for each picture."), Api.Answer.Unavailable];

    protected override Task Answer(Query query, HttpContext context, CancellationToken stop)
    {
        int first = s_first.Read(query)!.Value, count = s_count.Read(query)!.Value;
        var source = PictureParameters.ReadModel(query, models);
        query.RequireRight();
        var vocabulary = ModelCatalogue.Require(source!).Gan.Vocabulary;
        if (vocabulary is null)
            query.Refuse(PictureParameters.Model.Name, Texts.NoWords($"the model '{source!.Name}'", models));
        query.RequireRight();
        return Reply.Json(context, Enumerable.Range(first, count).Select(number => vocabulary!.InTurn(number)).ToArray(), stop);
    }
}
