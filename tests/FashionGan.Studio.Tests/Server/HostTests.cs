using System.Net;
using FashionGanTf.Studio.Tests.Support;

namespace FashionGanTf.Studio.Tests.Server;

/// <summary>By which names the server is asked: another site's name that leads to this machine (DNS rebinding) reads nothing.</summary>
[TestClass]
public class HostTests
{
    [TestMethod]
    [DataRow("localhost")]
    [DataRow("LOCALHOST:5080")]
    [DataRow("localhost.")]
    [DataRow("studio.localhost:9000")]
    [DataRow("127.0.0.1:5080")]
    [DataRow("127.8.9.10")]
    [DataRow("[::1]:5080")]
    [DataRow("192.0.2.7:5080")]
    public async Task ItsOwnNamesAndAddressesAreAnswered(string host)
    {
        await using var server = await ApiServer.Start();
        foreach (var path in new[] { "", "api/models", "healthz" })
            Assert.AreEqual(200, (await Ask(server, path, host)).Status, path);
    }

    [TestMethod]
    [DataRow("evil.example")]
    [DataRow("evil.example:5080")]
    [DataRow("localhost.evil.example")]
    [DataRow("127.0.0.1.evil.example")]
    [DataRow("notlocalhost")]
    public async Task OnLoopbackAnyOtherNameIsRefused(string host)
    {
        await using var server = await ApiServer.Start();
        foreach (var path in new[] { "", "js/training/stream.js", "api/generate", "api/run/events", "healthz", "api/nothing" })
        {
            var (status, text) = await Ask(server, path, host);
            Assert.AreEqual(421, status, path);
            foreach (var part in new[] { $"'{host.Split(':')[0]}'", "ask for localhost", "Host: localhost", "--host" })
                StringAssert.Contains(text.Replace("\\\"", "\"", StringComparison.Ordinal), part);
        }
    }

    [TestMethod]
    public async Task AnotherAddressAnswersToAnyName()
    {
        await using var server = await ApiServer.Start(options => options with { Host = IPAddress.Any });
        Assert.AreEqual(200, (await Ask(server, "api/models", "demo.example")).Status);
    }

    private static async Task<(int Status, string Text)> Ask(ApiServer server, string path, string host)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, path);
        request.Headers.Host = host;
        using var response = await server.Client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead);
        return ((int)response.StatusCode, await response.Content.ReadAsStringAsync());
    }
}
