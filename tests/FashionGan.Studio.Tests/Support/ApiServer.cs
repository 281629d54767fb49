using System.Text.Json;

namespace FashionGanTf.Studio.Tests.Support;

/// <summary>A server on a free port, and a client of it.</summary>
internal sealed class ApiServer : IAsyncDisposable
{
    private readonly StudioServer _server;

    private ApiServer(StudioServer server) =>
        (_server, Client) = (server, new HttpClient { BaseAddress = server.Address, Timeout = TimeSpan.FromMinutes(1) });

    internal HttpClient Client { get; }

    /// <summary>A server that has everything: a model, training data and whatever is said otherwise.</summary>
    internal static async Task<ApiServer> Start(Func<StudioOptions, StudioOptions>? change = null)
    {
        var options = new StudioOptions { Port = 0, Model = Workplace.Model, Data = Workplace.Data };
        return new ApiServer(await StudioServer.Start(change?.Invoke(options) ?? options));
    }

    /// <summary>The bytes of an answer that must be right.</summary>
    internal async Task<byte[]> Bytes(string query)
    {
        using var response = await Client.GetAsync(query);
        Assert.AreEqual(200, (int)response.StatusCode, query + "\n" + await response.Content.ReadAsStringAsync());
        return await response.Content.ReadAsByteArrayAsync();
    }

    /// <summary>The JSON of an answer that must be right.</summary>
    internal async Task<JsonElement> Json(string query) => JsonDocument.Parse(await Bytes(query)).RootElement;

    /// <summary>What comes when the page does something.</summary>
    internal async Task<(int Status, JsonElement Body)> Post(string query, bool isOwnPage = true)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, query);
        if (isOwnPage)
            request.Headers.Add("X-Fashion-Gan", "1");
        using var response = await Client.SendAsync(request);
        return ((int)response.StatusCode, JsonDocument.Parse(await response.Content.ReadAsByteArrayAsync()).RootElement);
    }

    /// <summary>An answer that must be a problem with this status.</summary>
    internal async Task<JsonElement> Problem(string query, int status)
    {
        using var response = await Client.GetAsync(query);
        var text = await response.Content.ReadAsStringAsync();
        Assert.AreEqual((status, "application/problem+json"), ((int)response.StatusCode, response.Content.Headers.ContentType?.MediaType),
            query + "\n" + text);
        var problem = JsonDocument.Parse(text).RootElement;
        Assert.AreEqual(status, problem.GetProperty("status").GetInt32());
        Assert.AreNotEqual("", problem.GetProperty("detail").GetString());
        return problem;
    }

    public async ValueTask DisposeAsync()
    {
        Client.Dispose();
        await _server.DisposeAsync();
    }
}
