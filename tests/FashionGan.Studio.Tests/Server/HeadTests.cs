using System.Text;
using FashionGanTf.Studio.Tests.Support;

namespace FashionGanTf.Studio.Tests.Server;

/// <summary>HEAD answers as GET does, without a body, and begins nothing that would go on for long.</summary>
[TestClass]
public class HeadTests
{
    private static readonly string[] s_ofTheMoment = ["Date", "Transfer-Encoding"];

    [TestMethod]
    [DataRow("")]
    [DataRow("js/training/stream.js")]
    [DataRow("healthz")]
    [DataRow("openapi/v1.json")]
    [DataRow("api/about")]
    [DataRow("api/models")]
    [DataRow("api/generate?seed=7&count=2&format=raw")]
    [DataRow("api/generate?seed=7&count=1&format=png")]
    [DataRow("api/generate?seed=7&count=2&format=zip")]
    [DataRow("api/interpolate?from=7.3&to=8.0&format=animation")]
    [DataRow("api/neighbours?picture=7.3")]
    [DataRow("api/run")]
    [DataRow("api/run/events")]
    [DataRow("api/generate?seed=x")]
    [DataRow("api/nothing")]
    public async Task HasTheHeadersOfGet(string path)
    {
        await using var server = await ApiServer.Start(options => options with { Run = Workplace.Path("no run yet") });
        // Until the first pictures are drawn, the page comes without them.
        while (path.Length == 0 && !Encoding.UTF8.GetString(await server.Bytes("")).Contains("\"api/generate?", StringComparison.Ordinal))
            await Task.Delay(20);
        using var got = await server.Client.GetAsync(path, HttpCompletionOption.ResponseHeadersRead);
        using var head = await Head(server, path);
        Assert.AreEqual(got.StatusCode, head.StatusCode);
        Assert.AreEqual(Headers(got), Headers(head));
        Assert.AreEqual("", await head.Content.ReadAsStringAsync());
    }

    [TestMethod]
    [Timeout(30_000, CooperativeCancellation = true)]
    [DataRow("idx")]
    [DataRow("idx.gz")]
    [DataRow("zip")]
    public async Task OfADataSetIsAnsweredWithoutDrawingIt(string format)
    {
        await using var server = await ApiServer.Start();
        using var head = await Head(server, $"api/dataset?count=60000&format={format}");
        Assert.AreEqual((200, "60000"), ((int)head.StatusCode, head.Headers.GetValues("X-Total-Pictures").Single()));
    }

    private static Task<HttpResponseMessage> Head(ApiServer server, string path) =>
        server.Client.SendAsync(new HttpRequestMessage(HttpMethod.Head, path));

    private static string Headers(HttpResponseMessage response) => string.Join('\n', response.Headers.Concat(response.Content.Headers)
        .Where(header => !s_ofTheMoment.Contains(header.Key)).Select(header => $"{header.Key}: {string.Join(", ", header.Value)}").Order());
}
