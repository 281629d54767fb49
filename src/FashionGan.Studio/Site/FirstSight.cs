using System.Text.Json;
using System.Text.Json.Nodes;
using FashionGanTf.Generation.Recipes;
using FashionGanTf.Studio.Api;
using FashionGanTf.Studio.Http;
using FashionGanTf.Studio.Models;
using Microsoft.AspNetCore.Http;
using Endpoint = FashionGanTf.Studio.Api.Endpoint;

namespace FashionGanTf.Studio.Site;

/// <summary>The answers to what the page asks first. They come within it, so that a visitor's first pictures wait for no request; what is
/// not here yet, the page asks for.</summary>
/// <param name="models">The models.</param>
/// <param name="endpoints">What answers.</param>
internal sealed class FirstSight(ModelCatalogue models, IReadOnlyList<Endpoint> endpoints)
{
    /// <summary>Pictures above this are not worth a longer page: 24 gray ones of 28 x 28 have 18,816 bytes.</summary>
    private const int MostBytes = 64 * 1024;

    // What js/core/address.js begins with.
    private const string Seed = "seed=7&first=0&count=24";
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

    /// <summary>The answers that can be given at once, as an object of JSON: each by the address that it answers.</summary>
    internal async Task<string> Answers()
    {
        if (!models.Sources.All(source => source.IsAtHand))
        {
            Prepare();
            return "{}";
        }

        var drawn = Volatile.Read(ref _drawn);
        var isRight = drawn is not null && drawn.Fingerprint == models.Default.ModelOrNull?.Fingerprint;
        if (!isRight)
            Prepare();
        string[] answers = [await Ask("api/models"), await Ask("api/about"), .. isRight ? drawn!.Answers : []];
        // Within a page no "<" may stand that could end the element; it stands in strings only.
        return $"{{{string.Join(',', answers)}}}".Replace("<", "\\u003c", StringComparison.Ordinal);
    }

    private async Task Draw()
    {
        try
        {
            foreach (var source in models.Sources)
                _ = source.ModelOrNull;
            if (models.Default.ModelOrNull is { } model)
                Volatile.Write(ref _drawn, new Drawn(model.Fingerprint, await Pictures(model)));
        }
        catch (ProblemException)
        {
            // Others draw now, or the server ends; who comes next tries again.
        }
    }

    private async Task<string[]> Pictures(StudioModel model)
    {
        if (Count * model.Picture.Bytes > MostBytes)
            return [];
        if (!model.Gan.CanJudge)
            return [await Ask($"api/generate?{Seed}&format=raw"), .. await InEveryClass(model, "7.0")];
        var scores = await Ask($"api/scores?{Seed}&best_of={BestOf}");
        string[] best = [.. JsonNode.Parse($"{{{scores}}}")!.AsObject().Single().Value!["json"]!.AsArray()
            .Select(score => (string)score!["recipe"]!)];
        return [scores, await Ask(Named(best)), .. await InEveryClass(model, best[0])];
    }

    /// <summary>The row below the pictures, of the first of them; it is there already in its own class.</summary>
    private async Task<string[]> InEveryClass(StudioModel model, string first)
    {
        if (!model.Gan.IsConditional)
            return [];
        var picture = (SeedRecipe)Recipe.Parse(first);
        var others = model.Gan.Classes.Select(name => new SeedRecipe(picture.Seed, picture.Number, name).ToString())
            .Where(recipe => recipe != first);
        return [await Ask(Named(others))];
    }

    private static string Named(IEnumerable<string> recipes) =>
        $"api/generate?{string.Join('&', recipes.Select(recipe => $"picture={Uri.EscapeDataString(recipe)}"))}&format=raw";

    /// <summary>An address and its answer, as a member of an object of JSON.</summary>
    private async Task<string> Ask(string address)
    {
        var parts = address.Split('?', 2);
        using var body = new MemoryStream();
        var context = new DefaultHttpContext();
        (context.Request.Method, context.Request.Path, context.Response.Body) = (HttpMethods.Get, $"/{parts[0]}", body);
        context.Request.QueryString = new QueryString(parts.Length == 2 ? $"?{parts[1]}" : "");
        await endpoints.Single(endpoint => endpoint.Path == context.Request.Path).Answer(context);
        var answer = context.Response.ContentType == Json.ContentType
            ? new JsonObject { ["json"] = JsonNode.Parse(body.ToArray()) }
            : new JsonObject
            {
                ["headers"] = new JsonObject(context.Response.Headers
                    .Where(header => header.Key.StartsWith("X-", StringComparison.Ordinal))
                    .Select(header => KeyValuePair.Create(header.Key, (JsonNode?)(string?)header.Value))),
                ["bytes"] = Convert.ToBase64String(body.ToArray()),
            };
        return $"{JsonSerializer.Serialize(address, Json.Options)}:{answer.ToJsonString(Json.Options)}";
    }

    private sealed record Drawn(string Fingerprint, string[] Answers);
}
