using FashionGanTf.Studio.Http;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging.Abstractions;

namespace FashionGanTf.Studio.Tests.Server;

/// <summary>What a client sees of a fault of the program.</summary>
[TestClass]
public class FailuresTests
{
    [TestMethod]
    public async Task AFaultBeforeTheAnswerIsAProblemThatTellsNothingOfTheProgram()
    {
        await using var application = await Start(_ => throw new InvalidOperationException("a secret"));
        using var client = new HttpClient();
        using var response = await client.GetAsync(application.Urls.Single());
        var text = await response.Content.ReadAsStringAsync();
        Assert.AreEqual((500, "application/problem+json"), ((int)response.StatusCode, response.Content.Headers.ContentType?.MediaType));
        Assert.IsFalse(text.Contains("secret", StringComparison.Ordinal), text);
    }

    [TestMethod]
    public async Task AFileThatBreaksOffDoesNotLookWhole()
    {
        await using var application = await Start(async context =>
        {
            // Without a length, the end of the connection is all that could tell.
            await context.Response.Body.WriteAsync(new byte[100_000]);
            throw new InvalidOperationException();
        });
        using var client = new HttpClient();
        using var response = await client.GetAsync(application.Urls.Single(), HttpCompletionOption.ResponseHeadersRead);
        Assert.AreEqual(200, (int)response.StatusCode);
        await Assert.ThrowsAsync<HttpRequestException>(() => response.Content.ReadAsByteArrayAsync());
    }

    private static async Task<WebApplication> Start(RequestDelegate answer)
    {
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.WebHost.UseKestrelCore().ConfigureKestrel(kestrel => kestrel.Listen(System.Net.IPAddress.Loopback, 0));
        var application = builder.Build();
        application.Use(new Failures(NullLogger.Instance).Handle);
        application.Run(answer);
        await application.StartAsync();
        return application;
    }
}
