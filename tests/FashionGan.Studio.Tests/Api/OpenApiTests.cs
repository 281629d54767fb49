using System.Globalization;
using System.Text.Json;
using FashionGanTf.Studio.Tests.Support;
using FashionGanTf.Training;

namespace FashionGanTf.Studio.Tests.Api;

/// <summary><c>/openapi/v1.json</c> against what is really answered: every path, parameter, status, content type, header and JSON
/// body.</summary>
[TestClass]
public class OpenApiTests
{
    /// <summary>A right request for each path, to which a parameter can be added.</summary>
    private static readonly Dictionary<string, string> s_right = new()
    {
        ["/api/generate"] = "?format=raw",
        ["/api/interpolate"] = "?from=7.3&to=8.0&format=raw",
        ["/api/dataset"] = "?count=2",
        ["/api/neighbours"] = "?picture=7.3",
        ["/api/scores"] = "?truncation=2",
        ["/api/contact-sheet"] = "?picture=7.3&picture=8.0&format=svg",
        ["/api/models"] = "",
        ["/api/words"] = "?text=dress",
        ["/api/captions"] = "?first=1",
        ["/api/about"] = "",
        ["/api/run"] = "",
        ["/api/run/epochs/{epoch}.png"] = "",
        ["/api/run/sample.png"] = "",
        ["/api/run/events"] = "",
        ["/api/run/train"] = "?start=resume",
        ["/api/run/stop"] = "",
        ["/healthz"] = "",
        ["/openapi/v1.json"] = "",
    };

    /// <summary>What else is asked, so that each answer comes that is described.</summary>
    private static readonly string[] s_more =
    [
        "/api/generate", "/api/generate?format=png", "/api/generate?format=zip", "/api/generate?picture=7.3&format=sheet",
            "/api/generate?model=run", "/api/generate?odd=1",
        "/api/interpolate?from=7.3&to=8.0", "/api/interpolate?from=7.3&to=8.0&format=animation",
        "/api/interpolate?from=7.3&to=8.0&format=zip", "/api/interpolate?from=7.3&to=8.0&model=run",
        "/api/dataset?count=2&format=idx.gz", "/api/dataset?count=2&format=zip", "/api/dataset?model=run", "/api/scores?model=run",
        "/api/words?text=dress&model=run", "/api/captions?model=run", "/api/models?model=run", "/api/contact-sheet?picture=7.3",
        "/api/contact-sheet?picture=7.3&model=run",
        "/api/run/epochs/7.png", "/api/interpolate?from=7.3&to=8.0&format=gif", "/api/interpolate?from=7.3&to=8.0&format=webp",
    ];

    /// <summary>What is asked by POST.</summary>
    private static readonly string[] s_actions = ["/api/run/train", "/api/run/stop"];

    private static readonly string[] s_drawing = ["/api/generate", "/api/interpolate", "/api/dataset", "/api/neighbours", "/api/scores",
        "/api/contact-sheet"];

    [TestMethod]
    public async Task EveryAnswerIsDescribedAndEveryDescribedAnswerComes()
    {
        var root = NewRun("described");
        await using var full = await ApiServer.Start(options => options with
            { Model = Workplace.JudgedModel, Run = root, Trainer = ["sh", "-c", "exec sleep 60"] });
        var paths = (await full.Json("openapi/v1.json")).GetProperty("paths");
        CollectionAssert.AreEquivalent(s_right.Keys, paths.EnumerateObject().Select(path => path.Name).ToArray());
        var seen = new HashSet<string>();
        foreach (var (path, query) in s_right)
        {
            await Ask(full, path + query);
            await Ask(full, $"{path}{(query.Length > 0 ? query + "&" : "?")}nonsense=1");
            await Ask(full, $"{path}{(query.Length > 0 ? query + "&" : "?")}nonsense={new string('1', 65_536)}");
            await Ask(full, path + query, request => request.Content = new StringContent("a body"));
            await Ask(full, path + query, request => request.Headers.Host = "evil.example");
        }

        foreach (var query in s_more)
            await Ask(full, query);
        // A training runs by now; another one, and one that is to stop when there is none.
        await Ask(full, "/api/run/train?start=resume");
        await Ask(full, "/api/run/train?start=resume");
        await Ask(full, "/api/run/train?run=other");
        await Ask(full, "/api/run/stop", request => request.Headers.Remove("X-Fashion-Gan"));
        await Ask(full, "/api/run/train", request => request.Headers.Remove("X-Fashion-Gan"));
        for (var i = 0; i < 100 && !seen.Contains("/api/run/stop 409 application/problem+json"); i++)
        {
            await Ask(full, "/api/run/stop");
            await Task.Delay(50);
        }

        await using (var broken = await ApiServer.Start(options => options with { Run = root, Trainer = ["/no such program"] }))
            await Ask(broken, "/api/run/train?start=resume");
        await using (var words = await ApiServer.Start(options => options with { Model = Workplace.TextModel }))
            foreach (var path in new[] { "/api/words", "/api/captions" })
                await Ask(words, path + s_right[path]);
        foreach (var path in new[] { "/api/generate", "/api/interpolate", "/api/scores", "/api/run/epochs/{epoch}.png",
            "/api/run/sample.png", "/api/contact-sheet" })
        {
            using var first = await full.Client.GetAsync(Address(path + s_right[path]));
            await Ask(full, path + s_right[path], request => request.Headers.IfNoneMatch.Add(first.Headers.ETag!));
        }

        await using (var bare =
            await ApiServer.Start(options => options with { Data = Directory.CreateDirectory(Workplace.Path("nothing")).FullName }))
            foreach (var path in new[] { "/api/neighbours", "/api/run", "/api/run/events" })
                await Ask(bare, path + s_right[path]);
        File.WriteAllText(Path.Combine(root, "run", "config.json"), "{}");
        foreach (var path in new[] { "/api/run", "/api/run/events" })
            await Ask(full, path);
        File.Delete(Path.Combine(root, "samples", "running.png"));
        await Ask(full, "/api/run/sample.png");
        await using (var busy = await ApiServer.Start(options => options with { Model = Workplace.JudgedModel, Places = 1 }))
            for (var i = 0; i < 5 && s_drawing.Any(path => !seen.Contains($"{path} 429 application/problem+json")); i++)
                await Task
                    .WhenAll(s_drawing.SelectMany(path => Enumerable.Repeat(path + s_right[path], 30)).Select(query => Ask(busy, query)));

        var described = paths.EnumerateObject().SelectMany(path => Responses(path.Value).Where(response => response.Status != "default")
            .SelectMany(response => response.ContentTypes.DefaultIfEmpty("").Select(type => $"{path.Name} {response.Status} {type}")))
                .ToArray();
        CollectionAssert.AreEquivalent(described, seen.ToArray(), string.Join('\n', described.Except(seen)));

        async Task Ask(ApiServer server, string query, Action<HttpRequestMessage>? change = null)
        {
            var method = s_actions.Contains(query.Split('?')[0]) ? HttpMethod.Post : HttpMethod.Get;
            using var request = new HttpRequestMessage(method, Address(query));
            request.Headers.Add("X-Fashion-Gan", "1");
            change?.Invoke(request);
            using var response = await server.Client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead);
            var path = s_right.Keys.Single(path => query.Split('?')[0] is var asked
                && (asked == path || asked.StartsWith("/api/run/epochs/", StringComparison.Ordinal) && path.Contains('{')));
            var type = response.Content.Headers.ContentType?.MediaType ?? "";
            lock (seen)
                seen.Add($"{path} {(int)response.StatusCode} {type}");
            var responses = Operation(paths.GetProperty(path)).GetProperty("responses");
            Assert.IsTrue(responses.TryGetProperty($"{(int)response.StatusCode}", out var described),
                $"{query} answers {(int)response.StatusCode}, which is not described");
            if (type.EndsWith("json", StringComparison.Ordinal))
                RequireFits(described.GetProperty("content").GetProperty(type).GetProperty("schema"),
                    JsonDocument.Parse(await response.Content.ReadAsStringAsync()).RootElement, query);
            if (described.TryGetProperty("headers", out var headers)
                && (type is not ("image/png" or "image/gif" or "image/webp" or "application/json" or "application/zip")
                    || path == "/api/dataset"))
                foreach (var header in headers.EnumerateObject())
                    Assert.IsTrue(response.Headers.Contains(header.Name), $"{query} has no header {header.Name}");
        }
    }

    [TestMethod]
    public async Task EveryParameterIsReadAsDescribed()
    {
        await using var server = await ApiServer.Start(options => options with { Model = Workplace.JudgedModel });
        foreach (var path in (await server.Json("openapi/v1.json")).GetProperty("paths").EnumerateObject()
            .Where(path => !s_actions.Contains(path.Name)))
            foreach (var parameter in Operation(path.Value).GetProperty("parameters").EnumerateArray()
                .Where(parameter => parameter.GetProperty("in").GetString() == "query"))
            {
                var (name, schema) = (parameter.GetProperty("name").GetString()!, parameter.GetProperty("schema"));
                foreach (var wrong in WrongValues(schema))
                {
                    var others = s_right[path.Name].TrimStart('?').Split('&')
                        .Where(pair => pair.Length > 0 && !pair.StartsWith(name + "=", StringComparison.Ordinal));
                    var problem = await server
                        .Problem($"{path.Name}?{string.Join('&', others.Append($"{name}={Uri.EscapeDataString(wrong)}"))}", 400);
                    Assert.IsTrue(problem.GetProperty("errors").TryGetProperty(name, out _), $"{path.Name} {name}={wrong}: {problem}");
                }

                if (schema.TryGetProperty("default", out var standard) && s_drawing.Contains(path.Name)
                    && name is not ("format" or "count"))
                    CollectionAssert.AreEqual(await server.Bytes(path.Name + s_right[path.Name]),
                        await server.Bytes($"{path.Name}{s_right[path.Name]}&{name}={standard}"), $"{path.Name}: the default of {name}");
                if (parameter.GetProperty("required").GetBoolean())
                {
                    var problem = await server.Problem(path.Name, 400);
                    Assert.IsTrue(problem.GetProperty("errors").TryGetProperty(name, out _), $"{path.Name} without {name}: {problem}");
                }
            }
    }

    /// <summary>Values that a schema does not take.</summary>
    private static IEnumerable<string> WrongValues(JsonElement schema)
    {
        string Text(double value) => value.ToString(CultureInfo.InvariantCulture);
        if (schema.GetProperty("type").GetString() is "integer" or "number")
            return ["x", Text(schema.GetProperty("minimum").GetDouble() - 1), Text(schema.GetProperty("maximum").GetDouble() + 1)];
        // A line of text without examples may say anything that is not too long.
        if (schema.TryGetProperty("maxLength", out _) && !schema.TryGetProperty("examples", out _))
            return [new string('7', 8001)];
        if (schema.TryGetProperty("enum", out _) || schema.TryGetProperty("items", out _) || schema.TryGetProperty("maxLength", out _))
            return ["nonsense", new string('7', 8001)];
        return ["nonsense"];
    }

    private static IEnumerable<(string Status, string[] ContentTypes)> Responses(JsonElement path) =>
        Operation(path).GetProperty("responses").EnumerateObject().Select(response =>
            (response.Name, response.Value.TryGetProperty("content", out var content)
                ? content.EnumerateObject().Select(type => type.Name).ToArray() : []));

    /// <summary>JSON schema as far as the description uses it; what is not described may not be there.</summary>
    private static void RequireFits(JsonElement schema, JsonElement value, string place)
    {
        if (schema.TryGetProperty("type", out var type))
        {
            var kind = value.ValueKind switch
            {
                JsonValueKind.Object => "object",
                JsonValueKind.Array => "array",
                JsonValueKind.String => "string",
                JsonValueKind.True or JsonValueKind.False => "boolean",
                JsonValueKind.Null => "null",
                _ => value.TryGetInt64(out _) ? "integer" : "number",
            };
            string?[] allowed = type.ValueKind == JsonValueKind.Array ? [.. type.EnumerateArray().Select(one => one.GetString())]
                : [type.GetString()];
            Assert.IsTrue(allowed.Contains(kind) || kind == "integer" && allowed.Contains("number"),
                $"{place} is {kind}, described as {type}");
        }

        if (value.ValueKind == JsonValueKind.Object && schema.TryGetProperty("properties", out var properties))
        {
            foreach (var property in value.EnumerateObject())
                RequireFits(properties.GetProperty(property.Name), property.Value, $"{place}.{property.Name}");
            foreach (var needed in schema.GetProperty("required").EnumerateArray())
                Assert.IsTrue(value.TryGetProperty(needed.GetString()!, out _), $"{place} has no {needed}");
        }

        // Names that only the data know, each with the same kind of value.
        if (value.ValueKind == JsonValueKind.Object && schema.TryGetProperty("additionalProperties", out var additional))
            foreach (var property in value.EnumerateObject())
                RequireFits(additional, property.Value, $"{place}.{property.Name}");
        if (value.ValueKind == JsonValueKind.Array)
            foreach (var item in value.EnumerateArray())
                RequireFits(schema.GetProperty("items"), item, place + "[]");
    }

    /// <summary>What can be asked of a path: one thing.</summary>
    private static JsonElement Operation(JsonElement path) => path.EnumerateObject().Single().Value;

    private static string Address(string query) => query.Replace("{epoch}", "1", StringComparison.Ordinal);

    private static string NewRun(string name)
    {
        var folders = new RunFolders(Workplace.Path(name));
        folders.Create();
        File.WriteAllText(Path.Combine(folders.Run, "config.json"),
            new RunConfig(new TrainingOptions { Epochs = 2 }, 100, 1) { DataSha256 = new string('0', 64) }.ToJson());
        File.WriteAllText(Path.Combine(folders.Run, "history.jsonl"), "{\"epoch\":1,\"d_loss\":null}\n");
        Imaging.PngWriter.Write(Path.Combine(folders.Samples, "epoch_01.png"), new Imaging.Bitmap(2, 2));
        Imaging.PngWriter.Write(Path.Combine(folders.Samples, "running.png"), new Imaging.Bitmap(2, 2));
        return folders.Root;
    }
}
