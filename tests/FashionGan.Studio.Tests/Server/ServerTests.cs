using System.IO.Compression;
using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using System.Text.RegularExpressions;
using FashionGanTf.Studio.Api;
using FashionGanTf.Studio.Api.Parameters;
using FashionGanTf.Studio.Http;
using FashionGanTf.Studio.Tests.Support;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace FashionGanTf.Studio.Tests.Server;

/// <summary>The server around the API: what it listens at, what it says of itself, what it lets clients take.</summary>
[TestClass]
public class ServerTests
{
    [TestMethod]
    [DataRow("")]
    [DataRow("healthz")]
    [DataRow("api/models")]
    [DataRow("api/generate?seed=x")]
    [DataRow("api/nothing")]
    public async Task EveryAnswerForbidsWhatAPageNeedsNot(string path)
    {
        await using var server = await ApiServer.Start();
        using var response = await server.Client.GetAsync(path);
        string Header(string name) => response.Headers.GetValues(name).Single();
        var policy = Header("Content-Security-Policy").Split("; ");
        foreach (var part in new[] { "default-src 'self'", "img-src 'self' data: blob:", "frame-ancestors 'none'", "object-src 'none'" })
            CollectionAssert.Contains(policy, part);
        // What stands within the page is named by its hash, and nothing else that does may run.
        Assert.HasCount(1, policy.Where(part => Regex.IsMatch(part, "^script-src 'self'( 'sha256-[A-Za-z0-9+/]{43}='){3}$")));
        Assert.HasCount(1, policy.Where(part => Regex.IsMatch(part, "^style-src 'sha256-[A-Za-z0-9+/]{43}='$")));
        Assert.IsFalse(Header("Content-Security-Policy").Contains("unsafe", StringComparison.Ordinal));
        Assert.AreEqual("nosniff", Header("X-Content-Type-Options"));
        Assert.AreEqual("no-referrer", Header("Referrer-Policy"));
        Assert.IsFalse(response.Headers.Contains("Server"));
    }

    [TestMethod]
    public async Task ThePageIsServedWithTypesThatBrowsersTake()
    {
        await using var server = await ApiServer.Start();
        foreach (var (path, type) in new[]
            { ("", "text/html"), ("js/training/stream.js", "text/javascript"), ("favicon.svg", "image/svg+xml") })
        {
            using var response = await server.Client.GetAsync(path);
            Assert.AreEqual((200, type, true),
                ((int)response.StatusCode, response.Content.Headers.ContentType?.MediaType, response.Headers.CacheControl?.NoCache), path);
        }
    }

    [TestMethod]
    [DataRow("gzip, deflate, br", "br")]
    [DataRow("gzip", "gzip")]
    [DataRow("br;q=0, gzip", "gzip")]
    [DataRow("identity", null)]
    [DataRow(null, null)]
    public async Task FilesComeCompressedAsTheBrowserTakesThemAndOnlyWhenTheyChanged(string? takes, string? comes)
    {
        await using var server = await ApiServer.Start();
        const string Script = "js/training/stream.js";
        var plain = await server.Bytes(Script);
        using var request = new HttpRequestMessage(HttpMethod.Get, Script);
        if (takes is not null)
            request.Headers.Add("Accept-Encoding", takes);
        using var response = await server.Client.SendAsync(request);
        Assert.AreEqual(comes, response.Content.Headers.ContentEncoding.SingleOrDefault());
        Assert.AreEqual("Accept-Encoding", response.Headers.Vary.Single());
        await using var sent = await response.Content.ReadAsStreamAsync();
        await using Stream read = comes == "br" ? new BrotliStream(sent, CompressionMode.Decompress)
            : comes == "gzip" ? new GZipStream(sent, CompressionMode.Decompress) : sent;
        using var bytes = new MemoryStream();
        await read.CopyToAsync(bytes);
        CollectionAssert.AreEqual(plain, bytes.ToArray());
        if (comes is not null)
            Assert.IsLessThan(plain.Length * 2 / 3, response.Content.Headers.ContentLength!.Value);

        using var again = new HttpRequestMessage(HttpMethod.Get, Script);
        again.Headers.IfNoneMatch.Add(response.Headers.ETag!);
        using var known = await server.Client.SendAsync(again);
        Assert.AreEqual((304, ""), ((int)known.StatusCode, await known.Content.ReadAsStringAsync()));
    }

    [TestMethod]
    public async Task WhenTooManyWaitTheAnswerIs429AndAllOthersAreRight()
    {
        await using var server = await ApiServer.Start(options => options with { Places = 1 });
        var statuses = await Task.WhenAll(Enumerable.Range(0, 40).Select(async i =>
        {
            using var response = await server.Client.GetAsync("api/generate?count=128&format=raw");
            if (response.StatusCode == HttpStatusCode.TooManyRequests)
                Assert.AreEqual((TimeSpan.FromSeconds(1), "application/problem+json"),
                    (response.Headers.RetryAfter?.Delta, response.Content.Headers.ContentType?.MediaType));
            else
                Assert.AreEqual(128 * 784, (await response.Content.ReadAsByteArrayAsync()).Length);
            return (int)response.StatusCode;
        }));
        CollectionAssert.AreEquivalent(new[] { 200, 429 }, statuses.Distinct().ToArray());
    }

    [TestMethod]
    public async Task WhatTakesTooLongEndsAndSaysSo()
    {
        var context = new DefaultHttpContext();
        var problem = await Assert.ThrowsExactlyAsync<ProblemException>(() => new EndlessEndpoint().Answer(context));
        Assert.AreEqual((503, 5), (problem.Status, problem.RetryAfter));
        StringAssert.Contains(problem.Message, "0.05 seconds");
    }

    [TestMethod]
    [OSCondition(OperatingSystems.Linux)]
    public async Task ItListensAtOneAddressOnly()
    {
        await using var server = await ApiServer.Start();
        var port = server.Client.BaseAddress!.Port;
        using var client = new TcpClient();
        // On Linux all of 127.0.0.0/8 is this machine: whoever listens at every address answers here too.
        await Assert.ThrowsAsync<SocketException>(() => client.ConnectAsync(IPAddress.Parse("127.0.0.2"), port));
        await using var open = await ApiServer.Start(options => options with { Host = IPAddress.Any });
        await client.ConnectAsync(IPAddress.Parse("127.0.0.2"), open.Client.BaseAddress!.Port);
    }

    [TestMethod]
    public async Task ATakenPortIsToldInOneLine()
    {
        await using var server = await ApiServer.Start();
        var port = server.Client.BaseAddress!.Port;
        var error = await Assert.ThrowsExactlyAsync<IOException>(() => ApiServer.Start(options => options with { Port = port }));
        Assert.AreEqual($"Port {port} is taken by another program; choose another with --port.", error.Message);
    }

    [TestMethod]
    public async Task AnAddressOfAnotherMachineIsToldInOneLine()
    {
        var error = await Assert
            .ThrowsExactlyAsync<IOException>(() => ApiServer.Start(options => options with { Host = IPAddress.Parse("192.0.2.1") }));
        StringAssert.StartsWith(error.Message, "192.0.2.1:0 cannot be listened at: ");
    }

    [TestMethod]
    public async Task AModelThatIsNoneIsToldBeforeItListens()
    {
        await Assert.ThrowsExactlyAsync<FileNotFoundException>(
            () => ApiServer.Start(options => options with { Model = Workplace.Path("no such file") }));
        await Assert.ThrowsExactlyAsync<InvalidDataException>(
            () => ApiServer.Start(options => options with { Model = Path.Combine(Workplace.Data, "train-labels-idx1-ubyte.gz") }));
    }

    [TestMethod]
    public async Task ItsEndDoesNotWaitForADownloadThatTakesLong()
    {
        var server = await ApiServer.Start();
        using var client = new HttpClient { BaseAddress = server.Client.BaseAddress };
        using var response = await client.GetAsync("api/dataset?count=60000", HttpCompletionOption.ResponseHeadersRead);
        var clock = Stopwatch.StartNew();
        await server.DisposeAsync();
        Assert.IsLessThan(8.0, clock.Elapsed.TotalSeconds);
        await Assert
            .ThrowsAsync<HttpRequestException>(() => response.Content.ReadAsByteArrayAsync(), "a file that breaks off must not look whole");
    }

    [TestMethod]
    public async Task RequestsForWorkAreLoggedWithTheirParts()
    {
        var lines = new Lines();
        await using var server =
            await ApiServer.Start(options => options with { Logging = logging => logging.Services.AddSingleton<ILoggerProvider>(lines) });
        await server.Bytes("api/generate?seed=7&count=1");
        await server.Problem("api/generate?seed=x", 400);
        await server.Bytes("healthz");
        await server.Bytes("favicon.svg");
        for (var waited = 0; lines.Seen.Count < 2 && waited < 5000; waited += 10)
            await Task.Delay(10);
        var seen = lines.Seen.Select(line => (line["Method"], line["Path"]!.ToString(), line["Query"]!.ToString(), line["Status"]))
            .ToArray();
        CollectionAssert.AreEqual(
            new (object?, string, string, object?)[] { ("GET", "/api/generate", "?seed=7&count=1", 200),
                ("GET", "/api/generate", "?seed=x", 400) }, seen, "the page's files and health are quiet");
        Assert.IsTrue(lines.Seen.All(line => (double)line["Milliseconds"]! > 0));
    }

    private sealed class EndlessEndpoint : FashionGanTf.Studio.Api.Endpoint
    {
        internal override string Path => "/";

        internal override string Summary => "";

        internal override IReadOnlyList<Answer> Answers => [];

        protected override TimeSpan? TimeLimit => TimeSpan.FromSeconds(0.05);

        protected override Task Answer(Query query, HttpContext context, CancellationToken stop) => Task.Delay(Timeout.Infinite, stop);
    }

    /// <summary>What is logged at information level by the program itself, taken apart.</summary>
    private sealed class Lines : ILoggerProvider, ILogger
    {
        internal List<Dictionary<string, object?>> Seen { get; } = [];

        public ILogger CreateLogger(string categoryName) => this;

        public void Dispose()
        {
        }

        public IDisposable? BeginScope<TState>(TState state) where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => logLevel >= LogLevel.Information;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception,
            Func<TState, Exception?, string> formatter)
        {
            if (IsEnabled(logLevel) && state is IReadOnlyList<KeyValuePair<string, object?>> parts
                && parts.Any(part => part.Key == "Milliseconds"))
                lock (Seen)
                    Seen.Add(parts.ToDictionary());
        }
    }
}
