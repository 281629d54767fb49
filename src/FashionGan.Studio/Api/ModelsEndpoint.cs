using FashionGanTf.Generation.Directions;
using FashionGanTf.Models;
using FashionGanTf.Studio.Api.Parameters;
using FashionGanTf.Studio.Models;
using FashionGanTf.Studio.Neighbours;
using Microsoft.AspNetCore.Http;

namespace FashionGanTf.Studio.Api;

/// <summary><c>/api/models</c>: the models, and what each can do; the page offers that and no more.</summary>
/// <param name="models">The models.</param>
/// <param name="data">The training pictures.</param>
internal sealed class ModelsEndpoint(ModelCatalogue models, TrainingData data) : Endpoint
{
    private static readonly string[] s_abilities = ["generate", "interpolate", "truncate", "dataset"];

    private static readonly Name s_model = new("model", "The name of a model that can only load: its weights are read.");

    internal override string Path => "/api/models";

    internal override string Summary => "The models, and what each can do.";

    internal override IReadOnlyList<Parameter> Parameters { get; } = [s_model];

    internal override IReadOnlyList<Answer> Answers { get; } =
        [Api.Answer.OfJson<Description[]>("The models."), Api.Answer.Unavailable];

    protected override Task Answer(Query query, HttpContext context, CancellationToken stop)
    {
        var asked = s_model.Read(query) is null ? null : PictureParameters.ReadModel(query, models);
        query.RequireRight();
        if (asked is not null)
            ModelCatalogue.Require(asked);
        var always = models.Sources.Select(source => Describe(source, source.ModelOrNull, []));
        var ofRuns = models.OfRuns().Select(source => Describe(source, source.IsRead ? source.ModelOrNull : null, ["load"]));
        return Reply.Json(context, always.Concat(ofRuns).ToArray(), stop);
    }

    /// <param name="source">The model's name and file.</param>
    /// <param name="model">Null while it cannot draw.</param>
    /// <param name="else">What it can do then.</param>
    private Description Describe(ModelSource source, StudioModel? model, string[] @else)
    {
        var isDefault = source == models.Default;
        return model is not null
            ? new Description(source.Name, isDefault, source.Source, model.Fingerprint, model.Gan.LatentDim, model.Picture.Size,
                model.Picture.Size, model.Picture.Channels, model.Gan.Styles, model.Gan.IsConditional ? [.. model.Gan.Classes] : null,
                model.Gan.Vocabulary is null ? null : [.. model.Gan.Vocabulary], model.Gan.Vocabulary?.Readings,
                ModelDirections.Refusal(model.Gan) is null ? [.. DirectionsOf(model.Gan)] : [],
                [
                    .. s_abilities, .. model.Gan.Styles > 0 ? ["psi", "mix", "noise"] : (string[])[],
                    .. model.Gan.CanJudge ? ["judge"] : (string[])[],
                    .. data.IsAtHandFor(model.Picture) ? ["neighbours"] : (string[])[],
                ])
            : new Description(source.Name, isDefault, source.Source, null, 0, 0, 0, 0, 0, null, null, null, [], @else);
    }

    private static IEnumerable<Change> DirectionsOf(FashionGan gan) => ModelDirections.Of(null)
        .Union(gan.IsConditional ? Direction.All : []).Select(one => new Change(one.More, one.Less,
            gan.IsConditional ? [.. one.Labels.Select(label => gan.Classes[label])] : null));

    /// <param name="More">What a recipe calls more of it.</param>
    /// <param name="Less">What it calls less of it.</param>
    /// <param name="Classes">The classes that it can be changed of; null for a model without classes.</param>
    internal sealed record Change(string More, string Less, string[]? Classes);

    /// <param name="Name">What requests call it.</param>
    /// <param name="IsDefault">Whether it draws where a request names none.</param>
    /// <param name="Source">The file with its weights, or the name of a model that ships, as the command line takes it.</param>
    /// <param name="Fingerprint">Tells its weights from all others, as hexadecimal digits; null while none are read.</param>
    /// <param name="LatentDim">Numbers of noise that a picture is drawn from; 0 while no weights are read.</param>
    /// <param name="Width">Columns of its pictures; likewise.</param>
    /// <param name="Height">Rows; likewise.</param>
    /// <param name="Channels">1 for gray, 3 for colour; likewise.</param>
    /// <param name="Styles">Rows of w that a picture is drawn with; 0 for networks without w.</param>
    /// <param name="Classes">What it can be asked to draw; null for a model that has no classes.</param>
    /// <param name="Words">The words of texts that it can be asked for, the most frequent first; null for a model that takes none.</param>
    /// <param name="Readings">Words that are none of these and what they are read as, which is made of these; null as Words is.</param>
    /// <param name="Directions">What more( of a recipe can change.</param>
    /// <param name="Can">generate, interpolate, truncate, dataset, psi, mix, noise, judge, neighbours; psi, mix and noise only with
    /// networks that have w, judge only where the discriminator is at hand, neighbours only where training data of its size and colours
    /// are; nothing while there are no weights yet, and load while those of a run in the folder of runs are not read.</param>
    internal sealed record Description(
        string Name, bool IsDefault, string Source, string? Fingerprint, int LatentDim, int Width, int Height, int Channels, int Styles,
        string[]? Classes, string[]? Words, IReadOnlyDictionary<string, string>? Readings, Change[] Directions, string[] Can);
}
