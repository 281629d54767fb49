using System.Text.Json;
using System.Text.Json.Nodes;
using FashionGanTf.Generation.Recipes;
using FashionGanTf.Imaging;
using FashionGanTf.Studio.Api;
using FashionGanTf.Studio.Http;
using FashionGanTf.Studio.Models;
using Microsoft.AspNetCore.Http;
using Endpoint = FashionGanTf.Studio.Api.Endpoint;

namespace FashionGanTf.Studio.Site;

/// <summary>What a visitor sees first, and the answers to what the page asks first. Both come within the page, so that the first pictures
/// wait for no request and for no script; what is not here yet, the page asks for.</summary>
/// <param name="models">The models.</param>
/// <param name="endpoints">What answers.</param>
internal sealed class FirstSight(ModelCatalogue models, IReadOnlyList<Endpoint> endpoints)
{
    /// <summary>Pictures above this are not worth a longer page: 24 gray ones of 28 x 28 have 18,816 bytes.</summary>
    private const int MostBytes = 64 * 1024;

    // What js/core/address.js begins with.
    private const string Seed = "3";
    private const string Asked = $"seed={Seed}&first=0&count=24";
    private const int Count = 24;
    private const int BestOf = 4;

    private readonly Lock _lock = new();
    private Task _drawing = Task.CompletedTask;
    private Drawn? _drawn;

    /// <summary>Reads the models and draws the first pictures, without keeping anybody waiting.</summary>
    internal void Prepare()
    {
        lock (_lock)
            if (_drawing.IsCompleted)
                _drawing = Task.Run(Draw);
    }

    /// <summary>What can be seen and answered at once.</summary>
    internal async Task<Sight> Now()
    {
        if (!models.Sources.All(source => source.IsAtHand))
        {
            Prepare();
            return Sight.Nothing;
        }

        var (model, drawn) = (models.Default.ModelOrNull, Volatile.Read(ref _drawn));
        if (drawn?.Fingerprint != model?.Fingerprint)
        {
            Prepare();
            drawn = null;
        }

        string[] answers = [await Ask("api/models"), await Ask("api/about"), .. drawn?.Answers ?? []];
        // Within a page no "<" may stand that could end the element; it stands in strings only.
        var carried = $"{{{string.Join(',', answers)}}}".Replace("<", "\\u003c", StringComparison.Ordinal);
        if (model is null || drawn is null || !StandsStill(model))
            return Sight.Nothing with { Answers = carried };
        var drawing = models.Sources.Where(source => source.ModelOrNull is not null).ToArray();
        return new Sight(carried, drawn.Places, Sight.ChipsOf(model.Gan),
            Sight.OptionsOf([.. drawing.Concat(models.OfRuns()).Select(source => source.Name)], models.Default.Name), model.Gan.CanJudge,
            model.Gan.Styles > 0, drawing.Any(source => source.ModelOrNull!.Gan.Vocabulary is not null));
    }

    /// <summary>Whether the page's script will leave the first pictures where the page has them. Other sizes it shows otherwise, and above
    /// the pictures it puts a field for words, and a line of a run that cannot draw yet.</summary>
    private bool StandsStill(StudioModel model) => model.Picture.Size == PictureShape.FashionMnist.Size
        && model.Gan.Vocabulary is null && models.Sources.All(source => source.HasFile);

    private async Task Draw()
    {
        try
        {
            foreach (var source in models.Sources)
                _ = source.ModelOrNull;
            if (models.Default.ModelOrNull is { } model)
                Volatile.Write(ref _drawn, await Pictures(model));
        }
        catch (ProblemException)
        {
            // Others draw now, or the server ends; who comes next tries again.
        }
    }

    private async Task<Drawn> Pictures(StudioModel model)
    {
        if (Count * model.Picture.Bytes > MostBytes)
            return new Drawn(model.Fingerprint, [], "");
        var (asked, first, scores) = ($"api/generate?{Asked}", $"{Seed}.0", (string[])[]);
        if (model.Gan.CanJudge)
        {
            var address = $"api/scores?{Asked}&best_of={BestOf}";
            string[] best = [.. (await Json(address)).Select(score => (string)score!["recipe"]!)];
            (asked, first, scores) = (Named(best), best[0], [await Ask(address)]);
        }

        return new Drawn(model.Fingerprint, [.. scores, await Ask($"{asked}&format=raw"), .. await InEveryClass(model, first)],
            Sight.PlacesOf(await Json(asked), model.Gan));
    }

    /// <summary>The row below the pictures, of the first of them; it is there already in its own class.</summary>
    private async Task<string[]> InEveryClass(StudioModel model, string first)
    {
        if (!model.Gan.IsConditional)
            return [];
        var picture = (SeedRecipe)Recipe.Parse(first);
        var others = model.Gan.Classes.Select(name => new SeedRecipe(picture.Seed, picture.Number, name).ToString())
            .Where(recipe => recipe != first);
        return [await Ask($"{Named(others)}&format=raw")];
    }

    private static string Named(IEnumerable<string> recipes) =>
        $"api/generate?{string.Join('&', recipes.Select(recipe => $"picture={Uri.EscapeDataString(recipe)}"))}";

    /// <summary>An address and its answer, as a member of an object of JSON.</summary>
    private async Task<string> Ask(string address)
    {
        var (response, body) = await Get(address);
        var answer = response.ContentType == Http.Json.ContentType
            ? new JsonObject { ["json"] = JsonNode.Parse(body) }
            : new JsonObject
            {
                ["headers"] = new JsonObject(response.Headers
                    .Where(header => header.Key.StartsWith("X-", StringComparison.Ordinal))
                    .Select(header => KeyValuePair.Create(header.Key, (JsonNode?)(string?)header.Value))),
                ["bytes"] = Convert.ToBase64String(body),
            };
        return $"{JsonSerializer.Serialize(address, Http.Json.Options)}:{answer.ToJsonString(Http.Json.Options)}";
    }

    private async Task<JsonArray> Json(string address) => JsonNode.Parse((await Get(address)).Body)!.AsArray();

    private async Task<(HttpResponse Response, byte[] Body)> Get(string address)
    {
        var parts = address.Split('?', 2);
        using var body = new MemoryStream();
        var context = new DefaultHttpContext();
        (context.Request.Method, context.Request.Path, context.Response.Body) = (HttpMethods.Get, $"/{parts[0]}", body);
        context.Request.QueryString = new QueryString(parts.Length == 2 ? $"?{parts[1]}" : "");
        await endpoints.Single(endpoint => endpoint.Path == context.Request.Path).Answer(context);
        return (context.Response, body.ToArray());
    }

    private sealed record Drawn(string Fingerprint, string[] Answers, string Places);
}
